import assert from 'node:assert/strict';
import { goalsToCarry } from '../../../src/core/change/carriedMention';
import { carryOver } from '../../../src/core/change/carryOver';
import { newNote } from '../../../src/core/change/newNote';
import { offersAt } from '../../../src/core/complete/offersAt';
import { describeAt } from '../../../src/core/describe/describeAt';
import { noteChecklist } from '../../../src/core/describe/noteChecklist';
import { noteStatus } from '../../../src/core/describe/noteStatus';
import { stageAt } from '../../../src/core/note/placeAt';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import { type PracticeWithNotes, practiceOf } from '../validate/practice';

const soap = `
id: soapy
title: { en: Soapy }
fields: [{ id: client, required: true }]
roles: [{ id: client, title: { en: Client } }]
stages:
  - { id: told, title: { en: Told } }
  - { id: plan, title: { en: Plan } }
`;
const audit = `
id: audit
title: { en: Audit }
order: free
fields: [{ id: client, required: true }, { id: start, aliases: [mulai], required: true }]
roles: [{ id: payer, title: { en: Payer } }]
stages:
  - { id: risk, title: { en: Risk } }
  - { id: next, title: { en: Next appointment }, aliases: { en: [Plan] } }
`;
const plan = `
id: our-plan
title: { en: Our plan }
kind: treatment-plan
stages: [{ id: aims, title: { en: Aims } }]
`;
const summary = `
id: our-summary
title: { en: Our summary }
kind: discharge-summary
stages: [{ id: outcome, title: { en: Outcome } }]
`;
const own = Object.fromEntries(
  Object.entries({ soap, audit, plan, summary }).map(([name, text]) => [
    `.session-notes/protocols/${name}.yaml`,
    text,
  ]),
);

function practice(notes: Readonly<Record<string, string>>): PracticeWithNotes {
  return practiceOf({ ...own, ...notes });
}

function found(text: string): readonly string[] {
  return practice({ 'a.md': text })
    .problemsOf('a.md')
    .map(({ rule, protocol, stage }) => `${rule} ${protocol ?? '-'}${stage ? ` ${stage}` : ''}`);
}

const head = '---\nprotocol: [soapy, audit]\nclient: K-1\nstart: "09:00"\n---\n';
const full = `${head}## Told\nWords.\n## Risk\nNone reported.\n## Plan\nTuesday.\n`;

