import { declareSpeaker } from '../../change/declareSpeaker';
import { type Message, message, quoting } from '../../message';
import { isFrontMatterSound, type Note } from '../../note/note';
import { comparable } from '../../text/comparable';
import { lineEndOf, type TextEdit } from '../../text/textEdit';
import type { TextRange } from '../../text/textRange';
import { literalMark } from '../../transcript/nearlyHead';
import { namesOf, otherRole, rolesOf, type Speakers, speakerPairs } from '../../transcript/speakers';
import type { Turn } from '../../transcript/transcript';
import type { TurnChunks } from '../../transcript/turnChunks';
import { readNameAtStart, speakerRange } from '../../transcript/turnHead';
import type { Fix } from '../problem';
import { replacement, valueFixes } from '../replacement';
import type { Finding, Rule, RuleContext } from '../rule';
import { type TurnContext, turnFindings } from '../turnFindings';

/** A speaker whose role nothing tells, a turn without a speaker, or a role that the protocol does not have. */
export const unknownSpeaker: Rule = {
  id: 'unknown-speaker',
  isShared: true,
  check(context) {
    const { note, turns } = context;
    if (turns === undefined || note.protocol === undefined || !isFrontMatterSound(note)) return [];
    const seen = new Set<string>();
    const inTurns = turnFindings(checkSpeaker, context).flatMap(finding => {
      const name = finding.message.quoted?.['speaker'];
      if (name === undefined) return finding;
      // It is mended once, at its declaration.
      if (seen.has(comparable(name))) return [];
      seen.add(comparable(name));
      return { ...finding, fixes: () => [...(finding.fixes?.() ?? []), ...declarations(note, name)] };
    });
    return [...wrongRoles(note), ...declaredTwice(note), ...outsideTurns(context, turns), ...inTurns];
  },
};

/** More speakers than these are not offered one by one. */
const MOST_OFFERED = 6;

/** What this rule finds in one turn. */
export function checkSpeaker(turn: Turn, text: string, { turns }: TurnContext): readonly Finding[] {
  if (turns === undefined) return [];
  const { speakers } = turns;
  const slips = [...nearlyHead(turn, text), ...headsInside(turn, text), ...slipsIn(turn, text, speakers)];
  if (turn.speaker === undefined) return [withoutSpeaker(turn, speakers), ...slips];
  if (speakers.knows(turn.speaker)) return slips;
  const range = speakerRange(text, turn.head) ?? turn.head;
  return [named(turn.speaker, range, speakers, {}), ...slips];
}

/** A known name that begins a line in a form that no turn head has; it begins a turn all the same. */
function nearlyHead({ faults, speaker = '' }: Turn, text: string): readonly Finding[] {
  return faults
    .filter(({ kind }) => kind === 'nearly-speaker')
    .map(({ range }) => {
      const { at, text: mark } = literalMark(text.slice(range.start, range.end));
      const place = { start: range.start + at, end: range.start + at };
      const literally = {
        title: message('fix.no-turn-head'),
        safety: 'suggestion' as const,
        edits: [{ range: place, newText: mark }],
      };
      const asHead = replacement(range, `**${speaker}:**`, 'suggestion');
      const fixes = [...(speaker.includes(':') ? [] : [asHead]), literally];
      return { message: message('problem.unknown-speaker.nearly'), range, fixes: () => fixes };
    });
}

