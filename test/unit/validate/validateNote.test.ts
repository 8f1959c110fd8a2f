import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { message } from '../../../src/core/message';
import {
  configurationProblems,
  protocolProblems,
  unreadableFileProblem,
} from '../../../src/core/validate/fileProblems';
import { atConfiguredLevels } from '../../../src/core/validate/levels';
import { safeFixes } from '../../../src/core/validate/safeFixes';
import { validateNote } from '../../../src/core/validate/validateNote';
import { within } from '../processorTime';
import { closing, noteWith, parse, placesOf, planning, problemsOf } from './support';

const both = ['stages: [planning, closing]'];

describe('the order of problems', () => {
  it('is that of the text, then of the rules by name', () => {
    const text = noteWith(
      [...closing('Continued.'), ...planning.slice(0, 3)],
      ['stages: [exploration, planning]'],
    );
    assert.deepEqual(placesOf(text), [
      'undeclared-stage:8',
      'missing-stage:13',
      'missing-section:15',
      'stage-order:15',
    ]);
  });
});

describe('the configuration', () => {
  const text = noteWith(planning, both);

  it('sets the severity of a rule, or switches it off', () => {
    assert.equal(problemsOf(text, { rules: { 'missing-stage': 'info' } })[0]?.severity, 'info');
    assert.deepEqual(problemsOf(text, { rules: { 'missing-stage': 'off' } }), []);
  });

  it('does not make a draft louder than a hint, and can make it quieter', () => {
    const draft = noteWith(planning, [...both, 'status: draft']);
    assert.equal(problemsOf(draft, { rules: { 'missing-stage': 'warning' } })[0]?.severity, 'hint');
    assert.deepEqual(problemsOf(draft, { rules: { 'missing-stage': 'off' } }), []);
  });

  it('does not make a transcript louder than an information', () => {
    const transcript = noteWith(planning, [...both, 'kind: transcript']);
    assert.equal(problemsOf(transcript)[0]?.severity, 'info');
    assert.equal(problemsOf(transcript, { rules: { 'missing-stage': 'hint' } })[0]?.severity, 'hint');
  });

  it('holds for files that are no notes, too', () => {
    const faults = [{ range: { start: 2, end: 4 }, message: message('schema.empty') }];
    const problems = [
      unreadableFileProblem(message('file.vanished')),
      ...protocolProblems(faults),
      ...configurationProblems(faults),
    ];
    assert.deepEqual(
      problems.map(({ rule, severity, range }) => [rule, severity, range.start]),
      [
        ['unreadable-file', 'error', 0],
        ['protocol', 'error', 2],
        ['configuration', 'error', 2],
      ],
    );
    const rules = { protocol: 'off', configuration: 'warning' } as const;
    const configured = atConfiguredLevels(problems, { ...defaultConfig, rules });
    assert.deepEqual(
      configured.map(({ rule, severity }) => [rule, severity]),
      [
        ['unreadable-file', 'error'],
        ['configuration', 'warning'],
      ],
    );
  });
});

describe('a draft', () => {
  it('shows what is not there yet as hints, and what is wrong as it is', () => {
    const text = noteWith(
      [
        '## Perencanaan pemecahan masalah',
        '- [?] a',
        '### Solusi yang paling tepat',
        '',
        ...closing('We will see.'),
      ],
      ['status: draft', 'contact:'],
    ).replace('date: 2026-02-04\n', '');
    const severities = new Map(problemsOf(text).map(({ rule, severity }) => [rule, severity]));
    assert.deepEqual([...severities].sort(), [
      ['empty-section', 'hint'],
      ['goal-status', 'warning'],
      ['invalid-choice', 'hint'],
      ['missing-field', 'hint'],
      ['missing-section', 'hint'],
      ['missing-stage', 'hint'],
    ]);
  });
});

describe('comments that switch rules off', () => {
  it('act on the line that a problem is shown on', () => {
    const off = '<!-- session-notes-disable-next-line missing-stage -->';
    assert.deepEqual(placesOf(noteWith([off, ...planning], both)), []);
    const other = '<!-- session-notes-disable-next-line empty-stage -->';
    assert.deepEqual(placesOf(noteWith([other, ...planning], both)), ['missing-stage:9']);
  });

  it('act on the front matter only for the whole file', () => {
    const text = noteWith(
      [...planning, '<!-- session-notes-disable-file invalid-field -->'],
      ['stages: [planning]', 'kind: x'],
    );
    assert.deepEqual(placesOf(text), []);
  });

  it('silence an unresolved merge, so that the other rules speak', () => {
    const merge = ['', '<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> other'];
    assert.deepEqual(placesOf(noteWith([...planning, ...merge], both)), ['conflict-markers:14']);
    const quoted = noteWith(
      [...planning, ...merge, '<!-- session-notes-disable-file conflict-markers -->'],
      both,
    );
    assert.deepEqual(placesOf(quoted), ['missing-stage:8']);
  });
});

describe('a note nested deeper than is read', () => {
  it('says so, and is asked for nothing that may stand there', () => {
    const text = noteWith([`${'> '.repeat(3000)}deep`, '<!-- session-notes-disable-file -->'], both);
    assert.deepEqual(placesOf(text), ['unreadable-file:8']);
  });
});

describe('a huge note', () => {
  it('is validated in time that grows with its length', () => {
    const items = Array.from({ length: 20_000 }, (_, at) => `- [✓] Goal ${at} ^same [due:: x] [gas:: 7]`);
    const stages = Array.from({ length: 5_000 }, () => '## Perencanaan pemecahan masalah\nx\n');
    const note = parse(noteWith(['## Perencanaan pemecahan masalah', ...items, ...stages], both));
    // A second or so; comparing each problem with each other takes minutes.
    within(10_000, () => {
      const problems = validateNote(note, defaultConfig);
      assert.ok(problems.length > 80_000);
      assert.equal(safeFixes(problems).length, 20_000);
    });
  });
});
