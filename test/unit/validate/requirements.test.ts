import assert from 'node:assert/strict';
import { insertStage } from '../../../src/core/change/insertion';
import { repeatableStages } from '../../../src/core/complete/insertableHeadings';
import { noteChecklist } from '../../../src/core/describe/noteChecklist';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import { type PracticeWithNotes, practiceOf } from './practice';

/** A protocol in a third language as well, with every kind of requirement. */
const yaml = `
id: own
title: { en: Own, id: Sendiri, jv: Dhewe }
order: free
fields:
  - { id: until, type: date, requiredWith: [choosing] }
stages:
  - id: hearing
    title: { en: Hearing out, id: Menyimak, jv: Ngrungokake }
    repeatable: true
    minLength: 5
    sections:
      - { id: story, title: { en: Story, id: Cerita, jv: Crita }, minLength: 3, required: false }
      - { id: body, title: { en: Bodily signs, id: Tanda tubuh, jv: Tandha awak }, required: when-present }
  - id: choosing
    title: { en: Choosing, id: Memilih, jv: Milih }
    required: false
    sections:
      - { id: way, title: { en: The way, id: Jalan, jv: Dalan } }
      - { id: second, title: { en: Second way, id: Jalan kedua, jv: Dalan liya }, required: false }
      - { id: third, title: { en: Third way, id: Jalan ketiga, jv: Dalan katelu }, required: false }
    atLeast: [{ of: [second, third] }]
  - id: parting
    title: { en: Parting, id: Berpamitan, jv: Pamitan }
    required: false
  - id: handing-over
    title: { en: Handing over, id: Menyerahkan, jv: Masrahake }
    required: false
atLeast: [{ count: 1, of: [parting, handing-over] }]
`;
const files = { '.session-notes/protocols/own.yaml': yaml };

function practice(body: string, head = ''): PracticeWithNotes {
  return practiceOf({ ...files, 'a.md': `---\nprotocol: own\n${head}---\n${body}` });
}

function found(body: string, head = ''): readonly string[] {
  const { problemsOf } = practice(body, head);
  return problemsOf('a.md').map(({ rule, stage, section }) =>
    [rule, ...(stage ? [stage] : []), ...(section ? [section] : [])].join(' '),
  );
}

const heard = '## Hearing out\nShe spoke of her first school.\n### Bodily signs\nNone reported.\n';
const parted = '## Parting\nUntil Tuesday.\n';

