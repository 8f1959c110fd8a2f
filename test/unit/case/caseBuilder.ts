import fc from 'fast-check';
import * as v from 'valibot';
import type { CaseMention, CaseNote, MentionContent } from '../../../src/core/case/caseNote';
import { comparableGoalText } from '../../../src/core/note/comparableGoalText';
import type { GoalStatus } from '../../../src/core/note/goalMention';
import { markerOfStatus } from '../../../src/core/note/markers';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { type ProtocolSet, protocolSet } from '../../../src/core/protocol/protocolSet';
import { protocolSchema } from '../../../src/core/protocol/schema';

const walk = {
  id: 'walk',
  title: { en: 'Walk' },
  stages: [
    {
      id: 'start',
      title: { en: 'Start' },
      sections: [{ id: 'ours', title: { en: 'Ours' }, role: 'client' }],
      goals: [
        { id: 'trust', title: { en: 'Trust each other', id: 'Saling percaya' }, role: 'counselor' },
        { id: 'agree', title: { en: 'Agree on the way', id: 'Sepakat' }, role: 'client' },
      ],
    },
    { id: 'middle', title: { en: 'Middle' }, goals: [{ id: 'rest', title: { en: 'Rest' } }] },
    {
      id: 'end',
      title: { en: 'End' },
      sections: [{ id: 'doing', title: { en: 'Doing' }, tracks: 'actions' }],
    },
  ],
};

const swim = {
  id: 'swim',
  title: { en: 'Swim' },
  stages: [
    { id: 'dive', title: { en: 'Dive' }, goals: [{ id: 'breathe', title: { en: 'Breathe' } }] },
    { id: 'end', title: { en: 'End' } },
  ],
};

/** Two small protocols, one of whose stages have the same id. */
export const twoProtocols: ProtocolSet = protocolSet(
  [walk, swim].map(source => compileProtocol(v.parse(protocolSchema, source))),
);

/** What a mention of a test is to be; the status by its marker, undefined by one that means nothing. */
export type MentionParts = Partial<MentionContent> &
  Pick<Partial<CaseMention>, 'replacesPlace'> & {
    readonly status?: GoalStatus | undefined;
    readonly line?: number;
  };

/** A mention of an open goal in the stage `start`, on line 10, unless told otherwise. */
export function mention(text: string, parts: MentionParts = {}): CaseMention {
  const { status, replacesPlace, line = 10, ...over } = parts;
  const marker = status === undefined ? '?' : markerOfStatus(status);
  const end = 106 + text.length;
  return {
    said: {
      kind: 'goal',
      saysKind: false,
      isAtHome: true,
      isReview: false,
      marker: 'status' in parts ? marker : ' ',
      carried: parts.marker === '>',
      text,
      comparableText: comparableGoalText(text),
      id: undefined,
      fields: [],
      tags: [],
      due: undefined,
      role: undefined,
      gas: undefined,
      weight: undefined,
      replaces: undefined,
      reworded: false,
      client: undefined,
      protocol: 'walk',
      stage: 'start',
      section: undefined,
      protocolGoal: undefined,
      ...over,
    },
    place: { start: 106, end, line, character: 6 },
    end,
    markerStart: 103,
    markerEnd: 104,
    idStart: undefined,
    wordsEnd: end,
    replacesPlace,
    blockStart: 100,
  };
}

/** The mention with something else said. */
export function saying(mention: CaseMention, over: Partial<MentionContent>): CaseMention {
  return { ...mention, said: { ...mention.said, ...over } };
}

