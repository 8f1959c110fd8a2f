import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeSnippet, tabStop } from '../../../src/core/complete/snippet';
import { expandSnippet } from './expandSnippet';

describe('a snippet', () => {
  it('shows any text literally', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', '|', ',', 'a', '\n') }),
        text => {
          assert.equal(expandSnippet(escapeSnippet(text)).text, text);
        },
      ),
    );
  });

  it('offers one value as the default of a tab stop, several as a choice', () => {
    assert.equal(tabStop(1, ['a}b$']), `\${1:a\\}b\\$}`);
    assert.equal(tabStop(2, ['a,b', 'c|d', 'e}']), `\${2|a\\,b,c\\|d,e}|}`);
  });
});
