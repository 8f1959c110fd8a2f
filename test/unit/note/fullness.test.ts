import assert from 'node:assert/strict';
import type { Fullness, Note } from '../../../src/core/note/note';
import { lines, read } from './workshop';

/** What is said of a section that holds `content`. */
function section(...content: readonly string[]): Fullness | undefined {
  return read(lines('# Work', '## Findings', ...content, '# Reviewing', 'x')).stages[0]?.sections[0]
    ?.fullness;
}

function stage(...content: readonly string[]): Note['stages'][number] | undefined {
  return read(lines('# Work', ...content)).stages[0];
}

describe('how much a section or stage says', () => {
  it('is nothing with only blanks, comments, thematic breaks and items without text', () => {
    const nothings = [
      '',
      '  \n\t\n',
      '<!-- prompt -->',
      '<!-- a\n\nprompt -->\n<!-- another -->',
      '***\n\n---',
      '-\n- [ ]\n- [x] \n1. ',
      '- <!-- prompt -->',
      '- [ ] <!-- prompt -->',
      '- \n  -\n',
      '\u00a0',
      '\u200b',
      '&nbsp;',
    ];
    for (const text of nothings) assert.equal(section(text), 'empty', JSON.stringify(text));
  });

  it('is something with any words, code, quote or HTML', () => {
    const somethings = [
      'words',
      '- words',
      '-\n  - words',
      '- [ ] words',
      '```\n```',
      '> quote',
      '<b>\n',
      '    code',
    ];
    for (const text of somethings) assert.equal(section('', text), 'filled', JSON.stringify(text));
    assert.equal(section('- <!-- prompt -->\n\n  words'), 'filled');
    assert.equal(section('[K]: ya'), 'filled');
  });

  it('is nothing with headings alone', () => {
    assert.equal(section('### Own heading', '#### Another'), 'empty');
    assert.equal(stage('## Own heading', '## Findings')?.fullness, 'empty');
  });

  it('is nothing with goals that were carried over and not touched', () => {
    assert.equal(section('- [>] Sleep before eleven ^sleep'), 'empty');
    assert.equal(section('- [>] Sleep before eleven ^sleep', '- [/] Ask a question'), 'filled');
    assert.equal(section('- [>] Sleep before eleven ^sleep', '', '  Slept well twice.'), 'filled');
    assert.equal(section('- [>] Sleep before eleven', '  - [ ] Set the alarm'), 'filled');
  });

  it('is nothing with goals that stand as they did in the session they were carried over from', () => {
    const was = '<!-- Session 3: [/] [due:: 2026-03-19] #night -->';
    const untouched = `- [/] Sleep before eleven #night ^sleep [due:: 2026-03-19] ${was}`;
    assert.equal(section(untouched), 'empty');
    assert.equal(section('- [ ] Sleep <!-- Sesi 2: [ ] -->'), 'empty');
    const touched = [
      untouched.replace('- [/]', '- [x]'),
      untouched.replace('^sleep [due:: 2026-03-19]', '^sleep [due:: 2026-03-26]'),
      untouched.replace('^sleep', '[gas:: 1] ^sleep'),
      untouched.replace(was, ''),
      `${untouched}\n  Slept well twice.`,
      '- [ ] Sleep <!-- not much: -->',
      '- [ ] Sleep <!-- Sesi 2: [ ] --> well',
    ];
    for (const text of touched) assert.equal(section(text), 'filled', text);
  });

  it('is "not addressed" with a reason in one of the set phrases', () => {
    const phrases = [
      'Tidak dibahas: waktu habis',
      'belum dibahas : konseli minta waktu',
      'Tidak ada: baru mulai',
      'Not addressed: no time',
      'Deferred: next week',
      '**None reported:** nothing new',
      '- Deferred: next week',
      'NOT ADDRESSED: no time\nat all',
    ];
    for (const text of phrases) assert.equal(section(text), 'not-addressed', text);
    assert.equal(section('Deferred: next week', '', 'More words.'), 'filled');
  });

  it('is "not addressed" where nothing else stands there, with a time and a reason or without', () => {
    const texts = [
      'Not addressed',
      'N/A this session',
      'Not discussed today.',
      'Skipped – ran out of time',
      'Not yet, because he was ill',
      'Tidak dibahas',
      'belum',
      'Belum dibahas pada sesi ini karena waktu habis',
      '*Tidak dilakukan* (waktu habis)',
    ];
    for (const text of texts) assert.equal(section(text), 'not-addressed', text);
    const answers = [
      'None',
      'Tidak ada',
      'Belum tahu',
      'Not done crying',
      'As before',
      'Not yet sure what to do',
    ];
    for (const text of answers) assert.equal(section(text), 'filled', text);
  });

  it('is nothing with such a phrase that lacks the reason', () => {
    for (const text of [
      'Deferred:',
      'Tidak dibahas:  ',
      '- None reported:',
      'Not addressed: <!-- why? -->',
    ]) {
      assert.equal(section(text), 'empty', text);
    }
  });

  it('is something where the phrase stands elsewhere or without a colon', () => {
    assert.equal(section('It was not addressed: no time'), 'filled');
    assert.equal(section('Tidak ada masalah: semua baik'), 'filled');
  });

  it('of a stage is that of all of it', () => {
    assert.equal(stage('', '## Findings', 'words')?.fullness, 'filled');
    assert.equal(stage('words', '## Findings')?.fullness, 'filled');
    assert.equal(stage('## Findings', '## Homework', '')?.fullness, 'empty');
    assert.equal(stage('## Findings', 'Deferred: x', '## Homework')?.fullness, 'not-addressed');
    assert.equal(stage('## Findings', 'Deferred: x', '## Own', 'words')?.fullness, 'filled');
  });

  it('tells whether the stage itself was not addressed, directly under its heading', () => {
    assert.equal(stage('', 'Deferred: x', '## Findings')?.notAddressed, true);
    assert.equal(stage('', '<!-- prompt -->', 'Deferred: x')?.notAddressed, true);
    assert.equal(stage('## Findings', 'Deferred: x')?.notAddressed, false);
    assert.equal(stage('## Own', 'Deferred: x')?.notAddressed, false);
    assert.equal(stage('Deferred: x', '', 'And words.')?.notAddressed, false);
  });
});
