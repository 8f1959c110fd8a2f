import { knownField } from '../protocol/knownFields';
import { readDate } from './dates';
import type { Outline } from './outline';

/** No such line is longer, in UTF-16 code units. */
const LONGEST = 100;
/** What parts what is said: `K-111, sesi 2, senin 12 oktober 2026`. */
const PARTING = /,(?! ?\d{4})|[;|·]| [-\u2013\u2014/] /;
const NUMBERED = /^(?<key>\p{L}+)(?:[ -]?ke)?[ .:#-]*(?<value>\d{1,3})$/u;
/** A code of a few letters with a number: `K-111`. */
const CODE = /^(?:(?<key>\p{L}+)[ :]+)?(?<value>\p{Lu}{1,4}[-_.]?\d{1,5})$/u;

/**
 * What the first line of a note says of the session that belongs into its front matter, by field: its client, where that is a code,
 * its number and its day.
 */
export function saidInFirstLine(
  { blocks }: Outline,
  language: string | undefined,
): ReadonlyMap<string, string> {
  const [first] = blocks;
  const line =
    first?.kind === 'heading' ? first.title : first?.kind === 'paragraph' ? first.lines[0]?.text : undefined;
  if (line === undefined || line.length > LONGEST || !/\d/.test(line)) return none;
  const said = new Map<string, string>();
  const add = (field: string, value: string | undefined): void => {
    if (value !== undefined && !said.has(field)) said.set(field, value);
  };
  for (const part of line.split(PARTING).map(each => each.trim())) {
    const day = readDate(part, language);
    const { key = '', value } = NUMBERED.exec(part)?.groups ?? {};
    const client = CODE.exec(part)?.groups;
    if (day !== undefined) add('date', day.weekday === undefined ? day.date : undefined);
    else if (knownField(key) === 'session') add('session', value);
    else if (client !== undefined && knownField(client['key'] ?? 'client') === 'client')
      add('client', client['value']);
  }
  return said;
}

const none: ReadonlyMap<string, string> = new Map();
