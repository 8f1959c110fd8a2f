import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtin, indexTexts } from './noteTexts';

const heads = [
  'protocol: four-stage',
  'protocol: nowhere',
  'client: K-014',
  'client: k-014',
  'client: [K-014, K-015]',
  'client: K-015',
  'session: 1',
  'session: 2',
  'session: two',
  'date: 2026-01-05',
  'date: 2026-01-12',
  'date: 12 Jan 2026',
  'attendance: no-show',
  'kind: transcript',
  'kind: process',
  'status: draft',
  'closed: resolved',
];
const lines = [
  '## Rapport',
  "### Client's goals",
  '## Termination',
  "### Client's actions",
  '### Decision',
  'Resolved: it is.',
  '- [ ] Sleep early',
  '- [x] sleep EARLY ^sleep',
  '- [/] Sleep early ^sleep [due:: 2026-02-01]',
  '- [ ] Rest [replaces:: ^sleep] [client:: K-015]',
  '- [ ] Facilitate communication',
  '- [-] Call home ^call [gas:: -1]',
  '```',
  'Tidak dibahas: waktu habis.',
  '',
];

/** One note as it is typed: a line more, a line less, in its front matter or below. */
interface Typing {
  readonly path: string;
  readonly part: 'head' | 'body';
  readonly at: number;
  /** Undefined takes a line away. */
  readonly line: string | undefined;
}

interface Typed {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

const typings: fc.Arbitrary<Typing> = fc.oneof(
  ...(['head', 'body'] as const).map(part =>
    fc.record({
      path: fc.constantFrom('a/1.md', 'a/2.md', 'b/1.md', '3.md'),
      part: fc.constant(part),
      at: fc.nat({ max: 8 }),
      line: fc.option(fc.constantFrom(...(part === 'head' ? heads : lines)), { nil: undefined, freq: 6 }),
    }),
  ),
);

function typed(note: Typed | undefined, { part, at, line }: Typing): Typed {
  const before = note ?? { head: ['protocol: four-stage', 'client: K-014'], body: ['## Rapport'] };
  const inserted = line === undefined ? [] : [line];
  return { ...before, [part]: before[part].toSpliced(at, line === undefined ? 1 : 0, ...inserted) };
}

function textOf({ head, body }: Typed): string {
  return ['---', ...head, '---', ...body, ''].join('\n');
}

describe('cases while their notes are typed', () => {
  it('are after every line what a fresh reading of the files gives, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(typings, { minLength: 1, maxLength: 30 }), sequence => {
        const index = new CaseIndex(builtin);
        const notes = new Map<string, Typed>();
        for (const typing of sequence) {
          const note = typed(notes.get(typing.path), typing);
          notes.set(typing.path, note);
          const context = { defaultProtocol: 'four-stage' };
          index.set(toCaseNote(typing.path, parseNote(textOf(note), { protocols: builtin, ...context })));
          if (typing.at % 2 === 0) index.cases();
        }
        const texts = [...notes].map(([path, note]) => [path, textOf(note)] as const);
        assert.deepEqual(index.cases(), indexTexts(texts).cases());
        assert.deepEqual(index.cases(), indexTexts(texts.reverse()).cases());
      }),
      { numRuns: 100 },
    );
  });
});
