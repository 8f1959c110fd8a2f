import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, decodeHead, maximumBytes } from '../../../src/core/text/decode';
import { encode } from '../../../src/core/text/encode';

const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;

describe('decoding a file', () => {
  it('gives back any text written in any of the encodings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...encodings), (text, encoding) => {
        const decoded = decode(encode(text, { encoding, bom: true }));
        assert.deepEqual(decoded, { kind: 'text', text, encoding, bom: true });
      }),
    );
  });

  it('gives back the bytes of whatever it reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const decoded = decode(bytes);
        if (decoded.kind === 'text') assert.deepEqual(encode(decoded.text, decoded), bytes);
        else assert.equal(decoded.reason.key, 'file.not-text');
      }),
    );
  });

  it('reads UTF-8 without a byte order mark', () => {
    const decoded = decode(Buffer.from('---\nprotocol: four-stage\n---\n# Sesi 1 — é 😀\n'));
    assert.equal(decoded.kind, 'text');
    assert.equal(decoded.kind === 'text' && decoded.text.endsWith('é 😀\n'), true);
    assert.equal(decoded.kind === 'text' && decoded.bom, false);
  });

  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['Latin-1', Buffer.from('---\nclient: Andr\xe9\n', 'latin1')],
    ['UTF-8 cut off within a character', Buffer.from('---\né').subarray(0, 5)],
    ['UTF-16 without a byte order mark', Buffer.from('---\n', 'utf16le')],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x2d])],
    ['UTF-16 with half a surrogate pair', Buffer.from([0xff, 0xfe, 0x3d, 0xd8])],
  ];
  for (const [what, bytes] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(decode(bytes), { kind: 'fault', reason: { key: 'file.not-text' } });
    });
  }

  it('refuses more than 20 MB', () => {
    assert.deepEqual(decode(new Uint8Array(maximumBytes + 1)), {
      kind: 'fault',
      reason: { key: 'file.too-large' },
    });
    assert.equal(decode(new Uint8Array(maximumBytes)).kind, 'text');
  });
});

describe('decoding the head of a file', () => {
  it('shows the first line in every encoding, with and without a mark', () => {
    for (const encoding of encodings) {
      for (const bom of [true, false]) {
        assert.equal(decodeHead(encode('---\nprotocol:', { encoding, bom })), '---\nprotocol:');
      }
    }
  });

  it('lets a character that is cut off pass', () => {
    assert.ok(decodeHead(Buffer.from('---\né').subarray(0, 5)).startsWith('---\n'));
  });
});
