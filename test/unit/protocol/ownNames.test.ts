import assert from 'node:assert/strict';
import { isOpen } from '../../../src/core/case/case';
import { goalsToCarry } from '../../../src/core/change/carriedMention';
import { carryOver } from '../../../src/core/change/carryOver';
import { newNote } from '../../../src/core/change/newNote';
import { offersAt } from '../../../src/core/complete/offersAt';
import { describeAt } from '../../../src/core/describe/describeAt';
import { noteChecklist } from '../../../src/core/describe/noteChecklist';
import { noteStatus } from '../../../src/core/describe/noteStatus';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { caseProgress } from '../../../src/core/progress/caseProgress';
import { applyEdits } from '../../../src/core/text/textEdit';
import { practiceOf } from '../validate/practice';

/** In Javanese alone, with none of the names of the protocols that come with the program. */
const yaml = `
id: lelaku
title: { jv: Lelaku }
roles: [{ id: pamong, title: { jv: Pamong } }, { id: tamu, title: { jv: Tamu } }]
fields: [{ id: tamu, required: true }, { id: client, aliases: [sapa] }, { id: session, type: integer, aliases: [kaping] }]
stages:
  - id: rawuh
    title: { jv: Rawuh }
    aliases: { jv: [Sugeng rawuh] }
    repeatable: true
    goals: [{ id: tentrem, title: { jv: Ngrasa tentrem }, role: tamu }]
    sections:
      - { id: crita, title: { jv: Crita }, prompt: { jv: Apa critane? } }
  - id: laku
    title: { jv: Laku }
    sections:
      - { id: pakaryan, title: { jv: Pakaryan }, tracks: actions }
      - id: putusan
        title: { jv: Putusan }
        choices:
          - { id: rampung, title: { jv: Rampung }, closes: true }
          - { id: terus, title: { jv: Diterusake } }
codes: [{ id: nangis, title: { jv: Nangis } }]
`;
const files = { '.session-notes/protocols/lelaku.yaml': yaml };
const head = (number: number) =>
  `---\nprotocol: lelaku\ntamu: ya\nsapa: T-1\nkaping: ${number}\ndate: 2026-02-0${number}\n---\n`;
const first = `${head(1)}## Sugeng rawuh\n- [/] Ngrasa tentrem ^tentrem\n- [ ] Turu sore ^turu\n### Crita\nTekan.\n## Laku\n### Pakaryan\n- [ ] Mlaku esuk ^mlaku\n### Putusan\nDiterusake.\n`;

describe('a protocol with none of the names of those that come with the program', () => {
  const practice = practiceOf({ ...files, '1.md': first, '2.md': `${head(2)}## Rawuh\n` });
  const { parse, protocols, cases } = practice;
  const all = cases.casesOf('2.md');
  const options = { language: 'en', today: '2026-02-03', protocols };

  it('is validated, mended and put in order', () => {
    assert.deepEqual(practice.problemsOf('1.md'), []);
    assert.deepEqual(
      practice.problemsOf('2.md').map(({ rule }) => rule),
      ['empty-stage', 'missing-stage'],
    );
    const slips = `${head(2)}## Rawuhh\nTekan.\n## Laku\n### Pakaryan\n- [ ] A\n### Putusan\nMbuh.\n`;
    const found = practiceOf({ ...files, 'a.md': slips }).problemsOf('a.md');
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['similar-heading', 'invalid-choice'],
    );
    const { text } = scaffoldNote(practice, parse(`${head(2)}## Laku\nA.\n`)).note.outline;
    assert.match(text, /## Rawuh\n\n### Crita\n\n[\s\S]*## Laku\nA\.\n\n### Pakaryan\n/);
  });

  it('has its goals, actions and process goals over the case', () => {
    const [ofCase] = all;
    const goals = ofCase?.goals.map(({ kind, id, protocolGoal, status }) => [kind, id, protocolGoal, status]);
    assert.deepEqual(goals, [
      ['goal', 'tentrem', 'tentrem', 'in-progress'],
      ['goal', 'turu', undefined, 'open'],
      ['action', 'mlaku', undefined, 'open'],
    ]);
    assert.ok(ofCase);
    assert.deepEqual(
      caseProgress(ofCase, protocols).stages.map(({ stage, recordedIn }) => [stage, recordedIn]),
      [
        ['rawuh', [0]],
        ['laku', [0]],
      ],
    );
    const closing = practiceOf({ ...files, '1.md': first.replace('Diterusake.', 'Rampung.') });
    assert.equal(closing.cases.get('t-1')?.closed, true);
  });

  it('is offered, described and listed', () => {
    const text = `${first}\n`;
    const labels = (at: number) => offersAt(parse(text), at, [], options).map(({ label }) => label);
    assert.deepEqual(labels(text.length), ['Rawuh']);
    const empty = `${head(2)}\n`;
    assert.deepEqual(
      offersAt(parse(empty), empty.length, [], options).map(({ label }) => label),
      ['Rawuh', 'Laku'],
    );
    assert.equal(describeAt(parse(first), first.indexOf('Sugeng'), all)?.kind, 'stage');
    assert.equal(describeAt(parse(first), first.indexOf('Turu'), all)?.kind, 'goal');
    assert.deepEqual(
      noteChecklist(parse(first)).map(({ state }) => state),
      ['present', 'present'],
    );
    assert.deepEqual(noteStatus(parse(first), all).today, { done: 2, total: 2 });
  });

  it('gives new notes, and takes what is carried over', () => {
    const protocol = protocols.get('lelaku');
    assert.ok(protocol);
    const { text } = newNote({
      protocol,
      clients: ['T-1'],
      session: 3,
      date: '2026-02-03',
      counselor: undefined,
      stages: ['rawuh', 'laku'],
      language: 'jv',
      cases: all,
    });
    assert.match(
      text,
      /## Rawuh[\s\S]*\^turu[\s\S]*### Crita[\s\S]*### Pakaryan[\s\S]*\^mlaku[\s\S]*### Putusan/,
    );
    const second = `${head(2)}## Rawuh\n`;
    const goals = goalsToCarry(all, ({ status }) => isOpen(status));
    const { edits, carried } = carryOver(parse(second), goals, { language: 'jv' });
    assert.equal(carried.length, 3);
    assert.match(applyEdits(second, edits), /## Laku\n[\s\S]*### Pakaryan\n[\s\S]*\^mlaku/);
  });
});