describe('what a protocol requires', () => {
  it('is all there in a complete note, in any order', () => {
    assert.deepEqual(found(heard + parted), []);
    assert.deepEqual(found(parted + heard), []);
  });

  it('of a stage in words is a stub below them, unless it says why it is none', () => {
    assert.deepEqual(found(`## Hearing out\nShe came.\n### Bodily signs\nPale.\n${parted}`), [
      'too-short hearing',
    ]);
    assert.deepEqual(found(`## Hearing out\nNot addressed: she was silent.\n${parted}`), []);
  });

  it('of a section in words is counted without comments, markers, ids and fields', () => {
    const items = '- [ ] Sleep well ^sleep [due:: 2026-03-19] <!-- three more words here -->\n';
    const text = `${heard}### Story\n${items}${parted}`;
    assert.deepEqual(found(text), ['too-short hearing story']);
    assert.deepEqual(found(text.replace('well', 'well tonight')), []);
  });

  it('may recur where it is repeatable', () => {
    assert.deepEqual(found(`${heard}${parted}## Ngrungokake\nWords again.\n`), []);
    assert.deepEqual(found(heard + parted + parted), ['duplicate-stage parting']);
  });

  it('once more goes behind the last one there is', () => {
    const { parse } = practice('');
    const text = `---\nprotocol: own\n---\n${heard}${parted}## Hearing out\nMore.\n\n## Handing over\nTo B.\n`;
    const note = parse(text);
    const [stage] = repeatableStages(note);
    assert(stage);
    assert.deepEqual(repeatableStages(note), [stage]);
    const { edits } = insertStage(note, stage, 'en');
    const headings = applyEdits(text, edits).match(/^## .*$/gm);
    assert.deepEqual(headings, [
      '## Hearing out',
      '## Parting',
      '## Hearing out',
      '## Hearing out',
      '## Handing over',
    ]);
    assert.ok(edits.every(({ range }) => range.start > text.indexOf('More.')));
  });

  it('only when the stage says something is asked for then, and not inserted with the stage', () => {
    assert.deepEqual(found(`## Hearing out\nShe spoke of her school.\n${parted}`), [
      'missing-section hearing body',
    ]);
    const { parse } = practice('');
    const empty = parse('---\nprotocol: own\n---\n');
    const [stage] = empty.protocol?.protocol.stages ?? [];
    assert(stage);
    assert.ok(!insertStage(empty, stage, 'en').edits.some(({ newText }) => newText.includes('Bodily')));
    const listed = (text: string) =>
      noteChecklist(parse(`---\nprotocol: own\n---\n${text}`))[0]?.sections.map(({ required }) => required);
    assert.deepEqual(listed('## Hearing out\n'), [false, false]);
    assert.deepEqual(listed('## Hearing out\nWords.\n'), [false, true]);
  });

  it('of a set of sections is met by any of them that says something', () => {
    const chosen = `${heard}${parted}## Choosing\n### The way\nPractise.\n`;
    const until = 'until: 2026-03-01\n';
    assert.deepEqual(found(chosen, until), ['missing-section choosing']);
    assert.deepEqual(found(`${chosen}### Third way\n`, until), ['missing-section choosing']);
    assert.deepEqual(found(`${chosen}### Third way\nWait.\n`, until), []);
    assert.deepEqual(found(`${chosen}### Third way\nNot addressed: no time.\n`, until), []);
  });

  it('of a set is offered one by one, and never inserted unasked', () => {
    const chosen = `${heard}${parted}## Memilih\n### Jalan\nBerlatih.\n`;
    const own = practice(chosen, 'until: 2026-03-01\nlanguage: id\n');
    const { problemsOf, notes } = own;
    const [problem] = problemsOf('a.md');
    const text = notes['a.md'] ?? '';
    const offered = problem?.fixes.map(({ edits }) => applyEdits(text, edits).slice(text.length).trim());
    assert.deepEqual(offered, ['### Jalan kedua', '### Jalan ketiga']);
    assert.deepEqual(scaffoldNote(own, own.parse(text)).edits, []);
  });

  it('of a set of stages is asked for of those that the note covers', () => {
    assert.deepEqual(found(heard), ['missing-stage']);
    assert.deepEqual(found(heard, 'stages: [hearing]\n'), []);
    assert.deepEqual(found(`${heard}## Partting\nUntil Tuesday.\n`), ['similar-heading parting']);
  });

  it('of a field beside a stage is asked for once the stage is recorded', () => {
    const chosen = '## Choosing\n### The way\nPractise.\n### Second way\nWait.\n';
    assert.deepEqual(found(heard + parted + chosen), ['missing-field']);
    assert.deepEqual(found(`${heard}${parted}## Choosing\nNot addressed: no time.\n`), []);
    assert.deepEqual(found(heard + parted + chosen, 'until: 2026-03-01\n'), []);
  });

  it('is inserted in the language of the headings, which may be any', () => {
    const { parse, notes } = practice('## Ngrungokake\nWords.\n## Pamitan\n');
    const note = parse(notes['a.md'] ?? '');
    assert.equal(note.language, 'jv');
    const { problemsOf } = practice('## Ngrungokake\nFive words of one line.\n## Pamitan\nWords.\n');
    const [problem] = problemsOf('a.md');
    assert.match(problem?.fixes[0]?.edits[0]?.newText ?? '', /### Tandha awak/);
  });
});
