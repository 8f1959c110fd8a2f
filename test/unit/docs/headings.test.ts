import assert from 'node:assert/strict';
import { type HeadingList, headingFiles } from '../../../scripts/headingFiles';

describe('the list of headings', () => {
  for (const { protocol, lists } of headingFiles()) {
    const places = new Set(
      protocol.stages.flatMap(({ id, sections }) => [id, ...sections.map(section => `${id}/${section.id}`)]),
    );

    it(`of ${protocol.id} names stages and sections that the format has`, () => {
      for (const { named, misspelt, asked } of Object.values(lists)) {
        const paths = [named, misspelt].flatMap(headings => Object.keys(headings));
        assert.deepEqual(
          [...paths, ...Object.values(asked).flat()].filter(path => !places.has(path)),
          [],
        );
        assert.deepEqual(
          Object.values(asked)
            .flat()
            .filter(path => path.includes('/')),
          [],
        );
      }
    });

    it(`of ${protocol.id} gives one answer for each heading`, () => {
      const answers = new Map<string, string>();
      for (const [heading, answer] of Object.values(lists).flatMap(answersOf)) {
        assert.equal(answers.get(heading) ?? answer, answer, heading);
        answers.set(heading, answer);
      }
    });

    it(`of ${protocol.id} has for each language twenty headings that name a part, and ten that name none`, () => {
      for (const list of Object.values(lists)) {
        const answers = answersOf(list).map(([, answer]) => answer);
        assert.equal(new Set(answersOf(list).map(([heading]) => heading)).size, answers.length);
        assert.ok(answers.filter(answer => answer.startsWith('named')).length >= 20);
        assert.ok(answers.filter(answer => answer === 'none').length >= 10);
      }
    });

    it(`of ${protocol.id} has for each stage a heading in each language`, () => {
      for (const { named } of Object.values(lists)) {
        const stages = new Set(Object.keys(named).map(path => path.split('/')[0]));
        assert.deepEqual(
          protocol.stages.map(({ id }) => id).filter(id => !stages.has(id)),
          [],
        );
      }
    });
  }
});

/** Each heading of a list, as it stands there, with what is expected of it. */
function answersOf({ named, misspelt, asked, none }: HeadingList): readonly (readonly [string, string])[] {
  const of = (kind: string, headings: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(headings).flatMap(([path, each]) =>
      each.map(heading => [heading, `${kind} ${path}`] as const),
    );
  return [
    ...of('named', named),
    ...of('misspelt', misspelt),
    ...Object.entries(asked).map(([heading, stages]) => [heading, `asked ${stages.join()}`] as const),
    ...none.map(heading => [heading, 'none'] as const),
  ];
}
