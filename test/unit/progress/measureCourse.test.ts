import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote, CaseScore } from '../../../src/core/case/caseNote';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import type { Message } from '../../../src/core/message';
import { parseNote } from '../../../src/core/note/parseNote';
import { briefMarkdown } from '../../../src/core/progress/briefMarkdown';
import { caseProgress } from '../../../src/core/progress/caseProgress';
import { progressCsv } from '../../../src/core/progress/progressCsv';
import { sessionBrief } from '../../../src/core/progress/sessionBrief';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { render, setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { caseNote, twoProtocols } from '../case/caseBuilder';

const { set: protocols } = loadWorkspaceProtocols([]);

function noteOf(session: number, ...head: readonly string[]): CaseNote {
  const front = ['protocol: dap', 'client: K-1', `session: ${session}`, `date: 2026-02-0${session}`, ...head];
  const text = ['---', ...front, '---', '## Data', 'Words.', 'PHQ-9: 12', ''].join('\n');
  return toCaseNote(`${session}.md`, parseNote(text, { protocols, defaultProtocol: 'dap' }));
}

function score(value: number, max = 10): CaseScore {
  return { measure: { id: 'fear', title: { en: 'Fear' }, min: 0, max, better: 'lower' }, value };
}

describe('the scores of a case note', () => {
  it('are those that its measure can have, each once', () => {
    const { scores } = noteOf(1, 'phq9: 12', 'suds: 80 → 40', 'gad7: 50');
    assert.deepEqual(
      scores.map(({ measure, value }) => [measure.id, value]),
      [
        ['phq9', 12],
        ['suds', 80],
        ['suds', 40],
      ],
    );
  });

  it('are none in a note of several clients', () => {
    const text = '---\nprotocol: dap\nclient: [K-1, K-2]\nphq9: 12\n---\n';
    assert.deepEqual(toCaseNote('1.md', parseNote(text, { protocols, defaultProtocol: 'dap' })).scores, []);
  });
});

describe('a measure over a case', () => {
  afterEach(() => setInterfaceLanguage('en'));

  const notes = [
    caseNote('1.md', { session: 1, date: '2026-01-01', scores: [score(8)] }),
    caseNote('2.md', { session: 2, date: '2026-01-08' }),
    caseNote('3.md', { session: 3, date: '2026-01-15', scores: [score(7), score(4)] }),
    caseNote('3 (copy).md', { session: 3, date: '2026-01-15', scores: [score(7), score(4)] }),
  ];
  const ofCase = buildCase('a', notes, twoProtocols);

  it('has the scores at their sessions, those of sync copies once', () => {
    const [course, ...others] = caseProgress(ofCase, twoProtocols).measures;
    assert.deepEqual(others, []);
    assert.equal(course?.id, 'fear');
    assert.deepEqual(course.points, [
      { column: 0, value: 8 },
      { column: 2, value: 7 },
      { column: 2, value: 4 },
    ]);
  });

  it('is two measures where its range changed', () => {
    const changed = buildCase(
      'a',
      [caseNote('1.md', { session: 1, scores: [score(8), score(80, 100)] })],
      twoProtocols,
    );
    assert.deepEqual(
      caseProgress(changed, twoProtocols).measures.map(({ max, points }) => [max, points.length]),
      [
        [10, 1],
        [100, 1],
      ],
    );
  });

  it('has a row for each score in the CSV', () => {
    const rows = progressCsv(caseProgress(ofCase, twoProtocols)).split('\r\n');
    assert.deepEqual(
      rows.filter(row => row.includes('measure')),
      [
        'A,1,2026-01-01,attended,,,,,,fear,measure,Fear,,,,,,,,8',
        'A,3,2026-01-15,attended,,,,,,fear,measure,Fear,,,,,,,,7',
        'A,3,2026-01-15,attended,,,,,,fear,measure,Fear,,,,,,,,4',
      ],
    );
  });

  it('is told in the brief by its last scores and those before', () => {
    const brief = sessionBrief(ofCase, twoProtocols, '2026-02-01');
    const pageIn = (language: 'en' | 'id') => {
      setInterfaceLanguage(language);
      const voice = { language, say: (said: Message) => render(said) };
      return briefMarkdown(brief, { decision: [], plan: [], risk: [] }, voice);
    };
    const words =
      'Fear · 7 → 4 (session 3, 2026-01-15) · 8 before (session 1, 2026-01-01) · 0 to 10 · lower is better';
    assert.ok(pageIn('en').replaceAll('\\', '').toLowerCase().includes(words.toLowerCase()), pageIn('en'));
    assert.ok(pageIn('id').includes('makin rendah makin baik'));
  });
});
