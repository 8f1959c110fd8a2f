import assert from 'node:assert/strict';
import { snippetFiles } from '../../../scripts/snippetFiles';
import { defaultConfig } from '../../../src/core/config/config';
import { noteChecklist } from '../../../src/core/describe/noteChecklist';
import { languageTags } from '../../../src/core/language/languages';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { isAside, isAskedOfNote } from '../../../src/core/protocol/schema';
import { validateNote } from '../../../src/core/validate/validateNote';
import { expandSnippet } from './expandSnippet';
import { noteOf } from './workshop';

interface WrittenSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
  readonly include?: readonly string[];
}

function snippetsIn(text: string): readonly WrittenSnippet[] {
  const file: Readonly<Record<string, WrittenSnippet>> = JSON.parse(text);
  return Object.values(file);
}

const written = [...snippetFiles().values()].flatMap(snippetsIn);

describe('the snippets', () => {
  it('are whole notes of each protocol that has stages, and the stages of the default one, in every language', () => {
    const notes = builtinProtocols().filter(({ protocol }) => protocol.stages.length > 0);
    const stages = ['relationship', 'exploration', 'planning', 'closing'];
    assert.deepEqual(
      written.map(({ prefix }) => prefix).sort(),
      languageTags
        .flatMap(language => [
          ...notes.map(({ protocol }) => `sn-note-${protocol.id}-${language}`),
          ...stages.map(id => `sn-stage-${id}-${language}`),
        ])
        .sort(),
    );
    assert.ok(notes.length > 20);
    assert.ok(written.every(({ description }) => description !== ''));
  });

  it('are file templates when they are whole notes, and limited to session notes when they are stages', () => {
    for (const { prefix, isFileTemplate, include } of written) {
      const isNote = prefix.startsWith('sn-note-');
      assert.equal(isFileTemplate, isNote ? true : undefined);
      assert.deepEqual(include, isNote ? undefined : ['**/*.session.md']);
    }
  });

  it('of whole notes are notes in their language with every required stage and section, all empty', () => {
    for (const { prefix, body } of written.filter(({ isFileTemplate }) => isFileTemplate)) {
      const note = noteOf(expandSnippet(body.join('\n')).text);
      assert.equal(note.language, prefix.slice(-2));
      assert.ok(note.frontMatter.draft);
      assert.equal(note.frontMatter.date?.value, '2026-03-12');
      for (const { stage, state, sections } of noteChecklist(note)) {
        if (isAside(stage) && !stage.required) continue;
        assert.equal(state, 'empty', stage.id);
        const required = sections.filter(({ section }) => section.required === true);
        assert.ok(
          required.every(section => section.state === 'empty'),
          stage.id,
        );
      }
    }
  });

  it('of whole notes, once the fields are filled in, lack nothing but words and goals', () => {
    for (const { body } of written.filter(({ isFileTemplate }) => isFileTemplate)) {
      const blank = expandSnippet(body.join('\n')).text;
      const text = blank.replace(/^[\w-]*-date: $/gm, '$&2026-05-04').replace(/^[a-z-]+: $/gm, '$&K-014');
      const note = noteOf(text);
      const rules = new Set(validateNote(note, defaultConfig).map(({ rule }) => rule));
      for (const rule of ['empty-stage', 'note-without-goal'] as const) rules.delete(rule);
      // Of a set of stages, some must have words in them.
      const hasSets = (note.protocol?.protocol.atLeast.length ?? 0) > 0;
      assert.deepEqual([...rules], hasSets ? ['missing-stage'] : []);
    }
  });

  it('of stages bring their stage with its required sections, the caret in the first', () => {
    for (const { prefix, body } of written.filter(({ isFileTemplate }) => !isFileTemplate)) {
      const { text, caret } = expandSnippet(body.join('\n'));
      const [region, ...others] = noteOf(text).stages;
      assert.ok(region);
      assert.deepEqual(others, []);
      assert.ok(prefix.includes(`-${region.stage.id}-`));
      const required = region.stage.sections.filter(isAskedOfNote).map(({ id }) => id);
      assert.deepEqual(
        region.sections.map(({ section }) => section.id),
        required,
      );
      const first = region.sections[0]?.body;
      assert.ok(first && caret > first.start && caret < first.end);
    }
  });
});
