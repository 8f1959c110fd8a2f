import fc from 'fast-check';
import { builtinProtocol } from '../../../src/core/protocol/builtinProtocols';

const stages = builtinProtocol('four-stage')?.protocol.stages ?? [];
const titled = [...stages, ...stages.flatMap(({ sections }) => sections)];
const titles = titled.flatMap(({ title, aliases }) => [
  ...Object.values(title),
  ...Object.values(aliases).flat(),
]);

const title = fc.constantFrom(...titles);

/** A title with a letter left out, doubled, replaced or swapped with the next. */
const misspelt = fc
  .tuple(title, fc.nat(200), fc.constantFrom('drop', 'double', 'replace', 'swap'))
  .map(([text, position, slip]) => {
    const at = position % text.length;
    const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    if (slip === 'drop') return before + after;
    if (slip === 'double') return before + letter + letter + after;
    return slip === 'replace' ? `${before}q${after}` : before + after.slice(0, 1) + letter + after.slice(1);
  });

const words = fc.oneof(
  { weight: 4, arbitrary: title },
  { weight: 2, arbitrary: misspelt },
  fc.constantFrom('Sesi 3', 'Lampiran', 'Tahap 2', '', '**', '{#planning}', 'Tahap 3: {#closing}', '#'),
);
const heading = fc
  .tuple(fc.constantFrom('#', '##', '##', '###', '###', '######', '  ##'), words)
  .map(([marks, text]) => `${marks} ${text}`);
const titleParagraph = words.map(text => `\n**${text}**\n`);
const setext = words.map(text => `\n${text || 'x'}\n---\n`);

const marker = fc.constantFrom(' ', '/', 'x', 'X', '-', 'h', '>', '✓', '–', '?', '√', 'a', '😀');
const run = fc.constantFrom(
  '^tidur',
  '^a',
  '[due:: 2026-03-03]',
  '[due:: 3 Maret 2026]',
  '[due:: 3/4/2026]',
  '[gas:: 9]',
  '[role:: counselr]',
  '[replaces:: a]',
  '[client:: K-01]',
  '#tag',
);
const goal = fc
  .tuple(fc.constantFrom('- ', '* ', '1. ', '  - ', '\t- '), marker, words, fc.array(run, { maxLength: 3 }))
  .map(([bullet, mark, text, runs]) => `${bullet}[${mark}] ${[text, ...runs].join(' ')}`);

const other = fc.constantFrom(
  '',
  '',
  'Kata-kata.',
  'Tidak dibahas: waktu habis',
  'Diteruskan.',
  'Selesai',
  '- [ ] Diteruskan',
  '<!-- prompt -->',
  '<!-- session-notes-disable-next-line -->',
  '<!-- session-notes-disable missing-stage -->',
  '<!-- session-notes-enable -->',
  '<!-- never closed',
  '-->',
  '```',
  '~~~~ js',
  '<script>',
  '</script>',
  '<?php',
  '<![CDATA[',
  '<!DOCTYPE',
  '<div>',
  '> kutipan',
  '    kode',
  '- butir',
  '***',
  '---',
  '  ',
  '\t',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> b',
);

const body = fc.array(fc.oneof(heading, heading, goal, other, titleParagraph, setext), { maxLength: 18 });

const frontLine = fc.oneof(
  fc.constantFrom(
    'protocol: four-stage',
    'protocol: four-stages',
    'protocol: none',
    'client: K-014',
    'client: [K-014, K-015]',
    'session: 3',
    'session: Sesi 3',
    'tanggal: 24/02/2026',
    'date: [3 March 2026]',
    'date:',
    'status: draft',
    'status: drat',
    'attendance: no-show',
    'contact: paren',
    'kind: transcript',
    'kind: process',
    'language: en',
    'language: xx',
    'stages: [planning, closing]',
    'stages:\n  - planing',
    'stages: exploration',
    'x: {a: 1',
    '"',
    '',
  ),
  words.map(text => `stages: ["${text.replace(/["\\]/g, '')}"]`),
);
const front = fc
  .tuple(fc.array(frontLine, { maxLength: 6 }), fc.constantFrom('---', '---', '---', '---', '...', ''))
  .map(([lines, closing]) => ['---', ...lines, closing]);

/** Texts of notes in good and bad shape, with every line end, mark and end. */
export const anyNote: fc.Arbitrary<string> = fc
  .record({
    front: fc.option(front, { freq: 5 }),
    body,
    eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    end: fc.constantFrom('', '\n', '\n\n', '   '),
    mark: fc.constantFrom('', '', '\ufeff'),
  })
  .map(({ front, body, eol, end, mark }) => {
    return mark + ([...(front ?? []), ...body].join('\n') + end).replaceAll('\n', eol);
  });