/** Where another speaker begins in the middle of a line; what follows is still said by who spoke before. */
function headsInside({ faults }: Turn, text: string): readonly Finding[] {
  return faults
    .filter(({ kind }) => kind === 'inner-head')
    .map(({ range }) => {
      const before = withoutBlanksBefore(text, range.start);
      const newTurn = {
        title: message('fix.new-turn'),
        safety: 'suggestion' as const,
        edits: [{ range: { start: before, end: range.start }, newText: lineEndOf(text).repeat(2) }],
      };
      const bold = text.slice(range.start, range.end).indexOf('**');
      const mark = range.start + Math.max(0, bold);
      const literally = {
        title: message('fix.no-turn-head'),
        safety: 'suggestion' as const,
        edits: [{ range: { start: mark, end: mark }, newText: '\\' }],
      };
      const isBehindSentence = /[.!?\u2026"\u201d]/.test(text.charAt(before - 1));
      return {
        message: message('problem.unknown-speaker.inside'),
        range,
        // Within a sentence a name may be spoken of.
        ...(!isBehindSentence && { maxSeverity: 'info' as const }),
        fixes: () => [newTurn, literally],
      };
    });
}

function withoutBlanksBefore(text: string, end: number): number {
  let at = end;
  while (/[ \t]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** What nobody says: nothing of it is in counts and exports. Titles and dates above the first turn are meant so. */
function outsideTurns({ note }: RuleContext, turns: TurnChunks): readonly Finding[] {
  const outside: TextRange[] = [];
  let firstTurn: number | undefined;
  for (const { chunk, start } of turns.placed()) {
    const [turn] = chunk.turns;
    if (turn !== undefined) firstTurn ??= turn.range.start + start;
    for (const range of chunk.outside) outside.push({ start: range.start + start, end: range.end + start });
  }
  const [first] = outside;
  if (first === undefined) return [];
  if (firstTurn === undefined)
    return [{ message: message('problem.unknown-speaker.no-turns'), range: first }];
  const said = message('problem.unknown-speaker.outside');
  const begin = firstTurn;
  return outside.flatMap((range): readonly Finding[] => {
    const written = note.outline.text.slice(range.start, range.end);
    const isAbove = range.start <= begin;
    if (!isAbove && HIDING.test(written)) return [hiddenTurns(range, written)];
    if (isAbove && isHead(written)) return [];
    return [{ message: said, range, maxSeverity: 'info' }];
  });
}

/** What makes of a block a quote, a heading, code or HTML. */
const HIDING = /^[ \t]*(?:[>#<]|```|~~~)|^(?: {4}|\t)|[\r\n][ \t]*(?:-+|=+)[ \t]*$/;
const HIDING_SIGNS = /^(?:[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)+| {4,}|\t[ \t]*)/gm;
/** What makes a heading of the lines above it. */
const UNDERLINE = /(?<=[\r\n])[ \t]*(?:-+|=+)[ \t]*$/;

/** Turns that are not read for where they stand. */
function hiddenTurns(range: TextRange, written: string): Finding {
  return {
    message: message('problem.unknown-speaker.hidden'),
    range,
    // A memo in a quote may name who it is about.
    ...(written.trimStart().startsWith('>') && { maxSeverity: 'info' as const }),
    fixes: () => {
      const edits = plainEdits(range, written);
      return edits.length === 0 ? [] : [{ title: message('fix.plain-turns'), safety: 'suggestion', edits }];
    },
  };
}

/** What takes the signs of a quote, a heading or code away, or parts a line from what makes a heading of it. */
function plainEdits({ start }: TextRange, written: string): readonly TextEdit[] {
  const underline = written.search(UNDERLINE);
  if (underline >= 0) {
    const at = start + underline;
    return [{ range: { start: at, end: at }, newText: lineEndOf(written) }];
  }
  return [...written.matchAll(HIDING_SIGNS)].map(({ 0: sign, index }) => ({
    range: { start: start + index, end: start + index + sign.length },
    newText: '',
  }));
}

/** Lines above the turns that are longer than this, in UTF-16 code units, are no titles. */
const LONGEST_HEAD = 100;
const SENTENCE_END = /[.?!…。？！]["'”’»)\]]*$/;

/** Whether a paragraph is a title, a date, a list of who was there: short lines, none of which ends a sentence. */
function isHead(paragraph: string): boolean {
  const lines = paragraph.split(/\r\n?|\n/).map(line => line.trim());
  return lines.every(line => line.length <= LONGEST_HEAD && !SENTENCE_END.test(line));
}

function declaredTwice(note: Note): readonly Finding[] {
  const seen = new Set<string>();
  return speakerPairs(note.frontMatter.entries).flatMap(({ key, keyRange }) => {
    const name = comparable(key);
    const isTwice = seen.has(name);
    seen.add(name);
    if (!isTwice) return [];
    return [{ message: quoting('problem.unknown-speaker.twice', { speaker: key }), range: keyRange }];
  });
}

function withoutSpeaker({ head }: Turn, { declared }: Speakers): Finding {
  const names = [...declared.keys()].slice(0, MOST_OFFERED);
  const fixes = names.map(name => ({
    title: message('fix.name-speaker', { name }),
    safety: 'suggestion' as const,
    edits: [{ range: { start: head.end, end: head.end }, newText: ` **${name}:**` }],
  }));
  return { message: message('problem.unknown-speaker.none'), range: head, fixes: () => fixes };
}

/** Lines that go on with the turn, although they begin with what is nearly a known name. */
function slipsIn({ paragraphs }: Turn, text: string, speakers: Speakers): readonly Finding[] {
  const lines = paragraphs.length === 1 && paragraphs[0]?.length === 1 ? [] : paragraphs.flat().slice(1);
  return lines.flatMap(({ start, end }) => {
    const name = readNameAtStart(text.slice(start, end));
    if (name === undefined || speakers.knows(name.speaker)) return [];
    const range = { start: start + name.start, end: start + name.end };
    if (speakers.nearest(name.speaker) === undefined) return [];
    return [named(name.speaker, range, speakers, { maxSeverity: 'info' })];
  });
}

function named(
  speaker: string,
  range: TextRange,
  speakers: Speakers,
  more: Pick<Finding, 'maxSeverity'>,
): Finding {
  const near = speakers.nearest(speaker);
  // Of what may be words, only a person can say that it is a name.
  const safety = more.maxSeverity === undefined ? 'safe' : 'suggestion';
  return {
    message: quoting('problem.unknown-speaker', { speaker }),
    range,
    fixes: () => (near === undefined ? [] : [replacement(range, near, safety)]),
    ...more,
  };
}

function declarations(note: Note, name: string): readonly Fix[] {
  const roles = new Map(rolesOf(note).map(role => [role.id, role] as const));
  const named = [...roles.values()]
    .slice(0, MOST_OFFERED)
    .map(({ id, title }) => [id, { speaker: name, role: title }] as const);
  const offered: readonly (readonly [string, Message])[] = [
    ...named.map(([id, args]) => [id, message('fix.declare-speaker', args)] as const),
    [otherRole, message('fix.declare-other-speaker', { speaker: name })],
  ];
  return offered.flatMap(([role, title]) => {
    const change = declareSpeaker(note, name, role);
    if (change.kind === 'refused') return [];
    return [{ title, safety: 'suggestion' as const, edits: change.edits }];
  });
}

function wrongRoles(note: Note): readonly Finding[] {
  const roles = rolesOf(note);
  const names = new Set([...roles.flatMap(namesOf), otherRole]);
  const ids = [...new Set(roles.map(({ id }) => id))];
  return speakerPairs(note.frontMatter.entries).flatMap(({ keyRange, values }) => {
    const [role] = values;
    if (role !== undefined && names.has(comparable(role.text))) return [];
    const what = message('problem.unknown-speaker.role', { roles: ids.join(', ') });
    const fixes = role === undefined ? [] : valueFixes(role.range, role.text, ids);
    return [{ message: what, range: role?.range ?? keyRange, fixes: () => fixes }];
  });
}
