import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { spellingKey } from '../case/clientKey';
import { type Message, message, titleIn } from '../message';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { reread } from '../note/parseNote';
import { knownField } from '../protocol/knownFields';
import { comparable } from '../text/comparable';
import type { TextRange } from '../text/textRange';
import { closingMarks, markupTokens } from '../transcript/markupTokens';
import { nothingSaid } from '../transcript/nearlyHead';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Transcript, Turn } from '../transcript/transcript';
import { wordsHash } from '../transcript/wordsHash';
import { yamlScalar } from '../yaml/yamlScalar';
import { blindNames, fieldsLeftOut, speakerLines, turnSource } from './blindedText';

/** A copy that does not tell whose session it is, with what was coded. */
interface BlindedCopy {
  /** The `transcript:` id; it tells nothing but which copies have the same words. */
  readonly id: string;
  /** Of its file. */
  readonly name: string;
  readonly text: string;
  readonly leftOut: LeftOut;
}

/** How much the copy has not. */
interface LeftOut {
  readonly fields: number;
  readonly comments: number;
  /** Headings that name no stage, and whatever else stands outside the turns. */
  readonly outside: number;
}

/** A transcript that is to be copied. */
export interface BlindingSource {
  /** How its file is called in the key. */
  readonly file: string;
  readonly note: Note;
  /** The fields that go, besides client, session and date: what the practice lists as `blind:`. */
  readonly fields: readonly string[];
}

/** The copies that can be made, and why others cannot. */
export interface Blinding {
  readonly copies: readonly (BlindedCopy & { readonly file: string })[];
  readonly refused: readonly { readonly file: string; readonly reason: Message }[];
}

/** What goes whatever the practice says, and what is true of the original alone. */
const ALWAYS = ['client', 'session', 'date', 'written', 'next', 'corrections', 'signed'];
/** What stands in the copy, but not as it is. */
const WRITTEN = ['transcript', 'speakers'];

/**
 * Blinded copies of transcripts. Versions of one transcript get the same id, so that their raters can be compared.
 * Refused is what is no transcript or has no turns, what would read otherwise in the copy, and all versions of a
 * transcript whose words differ.
 */
export function blindTranscripts(sources: readonly BlindingSource[]): Blinding {
  const copies: Blinding['copies'][number][] = [];
  const refused: Blinding['refused'][number][] = [];
  const made = sources.map(source => ({ source, copy: blindedCopy(source) }));
  const idsByTranscript = new Map<string, Set<string>>();
  for (const { source, copy } of made) {
    const { id } = parseTranscript(source.note);
    if ('reason' in copy || id === undefined) continue;
    idsByTranscript.set(id, (idsByTranscript.get(id) ?? new Set()).add(copy.id));
  }
  const names = new Set<string>();
  for (const { source, copy } of made) {
    const { file, note } = source;
    const { id } = parseTranscript(note);
    const refuse = (reason: Message): void => void refused.push({ file, reason });
    if ('reason' in copy) refuse(copy.reason);
    else if (id !== undefined && (idsByTranscript.get(id)?.size ?? 0) > 1)
      refuse(message('blind.words-differ'));
    else if (names.has(copy.name)) refuse(message('blind.same-copy'));
    else {
      names.add(copy.name);
      copies.push({ ...copy, file });
    }
  }
  return { copies, refused };
}

function blindedCopy({ note, fields }: BlindingSource): BlindedCopy | { readonly reason: Message } {
  if (note.frontMatter.kind !== 'transcript') return { reason: message('blind.no-transcript') };
  const transcript = parseTranscript(note);
  if (transcript.turns.length === 0) return { reason: message('blind.no-turns') };
  const id = blindId(transcript);
  const goes = new Set(
    [...ALWAYS, ...fields].flatMap(field => [knownField(field) ?? field, comparable(field)]),
  );
  const { entries } = note.frontMatter;
  const kept = entries.filter(
    entry => !goes.has(entry.field ?? '') && !goes.has(comparable(entry.key)) && isKept(entry),
  );
  const body = bodyOf(note, transcript);
  const text = [
    '---',
    ...(kept.some(({ field }) => field === 'protocol') ? [] : [`protocol: ${yamlScalar(note.protocolId)}`]),
    ...kept.map(fieldLine),
    `transcript: ${id}`,
    ...speakerLines([...blindNames(note, transcript.turns).values()]),
    '---',
    '',
    ...[fieldsLeftOut, ...body.parts].flatMap(part => [part, '']),
  ].join('\n');
  if (!saysTheSame(transcript, parseTranscript(reread(note, text))))
    return { reason: message('agree.copy-differs') };
  const written = entries.filter(({ field }) => field !== undefined && WRITTEN.includes(field));
  return {
    id,
    name: versionName(id, transcript),
    text,
    leftOut: {
      fields: entries.length - kept.length - written.length,
      comments: commentsInFront(note) + body.comments,
      outside: outsideOf(note),
    },
  };
}

