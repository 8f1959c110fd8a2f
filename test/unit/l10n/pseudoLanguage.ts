import english from '../../../l10n/bundle.l10n.json';

/** What stands around the texts of the catalogue, and around what is put into them: letters of nobody. */
const [textStart, textEnd, argumentStart, argumentEnd] = ['\ue000', '\ue001', '\ue002', '\ue003'];
const markedText = new RegExp(`${textStart}[^${textEnd}]*${textEnd}`, 'g');
const markedArgument = new RegExp(`${argumentStart}([^${argumentStart}${argumentEnd}]*)${argumentEnd}`, 'g');

/** Puts the English texts of the catalogue between marks, and their arguments between others. Gives what undoes it. */
export function markTexts(): () => void {
  const texts: Record<string, string> = english;
  const before = { ...english };
  for (const [key, text] of Object.entries(before)) texts[key] = marked(text);
  return () => void Object.assign(texts, before);
}

function marked(text: string): string {
  return text
    .split(/(\{\w+\})/)
    .filter(part => part !== '')
    .map(part => (/^\{\w+\}$/.test(part) ? argumentStart + part + argumentEnd : textStart + part + textEnd))
    .join('');
}

/** What is said beside the texts of the catalogue. */
export interface Unmarked {
  /** What is put into texts. */
  readonly args: readonly string[];
  /** What is in no text. */
  readonly rest: string;
}

/** Takes marked texts out of what was said. */
export function unmarked(said: string): Unmarked {
  const args: string[] = [];
  let rest = said.replace(markedText, ' ');
  // An argument may be a message with arguments of its own: the innermost go first.
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(markedArgument, (_, argument: string) => {
      args.push(argument);
      return ' ';
    });
  }
  return { args, rest };
}

/** The runs of letters in texts, in lower case. */
export function lettersIn(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(text => text.toLowerCase().match(/\p{L}+/gu) ?? []));
}
