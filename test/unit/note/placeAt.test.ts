import assert from 'node:assert/strict';
import { sectionAt, stageAt } from '../../../src/core/note/placeAt';
import { lines, read } from './workshop';

describe('the stage and the section at a place', () => {
  const text = lines(
    '# Opening the session',
    '## Mood today',
    'fine',
    '# Something else',
    'words',
    '# Work',
    'a',
  );
  const note = read(text);
  const idsAt = (offset: number) => [stageAt(note, offset)?.stage.id, sectionAt(note, offset)?.section.id];

  it('are those whose heading stands before it', () => {
    assert.deepEqual(idsAt(text.indexOf('# Opening')), ['opening', undefined]);
    assert.deepEqual(idsAt(text.indexOf('## Mood')), ['opening', 'mood']);
    assert.deepEqual(idsAt(text.indexOf('fine')), ['opening', 'mood']);
    assert.deepEqual(idsAt(text.length), ['working', undefined]);
  });

  it('end where the heading begins that ends them', () => {
    const end = text.indexOf('# Something else');
    assert.deepEqual(idsAt(end - 1), ['opening', 'mood']);
    assert.deepEqual(idsAt(end), [undefined, undefined]);
    assert.deepEqual(idsAt(text.indexOf('words')), [undefined, undefined]);
  });
});
