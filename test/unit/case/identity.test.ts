import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedMention } from '../../../src/core/case/case';
import type { CaseMention } from '../../../src/core/case/caseNote';
import { groupMentions } from '../../../src/core/case/identity';
import { within } from '../processorTime';
import { caseNote, caseNoteLists, mention, saying } from './caseBuilder';

/** The groups as indices into `mentions`, all in one note after the other. */
function groupsOf(...mentions: readonly CaseMention[]): readonly (readonly number[])[] {
  return indices(mentions.map((each, index) => ({ note: caseNote(`${index}`), mention: each })));
}

function indices(mentions: readonly PlacedMention[]): readonly (readonly number[])[] {
  return groupMentions(mentions).map(group => group.map(each => mentions.indexOf(each)));
}

describe('a goal over the case', () => {
  it('is one by its id, in whatever words and stage', () => {
    const first = mention('Sleep early', { id: 'sleep' });
    const later = mention('Sleep before eleven', { id: 'sleep', stage: 'middle' });
    assert.deepEqual(groupsOf(first, later), [[0, 1]]);
  });

  it('is one by its words in the same stage when an id is added late or left out', () => {
    const bare = mention('Sleep early');
    const signed = mention('sleep  *EARLY*', { id: 'sleep' });
    assert.deepEqual(groupsOf(bare, signed, mention('Sleep early')), [[0, 1, 2]]);
  });

  it('is another in another stage when only the words are the same', () => {
    assert.deepEqual(groupsOf(mention('Walk'), mention('Walk', { stage: 'middle' })), [[0], [1]]);
  });

  it('is one by its words where it is looked back on, unless they stand in several stages', () => {
    const review = mention('Walk', { stage: 'middle', isReview: true });
    assert.deepEqual(groupsOf(mention('Walk'), review), [[0, 1]]);
    assert.deepEqual(groupsOf(mention('Walk', { id: 'a' }), review, saying(review, { id: 'a' })), [
      [0, 1, 2],
    ]);
    assert.deepEqual(groupsOf(mention('Walk'), mention('Walk', { stage: 'end' }), review), [[0], [1], [2]]);
  });

  it('is one by its words in a stage that two protocols have', () => {
    const swim = mention('Walk', { stage: 'end', protocol: 'swim' });
    assert.deepEqual(groupsOf(swim, mention('Walk', { stage: 'end' })), [[0, 1]]);
  });

  it('is another than one of which there is nothing but an id', () => {
    assert.deepEqual(groupsOf(mention('', { id: 'a' }), mention(''), mention('')), [[0], [1], [2]]);
  });

  it('is another than an action with the same words or id', () => {
    assert.deepEqual(groupsOf(mention('Walk'), mention('Walk', { kind: 'action' })), [[0], [1]]);
    assert.deepEqual(groupsOf(mention('A', { id: 'x' }), mention('B', { id: 'x', kind: 'action' })), [
      [0],
      [1],
    ]);
  });

  it('is one by the goal of the protocol that it states, whatever its wording, even with two ids', () => {
    const english = mention('Trust each other', { protocolGoal: 'trust', id: 'one' });
    const indonesian = mention('Saling percaya', { protocolGoal: 'trust', id: 'two' });
    assert.deepEqual(groupsOf(english, indonesian, mention('Trust', { protocolGoal: 'trust' })), [[0, 1, 2]]);
  });

  it('is joined over several steps', () => {
    const bare = mention('Sleep early');
    const renamed = mention('Sleep before eleven', { id: 'sleep' });
    const bareRenamed = mention('Sleep before eleven');
    assert.deepEqual(groupsOf(bare, bareRenamed, renamed, mention('Sleep early', { id: 'sleep' })), [
      [0, 1, 2, 3],
    ]);
  });

  it('is not joined to another by a text that two ids bear; the unsigned of that text are one by themselves', () => {
    const a = mention('Walk', { id: 'a' });
    const b = mention('Walk', { id: 'b' });
    assert.deepEqual(groupsOf(a, mention('Walk'), b, mention('walk')), [[0], [1, 3], [2]]);
  });

  it('takes an unsigned mention whose two ids are one goal already', () => {
    const a = mention('Trust each other', { id: 'a', protocolGoal: 'trust' });
    const b = mention('Saling percaya', { id: 'b', protocolGoal: 'trust' });
    const laterA = mention('Trust', { id: 'a' });
    const laterB = mention('Trust, saling', { id: 'b' });
    assert.deepEqual(groupsOf(a, b, laterA, laterB, mention('Trust')), [[0, 1, 2, 3, 4]]);
  });

  it('is, mentioned in no stage, the one with its words in the one stage that has them', () => {
    const outside = mention('walk', { stage: undefined });
    assert.deepEqual(groupsOf(mention('Walk'), outside, mention('Rest', { stage: 'middle' })), [[0, 1], [2]]);
    assert.deepEqual(groupsOf(outside, mention('Walk', { id: 'w' }), outside), [[0, 1, 2]]);
    const swim = mention('Walk', { stage: undefined, protocol: 'swim' });
    assert.deepEqual(groupsOf(swim, mention('Walk')), [[0, 1]]);
  });

  it('is another, mentioned in no stage, than those whose words stand in two', () => {
    const outside = mention('Walk', { stage: undefined });
    const stages = [mention('Walk'), mention('Walk', { stage: 'middle' })];
    assert.deepEqual(groupsOf(...stages, outside, outside), [[0], [1], [2, 3]]);
    assert.deepEqual(groupsOf(outside, ...stages, outside), [[0, 3], [1], [2]]);
  });

  it('counts, mentioned in no stage with an id, only what has none as its words elsewhere', () => {
    const outside = mention('Walk', { stage: undefined, id: 'w' });
    const signed = mention('Walk', { stage: 'middle', id: 'other' });
    assert.deepEqual(groupsOf(outside, mention('Walk'), signed), [[0, 1], [2]]);
    assert.deepEqual(groupsOf(outside, signed), [[0], [1]]);
  });

  it('is one by its id whatever its kind, and of the kind that the latest place says', () => {
    const action = mention('Walk', { id: 'w', kind: 'action', saysKind: true });
    const anywhere = mention('Walk a mile', { id: 'w' });
    assert.deepEqual(groupsOf(action, anywhere), [[0, 1]]);
    assert.deepEqual(groupsOf(saying(action, { id: undefined }), mention('walk')), [[0, 1]]);
    assert.deepEqual(groupsOf(saying(action, { id: undefined }), mention('walk', { saysKind: true })), [
      [0],
      [1],
    ]);
  });

  it('is another with the same id where the words are plainly about something else', () => {
    const call = mention('Call the school', { id: 'g' });
    const buy = mention('Buy a diary', { id: 'g' });
    assert.deepEqual(groupsOf(call, buy, mention('Calling school', { id: 'g' }), buy), [
      [0, 2],
      [1, 3],
    ]);
    assert.deepEqual(groupsOf(call, saying(buy, { reworded: true }), buy), [[0, 1, 2]]);
    assert.deepEqual(groupsOf(call, mention('', { id: 'g' }), call), [[0, 1, 2]]);
    assert.deepEqual(groupsOf(mention('Tidur', { id: 'g' }), mention('Tidru', { id: 'g' })), [[0, 1]]);
    assert.deepEqual(groupsOf(mention('Rest', { id: 'sleep' }), mention('Slept well', { id: 'sleep' })), [
      [0, 1],
    ]);
  });

  it('agrees with the definition, pair by pair', () => {
    fc.assert(
      fc.property(caseNoteLists, notes => {
        const mentions = notes.flatMap(note => note.mentions.map(each => ({ note, mention: each })));
        assert.deepEqual(indices(mentions), groupsByDefinition(mentions));
      }),
      { numRuns: 300 },
    );
  });

  it('stays cheap for many mentions of one text', () => {
    const note = caseNote('n');
    const walk = mention('Walk');
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      note,
      mention: saying(walk, {
        id: index % 2 === 0 ? undefined : `g${index}`,
        stage: index % 3 === 0 ? undefined : 'start',
      }),
    }));
    assert.equal(within(2000, () => groupMentions(many)).length, 25_001);
  });
});