describe('a note that follows two protocols', () => {
  it('is checked against both, and a problem says by which', () => {
    assert.deepEqual(found(full), []);
    assert.deepEqual(found(`${head}## Told\nWords.\n`), [
      'missing-stage soapy plan',
      'missing-stage audit risk',
      'missing-stage audit next',
    ]);
    assert.deepEqual(found(full.replace('## Risk\nNone reported.\n', '')), ['missing-stage audit risk']);
  });

  it('is asked once for what both ask for', () => {
    const text = full.replace('client: K-1\nstart: "09:00"\n', '');
    assert.deepEqual(found(text), ['missing-field soapy', 'missing-field audit']);
    assert.deepEqual(found(`${head}## Told\nWords.\n## Risk\nNone.\n## Plan\n`), [
      'empty-stage soapy plan',
      'empty-stage audit next',
    ]);
  });

  it('takes the keys of both for fields, by their aliases too', () => {
    assert.deepEqual(found(full.replace('start:', 'mulai:')), []);
  });

  it('takes a heading that serves both for both', () => {
    const { parse } = practice({});
    const note = parse(full);
    assert.deepEqual(
      [note, ...note.others].map(({ stages }) => stages.map(({ stage }) => stage.id)),
      [
        ['told', 'plan'],
        ['risk', 'next'],
      ],
    );
  });

  it('does not take a heading of one for a slip of the pen by the other', () => {
    const near = audit.replace('Risk', 'Tolds');
    const { problemsOf } = practiceOf({
      ...own,
      '.session-notes/protocols/audit.yaml': near,
      'a.md': full.replace('## Risk', '## Tolds'),
    });
    assert.deepEqual(problemsOf('a.md'), []);
  });

  it('covers the stages of one that `stages:` names, and all of the other', () => {
    const staged = (names: string) =>
      full.replace('client:', `stages: [${names}]\nclient:`).replace('## Plan\nTuesday.\n', '');
    assert.deepEqual(found(staged('told')), ['missing-stage audit next']);
    assert.deepEqual(found(staged('told, risk')), []);
    assert.deepEqual(found(staged('told, rsk')).slice(0, 1), ['unknown-stage soapy']);
  });

  it('keeps what is known where one is not', () => {
    const text = full.replace('[soapy, audit]', '[sopy, audit]');
    assert.deepEqual(found(text), ['unknown-protocol -']);
    const { parse } = practice({});
    assert.equal(parse(text).protocolId, 'audit');
  });

  it('has the goals of both, each once', () => {
    const text = full
      .replace('Words.', 'Words.\n- [ ] Speak ^speak [role:: payer]')
      .replace('Tuesday.', '- [ ] Come again ^again')
      .replace('None reported.', '- [ ] Call if worse ^call');
    const { parse, problemsOf, cases } = practice({ 'a.md': text });
    assert.deepEqual(
      parse(text).goals.map(({ id, protocol, stage }) => [id, protocol, stage]),
      [
        ['speak', 'soapy', 'told'],
        ['call', 'audit', 'risk'],
        ['again', 'soapy', 'plan'],
      ],
    );
    assert.deepEqual(problemsOf('a.md'), []);
    const found = cases.get('k-1');
    assert.deepEqual(found?.protocols, ['soapy', 'audit']);
    assert.deepEqual(found.goals.map(({ protocol, id }) => `${protocol} ${id}`).sort(), [
      'audit call',
      'soapy again',
      'soapy speak',
    ]);
    assert.deepEqual(
      [...found.recordedStages].map(([id, stages]) => [id, [...stages]]),
      [
        ['soapy', ['told', 'plan']],
        ['audit', ['risk', 'next']],
      ],
    );
  });

  it('gets the missing headings of both, and then lacks nothing', () => {
    const own = practice({ 'a.md': `${head}## Told\nWords.\n` });
    const { note, count } = scaffoldNote(own, own.parse(own.notes['a.md'] ?? ''));
    const { text } = note.outline;
    assert.equal(count, 3);
    for (const title of ['## Plan', '## Risk', '## Next appointment']) assert.ok(text.includes(title), text);
    assert.deepEqual(
      found(text).filter(each => each.startsWith('missing')),
      [],
    );
  });

  it('is offered the headings and fields of both', () => {
    const { parse, protocols } = practice({});
    const options = { language: 'en', today: '2026-01-01', protocols };
    const text = `${head}## Told\nWords.\n\n`;
    const labels = offersAt(parse(text), text.length, [], options).map(({ label }) => label);
    for (const label of ['Plan', 'Risk', 'Next appointment'])
      assert.ok(labels.includes(label), labels.join());
    const bare = '---\nprotocol: [soapy, audit]\n\n---\n';
    const fields = offersAt(parse(bare), bare.indexOf('\n\n---') + 1, [], options).map(({ label }) => label);
    assert.ok(fields.includes('client') && fields.includes('start'), fields.join());
  });

  it('is described by both', () => {
    const { parse } = practice({});
    const note = parse(full);
    const at = (words: string) => describeAt(note, full.indexOf(words) + 1, []);
    assert.equal(at('## Risk')?.kind, 'stage');
    assert.equal(at('start')?.kind, 'field');
    const named = at('audit');
    assert.equal(named?.kind === 'protocol' && named.protocol.id, 'audit');
    assert.deepEqual(
      noteChecklist(note).map(({ stage, state }) => [stage.id, state]),
      [
        ['told', 'present'],
        ['plan', 'present'],
        ['risk', 'present'],
      ],
    );
    assert.deepEqual(noteStatus(note, []).today, { done: 4, total: 4 });
    assert.equal(stageAt(note, full.indexOf('None reported'))?.stage.id, 'risk');
  });
});

