import fc from 'fast-check';

const lines: readonly string[] = [
  '',
  '  ',
  '# Sesi 3',
  '#',
  '## ',
  '###',
  '   ## Pere',
  '    ## code',
  '## Membangun hubungan',
  '## Building the relationship',
  '### Tujuan konselor',
  "### Client's goals",
  '#### Kualitas hubungan',
  '## Definisi masalah',
  '## Identifikasi dan eksplorasi masalah',
  '## Perencanan pemecahan masalah',
  'Perencanaan pemecahan masalah',
  '###### Terminasi',
  '### Tindakan konseli',
  '### Keputusan',
  '## Lampiran',
  'Diteruskan',
  'Keputusan: ',
  'Tidak dibahas: waktu habis',
  '- ',
  '- [',
  '- [ ]',
  '- [x] Ter',
  '- [ ] Memfasilitasi komunikasi',
  '- [/] Tidur sebelum pukul 23.00 ^tidur [due:: 2026-03-19]',
  '  - [ ] bersarang',
  '1. [ ] ',
  '\t* - [ ] a',
  'Teks biasa.',
  'teks <!-- catatan',
  '<!-- prompt -->',
  '<!--',
  '-->',
  '```',
  '~~~~',
  '> kutipan',
  '> - [ ] ',
  '    kode',
  '<div>',
  '</div>',
  '---',
  '===',
  '[a]: /b',
  '#tag',
  '\\## $0 } {',
  '😀 [h',
];

const frontMatterLines: readonly string[] = [
  'protocol: four-stage',
  'client: K-014',
  'klien: [K-014, K-021]',
  'session: 3',
  'tanggal: 2026-03-12',
  'kind: process',
  'kind: ',
  'stages: [exploration, ',
  'stages: [exploration]',
  'stages:',
  '  - planning',
  '  - ',
  'status: draft',
  'attendance:',
  'contact: par',
  'language: en # tetap',
  'cl',
  '',
  '# komentar',
  'x: {a: 1',
  '"',
  '\tt: 1',
];

const headings: readonly string[] = [
  '## Membangun hubungan\n### Tujuan konselor',
  '## Membangun hubungan\n\n### Tujuan konseli\n',
  '## Building the relationship\n',
  '## Identifikasi dan eksplorasi masalah\n### Definisi masalah',
  '## Perencanaan pemecahan masalah',
  '# Terminasi\n## Tindakan konseli',
  '## Penerapan solusi dan penutup konseling\n### Keputusan\n\n<!-- Terselesaikan? -->\n',
];

const closedHead = fc
  .array(fc.constantFrom(...frontMatterLines), { maxLength: 4 })
  .map(some => ['---', 'protocol: four-stage', 'client: K-014', ...some, '---']);
const anyHead = fc
  .tuple(fc.array(fc.constantFrom(...frontMatterLines), { maxLength: 6 }), fc.constantFrom('---', '...', ''))
  .map(([some, closing]) => ['---', ...some, closing]);
const head = fc.oneof(
  { weight: 6, arbitrary: closedHead },
  { weight: 2, arbitrary: anyHead },
  { weight: 1, arbitrary: fc.constant([]) },
);
const chunk = fc
  .tuple(
    fc.option(fc.constantFrom(...headings), { nil: '' }),
    fc.array(fc.constantFrom(...lines), { maxLength: 4 }),
  )
  .map(([heading, some]) => [...heading.split('\n'), ...some]);
const body = fc.array(chunk, { minLength: 1, maxLength: 4 }).map(chunks => chunks.flat());

/** What somebody has just typed on a line of its own. */
const typed: readonly string[] = [
  '',
  '',
  ' ',
  '#',
  '## ',
  '###',
  '## Per',
  '- ',
  '- [',
  '- [ ] ',
  '  - [ ] Ti',
  '2) ',
  'Ter',
  'Keputusan: ',
  'cl',
  'status:',
  'stages: [planning, ',
];
const place = fc.noBias(fc.nat({ max: 999 }));

/** The lines of texts that are notes, nearly notes and no notes at all. */
const anyLines = fc.tuple(head, body).map(parts => parts.flat());
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');
const mark = fc.constantFrom('', '', '\ufeff');

/** A text with something typed into it and the offset behind that; or any text and any offset. */
export const anyPlace: fc.Arbitrary<{ readonly text: string; readonly offset: number }> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ lines: anyLines, what: fc.constantFrom(...typed), place, lineEnd, mark })
      .map(({ lines, what, place, lineEnd, mark }) => {
        const at = place % (lines.length + 1);
        const before = mark + [...lines.slice(0, at), what].join(lineEnd);
        return { text: [before, ...lines.slice(at)].join(lineEnd), offset: before.length };
      }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ lines: anyLines, place, lineEnd, mark }).map(({ lines, place, lineEnd, mark }) => {
      const text = mark + lines.join(lineEnd);
      return { text, offset: (place % (text.length + 5)) - 2 };
    }),
  },
);