/** A note of the client A under the protocol `walk` unless told otherwise. */
export function caseNote(path: string, over: Partial<CaseNote> = {}): CaseNote {
  const { protocol = 'walk', mentions: own = [], untracked = [] } = over;
  return {
    path,
    kind: 'note',
    clients: ['A'],
    session: undefined,
    date: undefined,
    next: undefined,
    counselor: undefined,
    draft: false,
    attendance: 'attended',
    contact: undefined,
    closed: undefined,
    protocol,
    others: [],
    protocolKind: 'session',
    use: 'session',
    language: undefined,
    presentStages: [],
    recordedStages: [],
    recordedSections: [],
    coveredStages: over.recordedStages ?? [],
    risk: undefined,
    hasPlan: false,
    isUnwritten: false,
    choices: [],
    closes: false,
    scores: [],
    isReadable: true,
    switches: { all: [], allBut: [], off: new Map(), onAgain: new Map() },
    places: {
      head: { start: 0, end: 3, line: 0, character: 0 },
      protocols: [],
      session: undefined,
      date: undefined,
      closing: undefined,
      stages: [],
    },
    ...over,
    mentions: own.map(each => saying(each, { protocol })),
    untracked: untracked.map(each => saying(each, { protocol })),
  };
}

const mentions: fc.Arbitrary<CaseMention> = fc
  .record({
    text: fc.constantFrom('Sleep early', 'sleep  EARLY', 'Walk', 'Talk', 'Trust each other', ''),
    kind: fc.constantFrom<MentionContent['kind']>('goal', 'goal', 'action'),
    id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    stage: fc.constantFrom('start', 'middle', 'end', 'dive', undefined),
    section: fc.option(fc.constantFrom('ours', 'doing'), { nil: undefined }),
    protocolGoal: fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 4 },
      fc.constantFrom('trust', 'agree', 'breathe'),
    ),
    marker: fc.constantFrom(' ', '/', 'x', '-', '>', '?'),
    saysKind: fc.boolean(),
    due: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'), { nil: undefined }),
    role: fc.option(fc.constantFrom('client', 'counselor'), { nil: undefined }),
    gas: fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined }),
    weight: fc.option(fc.constantFrom(0.5, 2), { nil: undefined }),
    replaces: fc.option(fc.constantFrom('a', 'b', 'c', 'gone'), { nil: undefined, freq: 3 }),
    client: fc.option(fc.constantFrom('a', 'B', 'Z'), { nil: undefined }),
  })
  .map(({ text, ...over }) => mention(text, over));

const stageLists = fc.uniqueArray(fc.constantFrom('start', 'middle', 'end', 'dive'));

/** A note at `path`; equal dates and sessions, none, two clients, transcripts, no-shows, late ids are all likely. */
export function caseNotes(path: string): fc.Arbitrary<CaseNote> {
  return fc
    .record({
      kind: fc.constantFrom<CaseNote['kind']>('note', 'note', 'note', 'note', 'transcript', 'process'),
      clients: fc.constantFrom(['A'], ['A'], ['a'], ['Ａ '], ['B'], ['A', 'B'], ['B', 'a', 'A'], [], [' ']),
      session: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      date: fc.option(fc.constantFrom('2026-01-01', '2026-01-08', '2026-01-15'), { nil: undefined }),
      counselor: fc.option(fc.constantFrom('RA', 'DW'), { nil: undefined }),
      attendance: fc.constantFrom<CaseNote['attendance']>('attended', 'attended', 'no-show', 'cancelled'),
      contact: fc.option(fc.constantFrom<CaseNote['contact']>('parent', 'phone'), {
        nil: undefined,
        freq: 2,
      }),
      closed: fc.option(fc.constant<CaseNote['closed']>('resolved'), { nil: undefined, freq: 1 }),
      protocol: fc.constantFrom('walk', 'walk', 'swim', 'unknown'),
      language: fc.constantFrom('en', 'id', undefined),
      recordedStages: stageLists,
      closes: fc.boolean(),
      mentions: fc.array(mentions, { maxLength: 5 }),
    })
    .map(over => caseNote(path, over));
}

/** Notes with different paths in two folders, in any order. */
export const caseNoteLists: fc.Arbitrary<readonly CaseNote[]> = fc
  .uniqueArray(fc.constantFrom('x/1.md', 'x/2.md', 'x/3.md', 'x/4.md', 'xy.md', 'y/1.md', 'y/2.md', 'z.md'))
  .chain(paths => fc.tuple(...paths.map(caseNotes)));
