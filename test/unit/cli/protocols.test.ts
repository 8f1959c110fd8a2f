import assert from 'node:assert/strict';
import { builtinIds } from '../../../src/core/protocol/builtinProtocols';
import { folderWith, removeFolders, sessionNotes } from './commandRun';

const own = `id: brief
title: { en: Brief, id: Singkat }
fields: [{ id: client, required: true }, { id: place }]
stages:
  - id: today
    title: { en: Today, id: Hari ini }
    sections:
      - { id: topic, title: { en: Topic, id: Topik } }
      - { id: mood, title: { en: Mood, id: Suasana hati }, required: when-present }
      - { id: way, title: { en: Way, id: Cara }, required: false }
    atLeast: [{ of: [mood, way] }]
`;
const PATH = '.session-notes/protocols/brief.yaml';

describe('session-notes protocols', () => {
  after(removeFolders);

  it('lists what comes with the program and the own ones, with what each needs', () => {
    const { exitCode, output, errors } = sessionNotes(folderWith({ [PATH]: own }), ['protocols']);
    assert.deepEqual([exitCode, errors], [0, '']);
    for (const id of builtinIds) assert.match(output, new RegExp(`^${id}  `, 'm'));
    assert.ok(output.includes(`brief  Brief  ${PATH} · en, id\n`), output);
    assert.match(output, /Fields: client\*, place\n {2}Today\*: Topic\*, Mood, Way\n {4}At least 1 of: Mood/);
  });

  it('speaks Indonesian', () => {
    const { output } = sessionNotes(folderWith({ [PATH]: own }), ['protocols', '--language', 'id']);
    assert.match(output, /Isian: client\*, place\n {2}Hari ini\*: Topik\*/);
  });

  it('lists them for programs', () => {
    const { output } = sessionNotes(folderWith({ [PATH]: own }), ['protocols', '--format', 'json']);
    const { protocols } = JSON.parse(output);
    assert.equal(protocols.length, builtinIds.length + 1);
    const brief = protocols.at(-1);
    assert.deepEqual(
      [brief.id, brief.builtin, brief.file, brief.languages],
      ['brief', false, PATH, ['en', 'id']],
    );
    assert.deepEqual(brief.fields[0], { id: 'client', type: 'string', required: true, requiredWith: [] });
    assert.deepEqual(
      brief.stages[0].sections.map((section: { id: string; required: unknown }) => section.required),
      [true, 'when-present', false],
    );
    assert.deepEqual(brief.stages[0].atLeast, [{ count: 1, of: ['mood', 'way'] }]);
  });

  it('validates a file: exit code 0 without errors, 1 with, 2 where there is none', () => {
    const folder = folderWith({ [PATH]: own, 'draft.yaml': own.replace('sections:', 'sectoins:') });
    const sound = sessionNotes(folder, ['protocols', '--check', PATH]);
    assert.deepEqual([sound.exitCode, sound.errors, sound.output], [0, '', `${PATH}: no problems\n`]);
    const wrong = sessionNotes(folder, ['protocols', '--check', 'draft.yaml', '--format', 'json']);
    assert.equal(wrong.exitCode, 1);
    const [problem] = JSON.parse(wrong.output).problems;
    assert.deepEqual(
      [problem.file, problem.rule, problem.line, problem.column],
      ['draft.yaml', 'protocol', 7, 5],
    );
    assert.match(problem.message, /"sections"/);
    const none = sessionNotes(folder, ['protocols', '--check', 'nowhere.yaml']);
    assert.deepEqual([none.exitCode, none.output], [2, '']);
  });

  it('counts a title that lacks a language as a warning', () => {
    const folder = folderWith({ 'own.yaml': own.replace(', id: Topik', '') });
    const { exitCode, output } = sessionNotes(folder, [
      'protocols',
      '--check',
      'own.yaml',
      '--format',
      'json',
    ]);
    const { errors, warnings } = JSON.parse(output);
    assert.deepEqual([exitCode, errors, warnings], [0, 0, 1]);
  });

  it('validates a file beside the others that it may start from, and reports a ring at its line', () => {
    const folder = folderWith({
      [PATH]: own,
      '.session-notes/protocols/a.yaml': 'id: a\nextends: b\n',
      '.session-notes/protocols/b.yaml': 'id: b\nextends: a\n',
      'longer.yaml': 'id: longer\nextends: brief\ntitle: { en: Longer }\n',
    });
    assert.equal(sessionNotes(folder, ['protocols', '--check', 'longer.yaml']).exitCode, 0);
    const ring = sessionNotes(folder, ['protocols', '--check', '.session-notes/protocols/b.yaml']);
    assert.equal(ring.exitCode, 1);
    assert.match(ring.output, /2:10/);
  });

  it('refuses another format', () => {
    const { exitCode, output } = sessionNotes(folderWith({}), ['protocols', '--format', 'xml']);
    assert.deepEqual([exitCode, output], [2, '']);
  });
});