const session = (protocol: string, number: number, body: string) =>
  `---\nprotocol: ${protocol}\nclient: K-1\nsession: ${number}\ndate: 2026-01-0${number}\nstart: "9"\n---\n${body}`;

describe('a case that spans protocols', () => {
  const notes = {
    '1.md': session('our-plan', 1, '## Aims\n- [ ] Speak in class ^speak\n- [ ] Unsigned\n').replace(
      'session: 1\n',
      '',
    ),
    '2.md': session('soapy', 2, '## Told\nWords.\n## Plan\nTuesday.\n'),
  };

  it('keeps its goals: what the plan sets is carried into a note of another protocol by its id', () => {
    const { cases, parse, protocols } = practice(notes);
    const all = cases.casesOf('2.md');
    const { edits, carried } = carryOver(
      parse(notes['2.md']),
      goalsToCarry(all, () => true),
      { language: 'en' },
    );
    const text = applyEdits(notes['2.md'], edits);
    assert.deepEqual(
      carried.map(({ id }) => id),
      ['speak'],
    );
    assert.match(text, /## Plan\n[\s\S]*\[ \] Speak in class \^speak/);
    const after = practice({ ...notes, '2.md': text }).cases.get('k-1');
    assert.equal(after?.goals.filter(({ id }) => id === 'speak').length, 1);
    const soapy = protocols.get('soapy');
    assert(soapy);
    const made = newNote({
      protocol: soapy,
      clients: ['K-1'],
      session: 3,
      date: '2026-01-03',
      counselor: undefined,
      stages: ['told', 'plan'],
      language: 'en',
      cases: all,
    });
    assert.match(made.text, /\^speak/);
  });

  it('keeps the goals without ^id, too, in a stage that both protocols have', () => {
    const plan = session('treatment-plan', 1, '## Goals\n- [ ] Speak in class\n');
    const girp = (goals: string) => session('girp', 2, `## Goals\n${goals}\n## Plan\nTuesday.\n`);
    const goalsWith = (goals: string) =>
      practice({ '1.md': plan, '2.md': girp(goals) })
        .cases.get('k-1')
        ?.goals.map(({ text, status, mentions }) => [text, status, mentions.length]);
    assert.deepEqual(goalsWith('- [/] Speak in class'), [['Speak in class', 'in-progress', 2]]);
    assert.deepEqual(goalsWith('- [/] Speak in class ^speak'), [['Speak in class', 'in-progress', 2]]);

    const { parse, cases, caseProblemsOf, protocols } = practice({ '1.md': plan, '2.md': girp('- ') });
    assert.ok(caseProblemsOf('2.md').some(({ rule }) => rule === 'goal-forgotten'));
    const all = cases.casesOf('2.md');
    const offered = offersAt(parse(girp('- ')), girp('- ').indexOf('- \n') + 2, all, {
      language: 'en',
      today: '2026-01-02',
      protocols,
    });
    assert.ok(offered.some(({ label }) => label === 'Speak in class'));
    const { carried } = carryOver(
      parse(girp('')),
      goalsToCarry(all, () => true),
      { language: 'en' },
    );
    assert.deepEqual(
      carried.map(({ text }) => text),
      ['Speak in class'],
    );
  });

  it('counts no session for a plan, and is closed by a summary', () => {
    const { cases } = practice(notes);
    assert.equal(cases.get('k-1')?.sessions, 1);
    const closed = practice({
      ...notes,
      '3.md': session('our-summary', 3, '## Outcome\nWell.\n').replace('session: 3\n', ''),
    });
    assert.equal(closed.cases.get('k-1')?.closed, true);
    assert.equal(closed.cases.get('k-1')?.sessions, 1);
  });

  it('is told of a goal of the session before under another protocol', () => {
    const { caseProblemsOf } = practice({
      '1.md': session('our-plan', 1, '## Aims\n- [ ] Speak in class ^speak\n'),
      '2.md': notes['2.md'],
    });
    assert.deepEqual(
      caseProblemsOf('2.md').map(({ rule }) => rule),
      ['goal-forgotten'],
    );
  });
});
