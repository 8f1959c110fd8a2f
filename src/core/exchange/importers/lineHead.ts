import { message, quoting } from '../../message';
import { literalPattern } from '../../text/literalPattern';
import type { Claim } from './importedTranscript';
import type { PlainLine } from './plainLine';

/** What stands behind a name that is called without the number of the turn. */
const TURN_NUMBER = /^[ .-]?\d{1,4}\s*:?[*_\])]*\s*:?\s*$/;
/** What belongs to a name behind it. */
const BEHIND_NAME = /^[\]})*\s]*:?/;

/** A part of what stands before the words of a line, and what it is; perhaps blank. */
type HeadPart = Pick<Claim, 'text' | 'as'>;

/**
 * The parts of what stands before the words, in their order: the name, where it is a speaker's, the times around it,
 * and what is nearly a time before or behind these.
 */
export function headParts(
  head: string,
  { name, nearlyTime }: PlainLine,
  isNamed: boolean,
): readonly HeadPart[] {
  const speaker = isNamed ? name : undefined;
  const at = nearlyTime === undefined ? -1 : head.indexOf(nearlyTime);
  if (nearlyTime === undefined || at < 0) return nameParts(head, speaker);
  const nearly = { text: nearlyTime, as: quoting('import.left.nearly-time', { time: nearlyTime }) };
  return at === 0
    ? [nearly, ...nameParts(head.slice(nearlyTime.length), speaker)]
    : [...nameParts(head.slice(0, at), speaker), nearly];
}

/** A name and the times around it. */
function nameParts(head: string, name: string | undefined): readonly HeadPart[] {
  if (name === undefined) return [{ text: head, as: 'time' }];
  const written = nameAsWritten(head, name);
  if (written === undefined) return [{ text: head, as: 'speaker' }];
  const at = head.indexOf(written);
  const behind = head.slice(at + written.length);
  const colon = BEHIND_NAME.exec(behind)?.[0] ?? '';
  const rest = behind.slice(colon.length);
  return [
    { text: head.slice(0, at), as: 'time' },
    { text: written + colon, as: 'speaker' },
    { text: rest, as: TURN_NUMBER.test(rest) ? message('import.left.identifiers') : 'time' },
  ];
}

/** A name as it stands in a head, where blanks may be more. */
function nameAsWritten(head: string, name: string): string | undefined {
  if (head.includes(name)) return name;
  const pattern = literalPattern(name).replaceAll(' ', '\\s+');
  return new RegExp(pattern).exec(head)?.[0];
}