type Relation = (a: PlacedMention, b: PlacedMention) => boolean;

const sameStage: Relation = (a, b) =>
  a.note.protocol === b.note.protocol &&
  a.mention.said.stage !== undefined &&
  a.mention.said.stage === b.mention.said.stage;
const sameProtocolGoal: Relation = (a, b) =>
  sameStage(a, b) &&
  a.mention.said.protocolGoal !== undefined &&
  a.mention.said.protocolGoal === b.mention.said.protocolGoal;

/** The kind that a mention counts as: its own where its place says it, else the only one that its words have. */
function kindByDefinition(
  { mention: { said: own } }: PlacedMention,
  mentions: readonly PlacedMention[],
): string {
  const same = mentions.filter(({ mention: each }) => each.said.comparableText === own.comparableText);
  const stated = new Set(same.filter(each => each.mention.said.saysKind).map(each => each.mention.said.kind));
  const [only] = stated;
  return own.saysKind || stated.size !== 1 || only === undefined ? own.kind : only;
}

/** Whether two mentions of one `^id` are one goal by what they say, see the words of the texts of these tests. */
function sameIdByDefinition(mentions: readonly PlacedMention[]): Relation {
  const own = ({ mention: { said } }: PlacedMention) =>
    said.stage === undefined || said.protocolGoal === undefined
      ? ''
      : `${said.protocol} ${said.stage} ${said.protocolGoal}`;
  const words = ({ mention: { said } }: PlacedMention) => said.comparableText;
  const isNext = (a: PlacedMention, b: PlacedMention) => {
    const same = mentions.filter(({ mention: { said } }) => said.id === a.mention.said.id);
    return same.indexOf(b) - same.indexOf(a) === 1;
  };
  const mayGoOn = (a: string, b: string) =>
    a === '' || b === '' || [a, b].every(text => text === 'walk' || text === 'talk');
  return (a, b) => {
    if (a.mention.said.id === undefined || a.mention.said.id !== b.mention.said.id) return false;
    if (words(a) !== '' && words(a) === words(b)) return true;
    if (own(a) !== '' && own(a) === own(b)) return true;
    return (isNext(a, b) || isNext(b, a)) && mayGoOn(words(a), words(b));
  };
}

