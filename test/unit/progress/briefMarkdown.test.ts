import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { type BriefWords, briefMarkdown } from '../../../src/core/progress/briefMarkdown';
import { sessionBrief } from '../../../src/core/progress/sessionBrief';
import { type InterfaceLanguage, render, setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { caseNote, mention, twoProtocols } from '../case/caseBuilder';
import { builtin } from '../case/noteTexts';

const nothing: BriefWords = { decision: [], plan: [], risk: [] };

function pageOf(notes: readonly CaseNote[], words = nothing, language: InterfaceLanguage = 'en'): string {
  setInterfaceLanguage(language);
  const brief = sessionBrief(buildCase('a', notes, twoProtocols), twoProtocols, '2026-03-01');
  return briefMarkdown(brief, words, { language, say: message => render(message) });
}

const notes = [
  caseNote('1.md', {
    session: 1,
    date: '2026-02-01',
    recordedStages: ['start'],
    mentions: [mention('Walk')],
  }),
  caseNote('2.md', {
    session: 2,
    date: '2026-02-08',
    draft: true,
    choices: ['continued'],
    mentions: [mention('Call home', { kind: 'action', status: 'in-progress', due: '2026-02-28' })],
  }),
];

describe('Session Brief as a page', () => {
  afterEach(() => setInterfaceLanguage('en'));

  it('says in a few lines what is open, decided, planned and reached', () => {
    const decision = [{ title: { en: 'Decision' }, lines: [{ text: 'Continued, in two weeks', depth: 0 }] }];
    assert.equal(
      pageOf(notes, { ...nothing, decision }),
      `# Session brief: A

Sessions so far: 2 · last note: Session 2, 2026-02-08 · draft · process goals achieved: 0/2

## Last plan

No note has a plan yet.

## Open goals

- Walk · Open · 1 session

## Open actions

- **!** Call home · In progress · this session · overdue since 2026-02-28

## Last decision · Session 2, 2026-02-08

**Decision**

Continued, in two weeks

## Stages reached

- ✓ Start · sessions: 1
- ○ Middle · not yet
- ○ End · not yet
`,
    );
  });

  it('begins with the last plan and with risk, and names no decision where none was made', () => {
    const section = (en: string, text: string) => [{ title: { en }, lines: [{ text, depth: 0 }] }];
    const page = pageOf(notes, {
      ...nothing,
      plan: section('Plan', 'Weekly'),
      risk: section('Risk', 'Low, asked again'),
    });
    assert.deepEqual(page.match(/^## .*$/gm), [
      '## Last plan',
      '## Risk, as last recorded',
      '## Open goals',
      '## Open actions',
      '## Stages reached',
    ]);
    assert.match(page, /\*\*Risk\*\*\n\nLow, asked again\n/);
  });

  it('says of a plan without words that what it plans stands below', () => {
    const note = caseNote('1.md', {
      protocol: 'soap',
      session: 1,
      date: '2026-02-01',
      recordedStages: ['plan'],
      hasPlan: true,
    });
    const soap = sessionBrief(buildCase('a', [note], builtin), builtin, '2026-03-01');
    const page = briefMarkdown(soap, nothing, { language: 'en', say: said => render(said) });
    assert.match(page, /^## Last plan · Session 1, 2026-02-01\n\nNo words besides goals and actions;/m);
    // The parts of a form are not stages of a case.
    assert.doesNotMatch(page, /Stages reached|Subjective/);
  });

  it('speaks Indonesian', () => {
    const page = pageOf(notes, nothing, 'id');
    assert.match(page, /^# Ringkasan sesi: A\n/);
    assert.match(page, /^- Walk · Terbuka · 1 sesi$/m);
    assert.match(page, /^Belum ada catatan yang memuat rencana\.$/m);
  });

  it('is one page: of a long section it shows the beginning', () => {
    const lines = Array.from({ length: 30 }, (_, at) => ({ text: `Step ${at}`, depth: 1 }));
    const page = pageOf(notes, { ...nothing, plan: [{ title: { en: 'Plan' }, lines }] });
    assert.match(page, /- Step 7\n\n… \*more in the note\*/);
    assert.doesNotMatch(page, /Step 8/);
  });

  it('keeps markup of a note from becoming markup of the page', () => {
    const lines = [{ text: '![x](https://example.org/x.png) <img src=x>', depth: 0 }];
    const goal = mention('# [go](command:x)');
    const page = pageOf([caseNote('1.md', { mentions: [goal] })], {
      ...nothing,
      plan: [{ title: { en: 'Plan' }, lines }],
    });
    assert.ok(page.includes('!\\[x\\](https://example.org/x.png) \\<img src=x>'), page);
    assert.ok(page.includes('- \\# \\[go\\](command:x) · Open'), page);
  });
});
