import type { Random } from './random';

/** What means something to one of the readers, or is seldom seen. */
const tokens: readonly string[] = [
  '---\n',
  '# ',
  '## ',
  '### ',
  '- [ ] ',
  '- [x] ',
  '- [?] ',
  '[>]',
  ' ^a',
  '[due:: 2026-01-01]',
  '[gas:: 3]',
  '[client:: K]',
  '<!-- ',
  ' -->',
  '```\n',
  '~~~\n',
  '> ',
  '1. ',
  '* ',
  '    ',
  '\t',
  '\n\n',
  '\r\n',
  '\r',
  '===\n',
  '***\n',
  '|',
  '|---|\n',
  '{==',
  '==}',
  '{>>',
  '<<}',
  ' #trust',
  '#',
  '\\',
  '\\#',
  '[0:05] ',
  '[0:05 --> 0:01] ',
  '**Konselor:** ',
  'Client: ',
  '**',
  'protocol: four-stage\n',
  'kind: transcript\n',
  'client: [a, b]\n',
  'session: x\n',
  'words: sha256-0\n',
  'speakers: { a: b }\n',
  '&a ',
  '*a ',
  '"',
  "'",
  '{ ',
  '[',
  '? ',
  '- - ',
  ': ',
  '!!x ',
  '%YAML 1.2\n',
  '<<: *a\n',
  '{#id}',
  '__proto__: x\n',
  'constructor',
  'WEBVTT\n\n',
  '00:01.000 --> 00:02.000\n',
  'NOTE a\n',
  '<v Name>',
  '</v>',
  '<00:01.000>',
  '*KON:\t',
  '@Begin\n',
  '%com:\t',
  '\u0015',
  '<TIER TIER_ID="a">',
  '</TIER>',
  '<a b="c"/>',
  '&amp;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<![CDATA[',
  ']]>',
  '<br>',
  '\0',
  '\u001b[31m',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u{1f600}',
  '\u{1f1ee}\u{1f1e9}',
  'e\u0301',
  '\u200d',
  '\u0130',
  '\u00df',
  '\ufdfa',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  'session-notes-disable',
  '$0',
  '\u0024{1:a}',
  '=1+1',
  '../',
  'CON',
  ' '.repeat(40),
  '-'.repeat(40),
];

const mostChanges = 6;
/** No text that was changed is longer, in UTF-16 code units: what is long is for the tests of scaling. */
const longest = 6000;

/** A text that is another one with a few things put in, taken out, doubled or moved. */
export function mutated(text: string, others: readonly string[], random: Random): string {
  let changed = text;
  for (let count = 1 + random.below(mostChanges); count > 0; count--)
    changed = changedOnce(changed, others, random);
  return changed.slice(0, longest);
}

function changedOnce(text: string, others: readonly string[], random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(60));
  const [before, stretch, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (random.below(7)) {
    case 0:
      return before + random.of(tokens) + stretch + after;
    case 1:
      return before + after;
    case 2:
      return before + stretch + stretch + after;
    case 3:
      return (
        before +
        String.fromCharCode(random.below(random.below(2) === 0 ? 128 : 65_536)) +
        text.slice(start + 1)
      );
    case 4:
      return before + random.of(tokens).repeat(1 + random.below(20)) + after;
    case 5: {
      const other = random.of(others);
      const from = random.below(other.length + 1);
      return before + other.slice(from, from + random.below(400)) + after;
    }
    default:
      return after + before + stretch;
  }
}

/** Bytes of which a few are others, or are not there. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let count = 1 + random.below(mostChanges); count > 0 && changed.length > 0; count--) {
    changed[random.below(changed.length)] = random.below(256);
  }
  return random.below(4) === 0 ? changed.subarray(0, random.below(changed.length + 1)) : changed;
}
