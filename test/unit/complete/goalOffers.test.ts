import assert from 'node:assert/strict';
import { insertableGoals } from '../../../src/core/complete/goalCandidates';
import { casesOf, desk, english, indonesian, labels, noteOf, offersIn, take, taken } from './workshop';

function session(number: number, body: string, client = 'K-014'): string {
  return `---\nprotocol: four-stage\nclient: ${client}\nsession: ${number}\nlanguage: en\n---\n${body}`;
}

const first = session(
  1,
  `## Building the relationship
### Counselor's goals
- [x] Facilitate communication
- [/] Explain the process and responsibilities ^terms
### Client's goals
- [ ] Feel at home {here} for $5
- [h] Sleep before eleven ^sleep [due:: 2026-04-01]
- [x] Write a letter ^letter
- [-] Call home ^call
## Applying the solution and closing
### Client's actions
- [ ] Write a diary ^diary
`,
);

const ours = "## Building the relationship\n### Client's goals\n\n";

describe('what is offered in a list', () => {
  it('is what is open in the case, then the goals of the stage that it has not achieved', () => {
    const offers = offersIn(session(2, `## Building the relationship\n\n- ¦`), english, first);
    assert.deepEqual(labels(offers), [
      'Explain the process and responsibilities',
      'Feel at home {here} for $5',
      'Sleep before eleven',
      'Build a pleasant and positive relationship',
      'Identify and verify which problem the client wants to resolve',
      'Plan with the client how to obtain the assessment data needed for the counseling to succeed',
      'Understand the counseling process and take responsibility in it',
      'Share and make clear the reasons for seeking counseling help',
      'Cooperate in the assessment of the problem and of themselves',
    ]);
  });

  it('is of the role of the section, as to the goals of the stage', () => {
    const offers = offersIn(session(2, `${ours}- ¦`), english, first);
    assert.deepEqual(labels(offers), [
      'Feel at home {here} for $5',
      'Sleep before eleven',
      'Understand the counseling process and take responsibility in it',
      'Share and make clear the reasons for seeking counseling help',
      'Cooperate in the assessment of the problem and of themselves',
    ]);
  });

  it('carries the text, the id and the marker of what is under way', () => {
    const text = session(2, `${ours}- ¦`);
    const offers = offersIn(text, english, first);
    const [home, sleep] = offers;
    assert.match(taken(text, sleep), /\n- \[h\] Sleep before eleven \^sleep¦$/);
    assert.match(taken(text, home), /\n- \[ \] Feel at home \{here\} for \$5 \^feel-at-home-here¦$/);
  });

  it('stays one goal of the case when it is taken', () => {
    const text = session(2, `${ours}- ¦`);
    for (const offer of offersIn(text, english, first)) {
      const note = noteOf(take(desk(text).note, offer).text);
      const open = casesOf(note, first).flatMap(({ goals }) => goals);
      const same = open.filter(({ offered, mentions }) =>
        [...offered, ...mentions].some(({ mention }) => mention.said.text === offer.label),
      );
      assert.equal(same.length, 1, offer.label);
    }
  });

  it('gives the goals of the stage their own ids, unless something else bears them', () => {
    const taken = session(1, `${ours}- [x] Something else ^share-reasons\n`);
    const offers = offersIn(session(2, `${ours}- ¦`), english, taken);
    const reasons = offers.find(({ label }) => label.startsWith('Share and make clear'));
    assert.match(reasons?.insert ?? '', /\^share-reasons-2\$0$/);
    const process = offers.find(({ label }) => label.startsWith('Understand'));
    assert.match(process?.insert ?? '', /\^understand-process\$0$/);
  });

  it('offers what was dropped of the goals of the stage, last and as open', () => {
    const dropped = session(
      1,
      `${ours}- [-] Share and affirm the reasons for seeking counseling help ^why\n`,
    );
    const offers = offersIn(session(2, `${ours}- ¦`), english, dropped);
    assert.match(offers.at(-1)?.insert ?? '', /^\[ \] Share and affirm .+ \^why\$0$/);
  });

  it('is what another role set last of all, after what its own role dropped', () => {
    const earlier = session(
      1,
      `## Building the relationship
### Counselor's goals
- [/] Listen more ^listen
### Client's goals
- [-] Share and affirm the reasons for seeking counseling help ^why
`,
    );
    const offers = offersIn(session(2, `${ours}- ¦`), english, earlier);
    assert.deepEqual(labels(offers).slice(-2), [
      'Share and affirm the reasons for seeking counseling help',
      'Listen more',
    ]);
  });

  it('is nothing that the note mentions already, by id, goal of the stage or words', () => {
    const mentioned = [
      '- [ ] Slept well ^sleep',
      '- [ ] **Feel at home** {here} for $5',
      '- [x] Share and affirm the reasons for seeking counseling',
    ].join('\n');
    const offers = offersIn(session(2, `${ours}${mentioned}\n- ¦`), english, first);
    assert.deepEqual(labels(offers), [
      'Understand the counseling process and take responsibility in it',
      'Cooperate in the assessment of the problem and of themselves',
    ]);
  });

  it('is actions where the section tracks actions', () => {
    const text = session(2, "## Applying the solution and closing\n### Client's actions\n\n- [ ] ¦");
    const offers = offersIn(text, english, first);
    assert.deepEqual(labels(offers), ['Write a diary']);
    assert.equal(offers[0]?.kind, 'action');
  });

  it('is, once a box is begun, the same wherever tasks are goals; outside stages the goals of no stage', () => {
    const outside = session(1, '- [/] Call home ^call\n- [x] Done ^done\n');
    const stageless = offersIn(session(2, '# Session 2\n- [ ] ¦'), english, outside);
    assert.deepEqual(
      stageless.map(({ insert }) => insert),
      ['[/] Call home ^call$0'],
    );
    const problem = session(2, '## Identifying and exploring the problem\n### Problem definition\n\n- [¦');
    const there = session(1, '## Identifying and exploring the problem\n- [ ] Look closer ^look\n');
    assert.deepEqual(labels(offersIn(problem, english, there)), ['Look closer']);
  });

  it('is nothing in plain items where nothing is asked for, in plain items outside stages, and below the first line of an item', () => {
    for (const body of [
      '## Identifying and exploring the problem\n### Problem definition\n\n- ¦',
      '- ¦',
      `${ours}- [ ] Mine\n\n  ¦`,
      `${ours}- [ ] Mine\n  - \n\n  text¦`,
      `${ours}> - ¦`,
      `${ours}\`\`\`\n- ¦\n\`\`\`\n`,
      `${ours}-¦`,
      `${ours}- [ ] ¦Mine`,
    ]) {
      const goals = offersIn(session(2, body), english, first).filter(({ kind }) => kind === 'goal');
      assert.deepEqual(goals, [], body);
    }
  });

  it('is in a note without client the goals of the stage in the language of the note', () => {
    const offers = offersIn(
      '---\nprotocol: four-stage\n---\n## Membangun hubungan\n### Tujuan konseli\n\n- ¦',
    );
    assert.equal(offers[0]?.label, 'Memahami proses konseling dan bertanggung jawab di dalamnya');
    assert.equal(offers.length, 3);
  });

  it('fits whatever there is of the item: nested, ordered, half a box, a box, a tick', () => {
    const action = /Sleep before eleven/;
    const insertOf = (item: string) =>
      offersIn(session(2, ours + item), english, first).find(({ label }) => action.test(label));
    assert.equal(insertOf('- a\n  - [¦')?.insert, '[h] Sleep before eleven ^sleep$0');
    assert.equal(insertOf('1. ¦')?.insert, '[h] Sleep before eleven ^sleep$0');
    assert.equal(insertOf('- [¦]')?.filterText, '[ ] Sleep before eleven');
    assert.equal(insertOf('- [ ] Sl¦')?.filterText, '[ ] Sleep before eleven');
    assert.equal(insertOf('- [x] ¦')?.insert, '[x] Sleep before eleven ^sleep$0');
  });

  it('starts the list on the empty line of a section made for goals', () => {
    const text = session(2, `${ours}<!-- What does the client hope to reach? -->\n¦\n`);
    const offers = offersIn(text, english, first);
    assert.match(taken(text, offers[1]), /-->\n- \[h\] Sleep before eleven \^sleep¦\n$/);
    const begun = offersIn(session(2, `${ours}Something.\n\n¦`), english, first);
    assert.ok(begun.every(({ kind }) => kind !== 'goal'));
  });

  it('names the client in a note of several, where the goal is of one', () => {
    const group = session(2, `${ours}- ¦`, '[K-014, K-021]');
    const other = session(1, `${ours}- [ ] Make a friend ^friend\n`, 'K-021');
    const [home, sleep, friend] = offersIn(group, english, first, other);
    assert.match(home?.insert ?? '', /\[client:: K-014\] \^feel-at-home-here\$0$/);
    assert.match(sleep?.insert ?? '', /\[client:: K-014\] \^sleep\$0$/);
    assert.match(friend?.insert ?? '', /\[client:: K-021\] \^friend\$0$/);
    const shared = session(1, `${ours}- [ ] Meet weekly ^weekly\n`, '[K-014, K-021]');
    assert.equal(offersIn(group, english, shared)[0]?.insert, '[ ] Meet weekly ^weekly$0');
  });

  it('leaves out a goal of the stage only when all clients of the note achieved it', () => {
    const one = session(1, `${ours}- [x] Share and affirm the reasons for seeking counseling help\n`);
    const group = session(2, `${ours}- ¦`, '[K-014, K-021]');
    const reasons = 'Share and affirm the reasons for seeking counseling help';
    assert.ok(labels(offersIn(group, english, one)).includes(reasons));
    const both = one.replace('client: K-014', 'client: [K-014, K-021]');
    assert.ok(!labels(offersIn(group, english, both)).includes(reasons));
  });

  it('comes unasked only behind an empty item', () => {
    const typed = (trigger: string) => ({ ...indonesian, trigger });
    assert.ok(offersIn(session(2, `${ours}- ¦`), typed(' '), first).length > 0);
    assert.ok(offersIn(session(2, `${ours}- [ ] ¦`), typed(' '), first).length > 0);
    assert.ok(offersIn(session(2, `${ours}- [¦]`), typed('['), first).length > 0);
    assert.deepEqual(offersIn(session(2, `${ours}- [ ] Sleep ¦`), typed(' '), first), []);
  });
});

describe('the goals to insert', () => {
  it('are those offered in a list at the same place', () => {
    const text = session(2, `${ours}- ¦`);
    const { note, offset } = desk(text);
    const texts = insertableGoals(note, offset, casesOf(note, first), 'en').map(goal => goal.text);
    assert.deepEqual(texts, labels(offersIn(text, english, first)));
  });

  it('are none in process notes', () => {
    const { note, offset } = desk(`---\nprotocol: four-stage\nkind: process\n---\n${ours}- ¦`);
    assert.deepEqual(insertableGoals(note, offset, casesOf(note), 'en'), []);
  });
});