/** The stage that a mention counts for: its own, else the only one with the words that it could be joined to. */
function stageByDefinition(
  a: PlacedMention,
  mentions: readonly PlacedMention[],
  sameWords: Relation,
): string | undefined {
  if (a.mention.said.stage !== undefined) return a.mention.said.stage;
  const same = mentions.filter(each => sameWords(a, each));
  const outside = same.filter(each => each.mention.said.stage === undefined);
  const joinable = same.filter(each =>
    outside.some(other => other.mention.said.id === undefined || each.mention.said.id === undefined),
  );
  const stages = new Set(joinable.flatMap(each => each.mention.said.stage ?? []));
  return stages.size === 1 ? [...stages][0] : undefined;
}

function groupsByDefinition(mentions: readonly PlacedMention[]): readonly (readonly number[])[] {
  const kinds = new Map(mentions.map(each => [each, kindByDefinition(each, mentions)]));
  const sameKind: Relation = (a, b) => kinds.get(a) === kinds.get(b);
  const sameWords: Relation = (a, b) =>
    sameKind(a, b) &&
    a.mention.said.comparableText !== '' &&
    a.mention.said.comparableText === b.mention.said.comparableText;
  const sameId = sameIdByDefinition(mentions);
  const alike: Relation = (a, b) => sameId(a, b) || sameProtocolGoal(a, b);
  const signed = closure(mentions, alike);
  const stages = new Map(mentions.map(each => [each, stageByDefinition(each, mentions, sameWords)]));
  const sameText: Relation = (a, b) => sameWords(a, b) && stages.get(a) === stages.get(b);
  const related: Relation = (a, b) => {
    if (alike(a, b)) return true;
    if (!sameKind(a, b) || !sameText(a, b)) return false;
    if (a.mention.said.id === undefined && b.mention.said.id === undefined) return true;
    if (a.mention.said.id !== undefined && b.mention.said.id !== undefined) return false;
    const bearers = mentions.flatMap((each, index) =>
      each.mention.said.id !== undefined && sameKind(each, a) && sameText(each, a) ? [signed[index]] : [],
    );
    return new Set(bearers).size === 1;
  };
  const groups = closure(mentions, related);
  return [...new Set(groups)].map(group => groups.flatMap((each, index) => (each === group ? [index] : [])));
}

/** For each mention the first that it is joined to, over as many steps as it takes. */
function closure(mentions: readonly PlacedMention[], related: Relation): readonly number[] {
  const first = mentions.map((_, index) => index);
  for (let changed = true; changed; ) {
    changed = false;
    mentions.forEach((a, i) => {
      mentions.forEach((b, j) => {
        const [left, right] = [first[i] ?? i, first[j] ?? j];
        if (left >= right || !related(a, b)) return;
        first[j] = left;
        changed = true;
      });
    });
    // A mention in the middle may have moved since those after it were compared with it.
    first.forEach((at, index) => {
      first[index] = first[at] ?? at;
    });
  }
  return first;
}
