import { type Message, type MessageKey, message, titleIn } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import { interfaceLanguage } from '../../l10n/catalogue';
import { type ListRow, pickOne, separator } from './dialogs';
import type { Root } from './roots';

type Choice = ListRow & { readonly protocol?: Protocol };

/**
 * Lets the user pick one of the protocols with these ids: those of `first`, which `firstAre` says of what kind they are,
 * then the practice's own, then the others.
 */
export async function pickProtocol(
  { protocols, protocolFiles }: Root,
  ids: readonly string[],
  title: Message,
  first: readonly string[] = [],
  firstAre?: MessageKey,
): Promise<Protocol | undefined> {
  const language = interfaceLanguage();
  const choicesOf = (wanted: readonly string[]): readonly Choice[] =>
    wanted.flatMap(id => {
      const protocol = protocols.get(id)?.protocol;
      if (protocol === undefined) return [];
      const detail =
        protocol.description === undefined ? {} : { detail: titleIn(protocol.description, language) };
      return [{ label: titleIn(protocol.title, language), description: id, ...detail, protocol }];
    });
  const others = ids.filter(id => !first.includes(id));
  const items: Choice[] = [
    ...separated(firstAre, choicesOf(first.filter(id => ids.includes(id)))),
    ...separated('protocol.of-practice', choicesOf(others.filter(id => protocolFiles.has(id)))),
    ...separated('protocols.builtin', choicesOf(others.filter(id => !protocolFiles.has(id)))),
  ];
  const picked = await pickOne(items, { title, matchOnDescription: true, matchOnDetail: true });
  return picked?.protocol;
}

function separated(title: MessageKey | undefined, choices: readonly Choice[]): readonly Choice[] {
  if (choices.length === 0 || title === undefined) return choices;
  return [separator(message(title)), ...choices];
}
