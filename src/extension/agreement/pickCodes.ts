import type { Disagreement } from '../../core/agreement/agreement';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage } from '../../l10n/catalogue';
import { pickMany } from '../services/dialogs';
import type { OpenVersion } from './openVersions';

/** Asks for the codes of a turn, those that apply to its speaker; `given` are ticked. None is an answer too. */
export async function pickCodes(
  { version }: OpenVersion,
  { turn }: Disagreement,
  given: readonly string[],
): Promise<readonly string[] | undefined> {
  const role = version.transcript.turns[turn]?.role;
  const { stages = [], codes = [] } = version.protocol ?? {};
  const known = [...stages.flatMap(({ techniques }) => techniques), ...codes];
  const fitting = known.filter(
    ({ id, roles }) => given.includes(id) || roles.length === 0 || role === undefined || roles.includes(role),
  );
  const unknown = given.filter(code => !known.some(({ id }) => id === code));
  const items = [
    ...fitting.map(({ id, title }) => ({ label: id, description: titleIn(title, interfaceLanguage()) })),
    ...unknown.map(label => ({ label, description: '' })),
  ].map(item => ({ ...item, picked: given.includes(item.label) }));
  const picked = await pickMany(items, {
    ignoreFocusOut: true,
    matchOnDescription: true,
    title: message('agree.consensus-title'),
    placeHolder: message('agree.consensus-codes'),
  });
  return picked?.map(({ label }) => label);
}
