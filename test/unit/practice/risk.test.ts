import assert from 'node:assert/strict';
import type { Case } from '../../../src/core/case/case';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { isRiskOpen } from '../../../src/core/case/riskIn';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { type NewNoteRequest, newNote } from '../../../src/core/change/newNote';
import type { Config } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { finishNote } from '../../../src/core/practice/finishNote';
import { readNote } from '../../../src/core/practice/practice';
import { noteProblems } from '../../../src/core/practice/problems';
import { practiceWith, protocols } from '../validate/support';

const head = (protocol: string, ...more: readonly string[]) =>
  [
    '---',
    `protocol: ${protocol}`,
    'client: K-014',
    'session: 1',
    'date: 2026-03-12',
    ...more,
    '---',
    '',
  ].join('\n');

function read(text: string): Note {
  return parseNote(text, { protocols, defaultProtocol: 'soap' });
}

function caseOf(...texts: readonly string[]): Case {
  const cases = new CaseIndex(protocols);
  texts.forEach((text, at) => {
    cases.set(toCaseNote(`${at}.md`, read(text)));
  });
  const found = cases.get('k-014');
  assert.ok(found);
  return found;
}

function problems(text: string, config: Partial<Config> = {}): readonly string[] {
  const practice = practiceWith(config);
  return noteProblems(practice, readNote(practice, 'a.session.md', text)).map(
    ({ rule, stage, severity }) => `${rule} ${stage ?? ''} ${severity}`,
  );
}

const soap = '## Subjective\nTired.\n## Objective\nPale.\n## Assessment\nSad.\n## Plan\n- [ ] Walk ^walk\n';

describe('the part on risk', () => {
  it('is read wherever it stands, and out of order nowhere', () => {
    for (const place of ['## Objective', '## Assessment', '## Plan']) {
      const text = `${head('soap')}${soap.replace(place, `## Risiko\nDitanyakan: ada pikiran.\n${place}`)}`;
      assert.deepEqual(problems(text), [], place);
      assert.equal(toCaseNote('a.md', read(text)).risk, 'said', place);
    }
    const last = `${head('soap')}${soap}## Risk\nNone reported: asked directly.\n`;
    assert.deepEqual(problems(last), []);
    assert.equal(toCaseNote('a.md', read(last)).risk, 'none');
  });

  it('leaves whole the stage in which it has a heading of its own', () => {
    const note = read(
      `${head('four-stage')}## Exploring the problem\n### Definition of the problem\nFear.\n### Risk\nAsked: thoughts, no plan.\n- [ ] Call the aunt ^aunt\n### Feelings\nShame.\n`,
    );
    assert.deepEqual(
      note.stages.map(({ stage, fullness, sections }) => [stage.id, fullness, sections.length]),
      [
        ['exploration', 'filled', 2],
        ['risk', 'filled', 0],
      ],
    );
    assert.equal(note.goals.length, 1);
    const alone = read(`${head('soap')}${soap.replace('Sad.', '### Risk\nNone reported.')}`);
    assert.equal(alone.stages.find(({ stage }) => stage.id === 'assessment')?.fullness, 'filled');
    assert.deepEqual(problems(`${head('soap')}${soap.replace('Sad.', '### Risk\nNone reported.')}`), []);
  });

  it('is told where it is empty, by Finish Note too, and not asked for', () => {
    const text = `${head('soap')}${soap}## Risk\n`;
    assert.deepEqual(problems(text), ['empty-stage risk warning']);
    const practice = practiceWith();
    const draft = readNote(practice, 'a.session.md', text.replace('client:', 'status: draft\nclient:'));
    assert.deepEqual(
      noteProblems(practice, draft).map(({ severity }) => severity),
      ['hint'],
    );
    const { remaining } = finishNote(practice, draft);
    assert.deepEqual(
      remaining.map(({ rule, stage }) => [rule, stage]),
      [['empty-stage', 'risk']],
    );
    assert.deepEqual(problems(`${head('soap')}${soap}`), []);
  });

  it('is asked of every note where the practice requires it, whatever the session worked on', () => {
    const config: Partial<Config> = { require: ['risk'] };
    assert.deepEqual(problems(`${head('soap')}${soap}`, config), ['missing-stage risk error']);
    assert.deepEqual(problems(`${head('soap')}${soap}## Risk\nNone reported.\n`, config), []);
    const partial = `${head('four-stage', 'stages: [planning]')}## Planning\n### Solution\nA.\n### Alternatives\nB.\n`;
    assert.deepEqual(problems(partial), []);
    assert.deepEqual(problems(partial, config), ['missing-stage risk error']);
    assert.ok(
      problems(`${head('willis-3')}## Middle\nWords.\n`, config).includes('missing-stage risk error'),
    );
    assert.deepEqual(problems(`${head('soap', 'attendance: no-show')}`, config), []);
  });
});

describe('what was said of risk', () => {
  const risk = (words: string) => caseOf(`${head('soap')}${soap}## Risk\n${words}\n`);

  it('is that there is none only where nothing else is said', () => {
    const none = [
      'None reported.',
      'None reported: asked about harm to self and others.',
      '- None reported',
      'Tidak ada.',
      'Tidak ada, ditanyakan langsung.',
      '**Tidak ada**: ditanyakan langsung.',
      'Nihil',
    ];
    for (const words of none) assert.equal(isRiskOpen([risk(words)]), false, words);
    const open = [
      'Thoughts of harming herself, no plan.',
      'Tidak ada rencana, tetapi ada pikiran.',
      'None reported.\n\nHer mother called later: a note was found.',
      'Tidak dibahas: waktu habis',
      'Not addressed: the bell',
    ];
    for (const words of open) assert.equal(isRiskOpen([risk(words)]), true, words);
  });

  it('counts where it was said last', () => {
    const said = `${head('soap')}${soap}## Risk\nThoughts, no plan.\n`;
    const later = (text: string) => text.replace('session: 1', 'session: 2').replace('03-12', '03-19');
    const none = later(`${head('soap')}${soap}## Risk\nNone reported.\n`);
    assert.equal(isRiskOpen([caseOf(said, none)]), false);
    assert.equal(isRiskOpen([caseOf(said, later(`${head('soap')}${soap}`))]), true);
  });

  it('brings the part into the next note, and so does a practice that requires it', () => {
    const protocol = protocols.get('soap');
    assert.ok(protocol);
    const make = (over: Partial<NewNoteRequest>) =>
      newNote({
        protocol,
        clients: ['K-014'],
        session: 2,
        date: '2026-03-19',
        counselor: undefined,
        stages: ['subjective', 'plan'],
        language: 'en',
        cases: [],
        ...over,
      }).text;
    assert.match(make({ cases: [risk('Thoughts, no plan.')] }), /\n## Risk\n[^#]+\n## Plan\n/);
    assert.doesNotMatch(make({ cases: [risk('None reported.')] }), /Risk/);
    assert.match(make({ require: ['risk'] }), /\n## Risk\n/);
    assert.doesNotMatch(make({ cases: [risk('Thoughts.')], stages: undefined }), /Risk/);
    assert.match(make({ askFor: ['kelas', 'start', 'unheard-of'] }), /\nclass:\nstart:\n/);
    assert.doesNotMatch(make({}), /\nclass:|\nmodality:/);
  });
});
