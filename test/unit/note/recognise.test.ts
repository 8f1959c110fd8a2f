import assert from 'node:assert/strict';
import { looksLikeNote } from '../../../src/core/note/recognise';

describe('recognising a session note', () => {
  it('takes a text whose front matter has a line protocol:', () => {
    assert.ok(looksLikeNote('---\nprotocol: four-stage\n---\n'));
    assert.ok(looksLikeNote('\ufeff---\t \r\nclient: K\r\nprotocol:\r\n...\r\n'));
    assert.ok(looksLikeNote('---\rclient: K\rprotocol: x\r---\r'));
  });

  it('does not mind whether the YAML parses or the block is closed', () => {
    assert.ok(looksLikeNote('---\na: [\nprotocol: x'));
    assert.ok(looksLikeNote('---\n}{\nprotocol:x\n---\n'));
  });

  it('leaves other Markdown alone', () => {
    const others = {
      'no front matter': '# Title\n\nprotocol: x\n',
      'front matter of another program': '---\ntitle: x\n---\nprotocol: x\n',
      'a closing line of dots': '---\ntitle: x\n...\nprotocol: x\n',
      'an indented key': '---\n protocol: x\n---\n',
      'another key': '---\nprotocols: x\nmy-protocol: y\nProtocol: z\n---\n',
      'a blank line first': '\n---\nprotocol: x\n---\n',
      'blanks before the fence': ' ---\nprotocol: x\n---\n',
      'a longer fence': '----\nprotocol: x\n----\n',
      'nothing at all': '',
      'a fence alone': '---',
    };
    for (const [name, text] of Object.entries(others)) assert.equal(looksLikeNote(text), false, name);
  });

  it('looks at the first 4 KB alone', () => {
    const keys = (length: number) => `---\n${'#'.repeat(length - 5)}\nprotocol: x\n---\n`;
    assert.ok(looksLikeNote(keys(4000)));
    assert.equal(looksLikeNote(keys(4090)), false);
  });
});
