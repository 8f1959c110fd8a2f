import assert from 'node:assert/strict';
import { headingFiles } from '../../../scripts/headingFiles';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';

const protocols = protocolSet(builtinProtocols());

/** What a heading is taken for that stands alone in a note, at level 2, with words below it. */
function readingOf(heading: string, defaultProtocol: string) {
  const text = `---\nprotocol: ${defaultProtocol}\n---\n\n## ${heading}\n\nWords.\n`;
  const note = parseNote(text, { protocols, defaultProtocol });
  const [region] = note.stages;
  const [near] = note.nearMisses;
  const section = region?.sections[0]?.section.id;
  const term = near?.near.term;
  return {
    named: region && [region.stage.id, ...(section === undefined ? [] : [section])].join('/'),
    misspelt: term && [term.stage.id, ...(term.kind === 'section' ? [term.section.id] : [])].join('/'),
    asked: note.unnamed.flatMap(({ asked }) => asked.map(({ id }) => id)),
  };
}

describe('a heading of the lists', () => {
  for (const { protocol, lists } of headingFiles()) {
    const { id } = protocol;
    for (const [language, { named, misspelt, asked, none }] of Object.entries(lists)) {
      for (const [path, headings] of Object.entries(named)) {
        it(`in ${language} names ${path} of ${id}`, () => {
          for (const heading of headings) {
            const { named: place, misspelt: near } = readingOf(heading, id);
            assert.deepEqual([place, near], [path, undefined], heading);
          }
        });
      }

      for (const [path, headings] of Object.entries(misspelt)) {
        it(`in ${language} is told to be a slip of the pen for ${path} of ${id}`, () => {
          for (const heading of headings) {
            const { named: place, misspelt: near } = readingOf(heading, id);
            assert.deepEqual([place, near], [undefined, path], heading);
          }
        });
      }

      it(`in ${language} is asked about where it has to do with a stage of ${id}`, () => {
        for (const [heading, stages] of Object.entries(asked)) {
          const reading = readingOf(heading, id);
          assert.deepEqual([reading.named, reading.misspelt], [undefined, undefined], heading);
          assert.deepEqual(
            stages.filter(stage => !reading.asked.includes(stage)),
            [],
            heading,
          );
        }
      });

      it(`in ${language} is the writer's own where it names nothing of ${id}`, () => {
        for (const heading of none) {
          const { named: place, misspelt: near } = readingOf(heading, id);
          assert.deepEqual([place, near], [undefined, undefined], heading);
        }
      });
    }
  }
});
