import { languages } from '../../language/languages';
import { message } from '../../message';
import { mapInSteps, type Steps } from '../../steps';
import type { Source, SourcePiece } from './containers/source';
import {
  type Claim,
  type Cue,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';

/** A main line, a header or a dependent tier, its continuation lines joined. */
interface Tier {
  /** Of its first line, from 0. */
  readonly line: number;
  readonly text: string;
  /** The places of all its lines. */
  readonly lines: readonly number[];
}

/** The mark that CHAT puts around the times of a recording, which are in milliseconds. */
const MARK = '\u0015';
const BULLET = new RegExp(String.raw`${MARK}(?:%\w+:"[^"${MARK}]*"[_,\s]*)?(\d+)_(\d+)${MARK}`, 'g');
const MAIN = /^\*([^:\s]+):\s*(.*)$/s;
const HEADER = /^@([\w ]+?)(?::\s*(.*))?$/s;
/** The tags of two letters by those of three; of Malay, too, whose texts are near to Indonesian. */
const SHORT_TAGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(languages).map(([tag, { threeLetterTag }]) => [threeLetterTag, tag] as const),
  ['zsm', 'ms'],
]);
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/**
 * Reads CHAT (https://talkbank.org/0info/manuals/CHAT.html): the main lines with their speaker codes and times, as
 * they are transcribed. The participants' names and roles are hints; dependent tiers (`%com:` …) are left out.
 */
export function* readChat({ pieces }: Source): Steps<ImportedTranscript> {
  const { tiers, faults, cues: loose } = tiersOf(pieces);
  const cues: Cue[] = [...loose];
  const claims: Claim[] = [];
  const hints = new Map<string, readonly string[]>();
  let date: string | undefined;
  let language: string | undefined;
  const said = yield* mapInSteps(tiers, mainLine);
  for (const [at, tier] of tiers.entries()) {
    const cue = said[at];
    const [, header, value = ''] = HEADER.exec(tier.text) ?? [];
    if (cue !== undefined) {
      cues.push(cue);
      takeAll(claims, claimsOfMain(tier, pieces));
      continue;
    }
    const isTier = tier.text.startsWith('%');
    const as = isTier ? message('import.left.tiers') : message('import.left.head');
    if (!isTier && header === undefined) {
      faults.push({ line: tier.line, reason: message('import.no-tier') });
      cues.push({ ...nobody, words: tier.text, piece: tier.line });
      continue;
    }
    takeAll(
      claims,
      tier.lines.map((piece): Claim => ({ piece, text: pieces[piece]?.text ?? '', as })),
    );
    if (header === 'Participants') for (const [name, hint] of participants(value)) hints.set(name, hint);
    else if (header === 'Date') date = isoDate(value);
    else if (header === 'Languages') language = languageTag(value);
  }
  const first = pieces.find(({ text }) => text.trim() !== '')?.text.trimStart() ?? '';
  if (!first.startsWith('@')) faults.unshift({ line: 0, reason: message('import.no-chat') });
  cues.sort((a, b) => (a.piece ?? 0) - (b.piece ?? 0));
  return { ...nothingImported, cues, hints, date, language, faults, claims };
}

/** There may be more than a call takes arguments. */
function takeAll(claims: Claim[], own: readonly Claim[]): void {
  for (const claim of own) claims.push(claim);
}

const nobody = { start: undefined, end: undefined, speaker: undefined, isLoose: true };

/** The speaker of a main line, and the times in all its lines. */
function claimsOfMain({ lines }: Tier, pieces: readonly SourcePiece[]): readonly Claim[] {
  return lines.flatMap((piece, at) => {
    const text = pieces[piece]?.text ?? '';
    const head = at === 0 ? (/^\*[^:\s]+:/.exec(text)?.[0] ?? '') : '';
    const times = [...text.matchAll(BULLET)].map(([bullet]): Claim => ({ piece, text: bullet, as: 'time' }));
    return head === '' ? times : [{ piece, text: head, as: 'speaker' as const }, ...times];
  });
}

function tiersOf(pieces: readonly SourcePiece[]): {
  tiers: readonly Tier[];
  faults: ImportFault[];
  cues: readonly Cue[];
} {
  const tiers: { readonly line: number; readonly texts: string[]; readonly lines: number[] }[] = [];
  const faults: ImportFault[] = [];
  const cues: Cue[] = [];
  pieces.forEach(({ text: line }, at) => {
    const last = tiers.at(-1);
    if (line.trim() === '') return;
    if (/^[@*%]/.test(line)) tiers.push({ line: at, texts: [line.trimEnd()], lines: [at] });
    else if (/^\s/.test(line) && last !== undefined) {
      last.texts.push(line.trim());
      last.lines.push(at);
    } else {
      faults.push({ line: at, reason: message('import.no-tier') });
      cues.push({ ...nobody, words: line.trim(), piece: at });
    }
  });
  return {
    tiers: tiers.map(({ line, texts, lines }) => ({ line, text: texts.join(' '), lines })),
    faults,
    cues,
  };
}

/** What is said in a tier, where it is a main line. */
function mainLine(tier: Tier): Cue | undefined {
  const main = MAIN.exec(tier.text);
  if (main === null) return undefined;
  const [, speaker = '', text = ''] = main;
  const bullets = [...text.matchAll(BULLET)];
  const time = (match: RegExpMatchArray | undefined, group: number): number | undefined =>
    match === undefined ? undefined : Number(match[group]);
  return {
    start: time(bullets[0], 1),
    end: time(bullets.at(-1), 2),
    speaker,
    words: withoutBullets(text, bullets).trim(),
    piece: tier.line,
  };
}

/** Without the times and the blanks before them. */
function withoutBullets(text: string, bullets: readonly RegExpMatchArray[]): string {
  let words = '';
  let done = 0;
  for (const { 0: bullet, index = 0 } of bullets) {
    words += text.slice(done, index).trimEnd();
    done = index + bullet.length;
  }
  return words + text.slice(done);
}

/** `COU Konselor Therapist , CLI Klien Client`: a code, perhaps a name, and a role. */
function participants(value: string): readonly (readonly [string, readonly string[]])[] {
  return value.split(',').flatMap(entry => {
    const [code, ...rest] = entry.trim().split(/\s+/);
    return code === undefined || code === ''
      ? []
      : [[code, rest.map(word => word.replaceAll('_', ' '))] as const];
  });
}

/** The tag of the first language, which CHAT names by ISO 639-3. */
function languageTag(value: string): string | undefined {
  const [first = ''] = value.split(/[\s,]+/);
  if (!/^[a-z]{2,3}$/.test(first)) return undefined;
  return SHORT_TAGS.get(first) ?? first;
}

/** `12-MAR-2026` as `2026-03-12`. */
function isoDate(value: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-([A-Z]{3})-(\d{4})$/i.exec(value.trim()) ?? [];
  const number = MONTHS.indexOf(month.toUpperCase()) + 1;
  if (number === 0 || year === '') return undefined;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
