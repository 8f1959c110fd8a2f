import fc from 'fast-check';

const openings = ['', '', '', '> ', '- ', '* ', '1. ', '2) ', '  ', '   ', '    ', '\t', '-\t', '      '];
const contents = [
  '',
  'words',
  'more words  ',
  '# Title',
  '## Title ##',
  '###',
  '#hash',
  '=====',
  '---',
  '***',
  '```',
  '~~~',
  '[ ] a task ^id [due:: 2026-03-19] #tag',
  '[x] done',
  '[?]',
  '[/]\ttab',
  '[a]: /url "t"',
  '[K]: ya',
  '<!-- comment -->',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '\\# escaped',
  '`code` **bold**',
  '\u00a0',
  '\u2028',
  'a\u0000b',
  '😀 emoji',
  'Membuka sesi',
  '## Working together',
  '### Outcome',
  'Selesai.',
  'Tidak ada: alasan',
  '<!-- session-notes-disable empty-stage -->',
  '<<<<<<< ours',
  '=======',
  '>>>>>>> theirs',
];

const line = fc
  .tuple(fc.array(fc.constantFrom(...openings), { maxLength: 4 }), fc.constantFrom(...contents))
  .map(([opening, content]) => opening.join('') + content);

/** Texts in which the blocks of Markdown meet in every way, with any kind of line end. */
export const markdownText = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.boolean())
  .map(([texts, eol, ended]) => texts.join(eol) + (ended ? eol : ''));

const keyLine = fc.constantFrom(
  'protocol: workshop',
  'protocol: other',
  'client: K-014',
  'client: [a, b]',
  'konseli: &k K-014',
  'klien: *k',
  'session: 3',
  'date: 2026-03-12',
  'stages: [opening]',
  '__proto__: { a: 1 }',
  '? [a, b]',
  ': z',
  '- item',
  '\t- tab',
  'a: "',
  '}',
  '!!binary x: y',
  '"\\U00FFFFFF": 1',
  '# comment',
  '',
);

/** Whole notes: front matter in good and bad shape, then Markdown. */
export const noteText = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(keyLine, { maxLength: 8 }),
    fc.constantFrom('---', '...', 'never'),
    markdownText,
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([mark, keys, closing, body, eol]) => `${mark}${['---', ...keys, closing].join(eol)}${eol}${body}`);
