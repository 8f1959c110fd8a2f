import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Offer } from '../../../src/core/complete/offer';
import { offersAt } from '../../../src/core/complete/offersAt';
import type { Note } from '../../../src/core/note/note';
import { sectionAt, stageAt } from '../../../src/core/note/placeAt';
import { anyPlace } from './anyNote';
import { casesOf, english, noteOf, take } from './workshop';

const earlier = [
  '---\nprotocol: four-stage\nclient: K-014\nsession: 1\n---\n## Membangun hubungan\n- [ ] Percaya diri ^pd\n',
  '---\nprotocol: four-stage\nclient: K-021\nsession: 1\n---\n## Terminasi\n### Tindakan konseli\n- [ ] Menulis {$1} tiap hari\n',
];

function offersOf(note: Note, offset: number): readonly Offer[] {
  return offersAt(note, offset, casesOf(note, ...earlier), english);
}

/** What a note has of the kind of an offer, as ids. */
function idsIn(note: Note, offer: Offer): readonly string[] {
  switch (offer.kind) {
    case 'stage':
      return note.stages.map(({ stage }) => stage.id);
    case 'section':
      return note.stages.flatMap(({ stage, sections }) =>
        sections.map(({ section }) => `${stage.id}/${section.id}`),
      );
    case 'goal':
    case 'action':
      return note.goals.map(({ kind, id }) => `${kind} ${id}`);
    case 'choice':
      return note.stages.flatMap(({ sections }) =>
        sections.flatMap(({ choices }) => choices.map(({ choice }) => choice.id)),
      );
    case 'field':
      return note.frontMatter.entries.map(({ field }) => field ?? '');
    case 'field-value':
      return note.frontMatter.entries.flatMap(({ values }) => values.map(({ text }) => text));
    case 'code':
      return [];
  }
}

function newIds(before: Note, after: Note, offer: Offer): readonly string[] {
  const known = [...idsIn(before, offer)];
  return idsIn(after, offer).filter(id => {
    const at = known.indexOf(id);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** The days and levels of a goal's fields are offered all, also the one that stands there. */
function isOfGoal({ outline }: Note, { kind, range }: Offer): boolean {
  return kind === 'field-value' && range.start > (outline.frontMatter?.range.end ?? -1);
}

function valuesOfGoals({ goals }: Note): readonly string[] {
  return goals.flatMap(({ fields }) => fields.map(({ value }) => value));
}

/** A quote that is never closed swallows whatever is written below it. */
function isInBrokenYaml(note: Note, { kind }: Offer): boolean {
  const isField = kind === 'field' || kind === 'field-value';
  return isField && note.frontMatter.faults.length > 0;
}

describe('the offers at any place of any text', () => {
  it('replace a stretch of the line of the caret that holds it', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        const { lines } = note.outline;
        const inText = Math.min(Math.max(0, offset), text.length);
        const line = lines.lineRange(lines.positionAt(inText).line);
        // No caret stands between the two characters of a line end.
        const caret = Math.min(inText, line.end);
        for (const { range } of offersOf(note, offset)) {
          assert.ok(line.start <= range.start && range.end <= line.end);
          assert.ok(range.start <= caret && caret <= Math.max(range.end, line.end));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('put the caret on an empty line of the stage or section that they bring', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        for (const offer of offersOf(note, offset)) {
          if (offer.kind !== 'stage' && offer.kind !== 'section') continue;
          const { text: written, caret } = take(note, offer);
          const after = noteOf(written);
          const line = after.outline.lines.lineRange(after.outline.lines.positionAt(caret).line);
          assert.equal(line.start, line.end);
          const stage = stageAt(after, caret)?.stage;
          const title = offer.kind === 'stage' ? stage?.title : sectionAt(after, caret)?.section.title;
          assert.ok(title !== undefined && Object.values(title).includes(offer.label));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('bring what they say, as something that the note did not have', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        for (const offer of offersOf(note, offset)) {
          if (isInBrokenYaml(note, offer)) continue;
          const after = noteOf(take(note, offer).text);
          if (isOfGoal(note, offer)) assert.ok(valuesOfGoals(after).includes(offer.label), offer.label);
          else assert.notDeepEqual(newIds(note, after, offer), [], `${offer.kind} ${offer.label}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
