import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { quietParts } from '../../../src/extension/appearance/quietParts';

describe('what is dimmed behind goals', () => {
  const protocols = protocolSet(builtinProtocols());
  const text =
    '---\nprotocol: four-stage\n---\n## Planning\n- [ ] Sleep [due:: 2026-03-19] ^sleep\n- [ ] Walk ^walk\n';
  const { goals } = parseNote(text, { protocols, defaultProtocol: 'four-stage' });
  const shown = {
    carets: new Set<number>(),
    inSight: [{ start: 0, end: text.length }],
    isHighContrast: false,
  };
  const wordsOf = (over: Partial<typeof shown>) =>
    quietParts(goals, { ...shown, ...over }).map(({ start, end }) => text.slice(start, end));

  it('is their ids and fields, but not where the caret is, nor out of sight', () => {
    assert.deepEqual(
      wordsOf({}).map(words => words.trim()),
      ['^sleep', '[due:: 2026-03-19]', '^walk'],
    );
    assert.equal(wordsOf({ carets: new Set([4]) }).length, 1);
    assert.deepEqual(wordsOf({ inSight: [] }), []);
  });

  it('is nothing in themes of high contrast', () => {
    assert.deepEqual(wordsOf({ isHighContrast: true }), []);
  });
});
