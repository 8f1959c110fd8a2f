import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Description, describeAt } from '../../../src/core/describe/describeAt';
import { descriptionLines } from '../../../src/core/describe/descriptionLines';
import { toMarkdown } from '../../../src/core/describe/markdown';
import { type InterfaceLanguage, render, setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { anyPlace } from '../complete/anyNote';
import { casesOf, desk, noteOf } from '../complete/workshop';

const head = '---\nprotocol: four-stage\nclient: K-014\nsession: 2\n---\n';
const first = `---
protocol: four-stage
client: K-014
session: 1
date: 2026-03-05
---
## Building the relationship
- [x] Facilitate communication
- [/] Sleep before eleven ^sleep [due:: 2026-03-19]
`;

function described(text: string, ...earlier: readonly string[]): Description | undefined {
  const { note, offset } = desk(text);
  return describeAt(note, offset, casesOf(note, ...earlier));
}

/** What the hover says, line by line, without markup and escapes. */
function hover(text: string, language: InterfaceLanguage, ...earlier: readonly string[]): readonly string[] {
  const description = described(text, ...earlier);
  if (description === undefined) return [];
  setInterfaceLanguage(language);
  const markdown = toMarkdown(descriptionLines(description, language), { language, say: render });
  setInterfaceLanguage('en');
  return markdown
    .split(/\n+/)
    .map(line => line.replace(/^(?:\*\*|\*|- )|\*{1,2}$/g, '').replace(/\\(.)/g, '$1'));
}

describe('the hover on a stage', () => {
  const text = `${head}## Building the rela¦tionship\n### Counselor's goals\nx\n`;

  it('shows its titles, how it stands in the note, its sections, goals and what became of them', () => {
    assert.deepEqual(hover(text, 'en', first), [
      'Building the relationship · Membangun hubungan',
      'Stage 1 of 4 · required · partly written',
      'The counselor builds a good and conducive relationship, showing sympathy, empathy and responsibility for what the client needs; the client gives back trust, freedom and openness.',
      'Sections',
      "Counselor's goals · required · written",
      "Client's goals · required · missing",
      'Quality of the relationship · required by the time the case closes · missing',
      'Goals · Counselor',
      'Build a pleasant and positive relationship · Not started',
      "Explain to the client the counseling process and each party's responsibilities · Not started",
      'Facilitate communication · Achieved',
      'Identify and verify which problem the client wants to resolve · Not started',
      'Plan with the client how to obtain the assessment data needed for the counseling to succeed · Not started',
      'Goals · Client',
      'Understand the counseling process and take responsibility in it · Not started',
      'Share and make clear the reasons for seeking counseling help · Not started',
      'Cooperate in the assessment of the problem and of themselves · Not started',
    ]);
  });

  it('is in Indonesian, with its techniques and their definitions', () => {
    const lines = hover(`${head}## Rencana pemecahan¦ masalah\n\nTidak dibahas: waktu habis\n`, 'id');
    assert.deepEqual(lines.slice(0, 2), [
      'Perencanaan pemecahan masalah · Planning how to solve the problem',
      'Tahap 3 dari 4 · wajib · tidak dibahas',
    ]);
    assert.ok(lines.includes('Teknik'));
    assert.ok(lines.some(line => line.startsWith('Penguatan · Konselor menyebut dan meneguhkan')));
  });

  it('says when the note is not asked for it', () => {
    const narrowed = text.replace('session: 2', 'session: 2\nstages: [planning]');
    assert.equal(hover(narrowed, 'en')[1], 'Stage 1 of 4 · not required in this note · written');
  });

  it('shows where stages: names it, too', () => {
    const description = described(head.replace('session: 2', 'stages: [planning, Rap¦port]'));
    assert.equal(description?.kind === 'stage' ? description.entry.stage.id : '', 'relationship');
  });
});

describe('the hover on a section', () => {
  it('shows its question, its choices and how it stands', () => {
    const text = `${head}## Termination\n### Out¦come\n\nContinued.\n`;
    assert.deepEqual(hover(text, 'en'), [
      'Decision · Keputusan',
      'Section of “Applying the solution and closing” · required · written',
      'What do you decide: is the problem resolved? If not, is the process continued, changed, shortened, increased or reduced?',
      'Choices (one or more)',
      'Resolved',
      'Continued',
      'Changed',
      'Shortened',
      'Increased',
      'Reduced',
    ]);
  });

  it('shows the goals of its role, and says that it tracks actions', () => {
    const goals = hover(`${head}## Rapport\n### Tujuan kon¦seli\n`, 'id');
    assert.deepEqual(goals.slice(3, 5), [
      'Tujuan · Konseli',
      'Memahami proses konseling dan bertanggung jawab di dalamnya',
    ]);
    const actions = hover(`${head}## Terminasi\n### Tindakan¦ konseli\n`, 'en');
    assert.ok(actions.includes('Task items here are actions.'));
  });
});

describe('the hover on a goal', () => {
  const text = `${head}## Building the relationship\n\n- [h] Sleep bef¦ore eleven ^sleep\n`;

  it('shows its status, due date, age and id, and each mention in the order of the case', () => {
    assert.deepEqual(hover(text, 'en', first), [
      'Sleep before eleven',
      'Goal · Building the relationship',
      'On hold · due 2026-03-19 · Sessions since it was set: 1 · ^sleep',
      'In the notes of the case',
      'Session 1 · 2026-03-05 · In progress',
      'Session 2 · On hold',
    ]);
    assert.equal(hover(text, 'id', first)[4], 'Sesi 1 · 2026-03-05 · Sedang berjalan');
  });

  it('says of a goal of this session that it was set now, and counts no sessions', () => {
    const shown = (language: InterfaceLanguage) => hover(`${head}## Rapport\n- [ ] Wal¦k\n`, language)[2];
    assert.equal(shown('en'), 'Open · set in this session');
    assert.equal(shown('id'), 'Terbuka · baru ditetapkan di sesi ini');
  });

  it('shows what the note says while no case knows it', () => {
    const { note, offset } = desk(text);
    const description = describeAt(note, offset, []);
    assert.ok(description?.kind === 'goal');
    assert.equal(description.goal, undefined);
    const lines = descriptionLines(description, 'en');
    assert.equal(toMarkdown(lines, { language: 'en', say: render }).split('\n\n').length, 3);
  });

  it('tells a process goal and an action from a goal', () => {
    const own = hover(`${head}## Rapport\n- [ ] Facili¦tate communication\n`, 'en', first);
    assert.equal(own[1], 'Process goal · Building the relationship');
    assert.equal(own[2], 'Open · reopened · Sessions since it was set: 1');
    const action = hover(`${head}## Terminasi\n### Tindakan konseli\n- [¦ ] Menulis\n`, 'id');
    assert.equal(action[1], 'Tindakan · Penerapan solusi dan penutup konseling');
  });

  it('joins what a changed goal was before, by its own words', () => {
    const change = '- [-] Sleep before eleven ^sleep\n- [ ] Rest at ten ^rest [replaces:: ^sleep]\n';
    const changed = `${head.replace('session: 2', 'session: 3')}## Building the relationship\n\n- [x] Re¦st at ten ^rest\n`;
    const lines = hover(changed, 'en', first, `${head}## Building the relationship\n${change}`);
    assert.deepEqual(lines.slice(lines.indexOf('In the notes of the case') + 1), [
      'Session 1 · 2026-03-05 · In progress · Sleep before eleven',
      'Session 2 · Discontinued · Sleep before eleven',
      'Session 2 · Open',
      'Session 3 · Achieved',
    ]);
  });

  it('names the note of a mention without session and date, and leaves out nothing that is long ago', () => {
    const undated = first.replace('session: 1\ndate: 2026-03-05\n', '');
    assert.ok(hover(text, 'en', undated).includes('0.md · In progress'));
    const many = Array.from({ length: 14 }, (_, index) => first.replace('session: 1', `session: -${index}`));
    const lines = hover(text, 'en', ...many);
    assert.equal(lines.length, 4 + 15);
  });
});

describe('the hover in the front matter', () => {
  it('says what a field means and which values it has', () => {
    const lines = hover(`---\nprotocol: four-stage\nkeha¦diran: no-show\n---\n`, 'id');
    assert.equal(lines[0], 'attendance');
    assert.deepEqual(lines.slice(2), [
      'Nilai',
      'attended · Konseli datang (bawaan)',
      'no-show · Konseli tidak datang',
      'cancelled · Sesi dibatalkan',
    ]);
    const client = hover(`${head.replace('client', 'cli¦ent')}`, 'en');
    assert.deepEqual(client.slice(0, 2), ['client · Client', 'required']);
  });

  it('shows the protocol that the note names', () => {
    const lines = hover(head.replace('four-', 'four¦-'), 'en');
    assert.equal(lines[0], 'Four-stage counseling · Konseling empat tahap');
    assert.ok(lines.some(line => line.startsWith('dewinuraini2798 (2018)')));
  });

  it("says nothing of the user's own keys", () => {
    assert.equal(described(head.replace('session: 2', 'mi¦ne: 2')), undefined);
  });
});

describe('any place of any text', () => {
  it('is described without fail, within the text', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        const description = describeAt(note, offset, casesOf(note, first));
        if (description === undefined) return;
        assert.ok(description.range.start <= description.range.end && description.range.end <= text.length);
        assert.notEqual(toMarkdown(descriptionLines(description, 'id'), { language: 'id', say: render }), '');
      }),
      { numRuns: 300 },
    );
  });
});
