import * as vscode from 'vscode';
import type { Disagreement } from '../../core/agreement/agreement';
import type { Settlement } from '../../core/agreement/consensus';
import { lineOfTurn, type Version } from '../../core/agreement/version';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { type ListRow, pickFrom, pickOne } from '../services/dialogs';
import { nameShown, unlessHidden } from '../services/hiddenWords';
import type { OpenVersion } from './openVersions';
import { pickCodes } from './pickCodes';

/** What was answered for one turn. */
type Answer = Settlement | 'back' | 'stop';

interface SettlementItem extends ListRow {
  readonly settlement: Settlement | 'other' | 'back';
}

/**
 * Asks turn by turn what holds, the turn in sight in the base's editor; one can go back. Whoever stops chooses whether
 * what was settled so far is written. Undefined where nothing is to be written.
 */
export async function settleTurns(
  disputed: readonly Disagreement[],
  base: OpenVersion,
): Promise<ReadonlyMap<number, Settlement> | undefined> {
  const settled = new Map<number, Settlement>();
  for (let at = 0; at < disputed.length; ) {
    const dispute = disputed[at];
    if (dispute === undefined) break;
    await reveal(dispute, base);
    const answer = await ask(dispute, base, at, disputed.length);
    if (answer === 'back') at = Math.max(0, at - 1);
    else if (answer === 'stop') {
      const next = await askWhetherToStop(settled.size);
      if (next === 'write') return settled;
      if (next === 'discard') return undefined;
    } else {
      settled.set(dispute.turn, answer);
      at++;
    }
  }
  return settled;
}

async function reveal({ turn }: Disagreement, { uri, version }: OpenVersion): Promise<void> {
  const line = lineOfTurn(version, turn);
  await vscode.window.showTextDocument(uri, {
    preserveFocus: true,
    selection: new vscode.Range(line, 0, line, 0),
  });
}

async function ask(dispute: Disagreement, base: OpenVersion, at: number, count: number): Promise<Answer> {
  const picked = await pickSettlement(dispute, base, at, count);
  if (picked === undefined) return 'stop';
  if (picked.settlement !== 'other') return picked.settlement;
  const given = unionOf(dispute);
  const codes = await pickCodes(base, dispute, given);
  // Back to the question, not out of it.
  return codes === undefined ? ask(dispute, base, at, count) : { kind: 'codes', codes };
}

function pickSettlement(
  dispute: Disagreement,
  { version }: OpenVersion,
  at: number,
  count: number,
): Promise<SettlementItem | undefined> {
  return pickFrom(itemsFor(dispute), {
    title: message('agree.consensus-title'),
    placeHolder: message('agree.consensus-turn', { line: lineOfTurn(version, dispute.turn) + 1 }),
    ignoreFocusOut: true,
    matchOnDescription: true,
    step: { at: at + 1, of: count, back: { label: '', settlement: 'back' } },
  });
}

function itemsFor(dispute: Disagreement): readonly SettlementItem[] {
  const { rated, codes } = dispute;
  const raters = rated.versions.map(
    (version: Version, place): SettlementItem => ({
      label: nameShown(version.rater, 'rater'),
      description: setText(codes[place] ?? []),
      settlement: { kind: 'rater', version },
    }),
  );
  const union = unionOf(dispute);
  const isOneRaters = codes.some(applied => applied?.length === union.length);
  const both: SettlementItem = {
    label: render(message(rated.versions.length === 2 ? 'agree.consensus-both' : 'agree.consensus-all')),
    description: setText(union),
    settlement: { kind: 'codes', codes: union },
  };
  const other: SettlementItem = { label: render(message('agree.consensus-other')), settlement: 'other' };
  return [...raters, ...(isOneRaters ? [] : [both]), other];
}

function unionOf({ codes }: Disagreement): readonly string[] {
  return [...new Set(codes.flatMap(applied => applied ?? []))];
}

function setText(codes: readonly string[]): string {
  if (codes.length === 0) return render(message('agree.no-code'));
  return unlessHidden(codes.join(', '), message('hidden.codes', { count: codes.length }));
}

async function askWhetherToStop(settled: number): Promise<'go-on' | 'write' | 'discard'> {
  const answers = [
    { label: render(message('agree.stop-go-on')), answer: 'go-on' },
    { label: render(message('agree.stop-write', { count: settled })), answer: 'write' },
    { label: render(message('agree.stop-discard')), answer: 'discard' },
  ] as const;
  const items = settled === 0 ? answers.filter(({ answer }) => answer !== 'write') : answers;
  const picked = await pickOne(items, { title: message('agree.consensus-title'), ignoreFocusOut: true });
  return picked?.answer ?? 'discard';
}