/** Versions by several raters have several names, which tell no more. */
function versionName(id: string, { rater = '' }: Transcript): string {
  const sign = rater === '' ? '' : `-${signOf(spellingKey(rater), 4)}`;
  return `${id}${sign}.session.md`;
}

/** From what is said, which the copy has anyway. */
function blindId(transcript: Transcript): string {
  return `t${signOf(wordsHash(transcript), 10)}`;
}

/** The first hexadecimal digits of a hash that is used for nothing else. */
function signOf(text: string, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(`blinded ${text}`))).slice(0, digits);
}

/** Maps of the user's own are left out: nobody knows what they tell. */
function isKept({ field, shape }: FrontMatterEntry): boolean {
  return shape !== 'map' && (field === undefined || !WRITTEN.includes(field));
}

function fieldLine({ key, shape, values }: FrontMatterEntry): string {
  const scalars = values.map(({ text }) => yamlScalar(text));
  if (shape === 'list') return `${yamlScalar(key)}: [${scalars.join(', ')}]`;
  return `${yamlScalar(key)}: ${scalars.join('')}`.trimEnd();
}

interface Body {
  readonly parts: readonly string[];
  readonly comments: number;
}

/** The turns without comments, below the titles of their stages. */
function bodyOf(note: Note, { turns }: Transcript): Body {
  const { text } = note.outline;
  const names = blindNames(note, turns);
  const parts: string[] = [];
  let stage: string | undefined;
  let comments = 0;
  for (const turn of turns) {
    if (turn.stage !== stage) parts.push(`## ${stageTitle(note, turn.stage)}`);
    stage = turn.stage;
    const bare = withoutComments(turnSource(text, turn, names));
    comments += bare.count;
    parts.push(bare.text);
  }
  return { parts, comments };
}

/** Where a heading of the writer's own ends a stage, one that says nothing does. */
function stageTitle({ stages, language = 'en' }: Note, id: string | undefined): string {
  const region = stages.find(({ stage }) => stage.id === id);
  return region === undefined ? '…' : titleIn(region.stage.title, language);
}

/** Comments go; what looks like one in a memo is what the memo says. */
function withoutComments(source: string): { readonly text: string; readonly count: number } {
  const tokens = markupTokens(source);
  const closes = closingMarks(tokens);
  let text = '';
  let at = 0;
  let count = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === '{>>') index = closes.get(index) ?? index;
    if (token?.kind !== 'html' || source.slice(token.start, token.end) === nothingSaid) continue;
    text += source.slice(at, token.start);
    at = token.end;
    count++;
  }
  return { text: text + source.slice(at), count };
}

const COMMENT = /(?<=^|[ \t\r\n])#[^\r\n]*/g;

/** The comments in the front matter: what stands outside its keys and values. */
function commentsInFront({ outline: { text, frontMatter }, frontMatter: { entries } }: Note): number {
  if (frontMatter === undefined) return 0;
  const said: readonly TextRange[] = entries
    .flatMap(({ keyRange, values, pairs }) => [
      keyRange,
      ...values.map(({ range }) => range),
      ...pairs.flatMap(pair => [pair.keyRange, ...pair.values.map(({ range }) => range)]),
    ])
    .sort((a, b) => a.start - b.start);
  const { start, end } = frontMatter.yaml;
  const starts = [start, ...said.map(range => range.end)];
  const ends = [...said.map(range => range.start), end];
  return starts.reduce(
    (sum, from, at) => sum + [...text.slice(from, Math.max(from, ends[at] ?? end)).matchAll(COMMENT)].length,
    0,
  );
}

/** How much stands outside the turns and is no heading of a stage. */
function outsideOf(note: Note): number {
  const { outside } = parseTranscript(note);
  const marks = new Set(note.stages.map(({ mark }) => mark.range.start));
  const others = note.outline.blocks.filter(
    ({ kind, range }) =>
      (kind === 'heading' && !marks.has(range.start)) || ['quote', 'code', 'html', 'comment'].includes(kind),
  );
  return outside + others.length;
}

/** Whether every turn of the copy has the words, the speaker's role, the time, the stage and the codes that it had. */
function saysTheSame(before: Transcript, after: Transcript): boolean {
  if (before.turns.length !== after.turns.length) return false;
  return before.turns.every((turn, at) => {
    const other = after.turns[at];
    return other !== undefined && JSON.stringify(saidIn(turn)) === JSON.stringify(saidIn(other));
  });
}

function saidIn({ role, start, end, stage, words, codes, spans }: Turn): readonly unknown[] {
  return [
    [role, start, end, stage, words.split(/\s+/).filter(word => word !== '')],
    codes.map(({ code }) => code),
    spans.map(span => [span.codes.map(({ code }) => code), span.memo, span.piece]),
  ];
}
