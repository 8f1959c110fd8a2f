import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { isNote } from '../../../src/core/practice/practice';
import { practiceOf } from '../validate/practice';

const blocks = ['getting-started', 'rules/configuration'].flatMap(page =>
  [...readFileSync(`docs/${page}.md`, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ language, text }),
  ),
);

describe('the examples that newcomers read', () => {
  it('are notes without a problem, whose goal is followed', () => {
    const notes = blocks.filter(({ language }) => language === 'markdown');
    assert.ok(notes.length > 0);
    for (const { text } of notes) {
      const practice = practiceOf({ 'n.session.md': text });
      assert.ok(isNote(practice, 'n.md', text));
      assert.deepEqual(
        [...practice.problemsOf('n.session.md'), ...practice.caseProblemsOf('n.session.md')],
        [],
      );
      const goals = practice.cases.casesOf('n.session.md').flatMap(each => each.goals);
      assert.deepEqual(
        goals.filter(({ mentions }) => mentions.length > 0).map(({ id, status, due }) => [id, status, due]),
        [['sleep', 'in-progress', '2026-03-19']],
      );
    }
  });

  it('are configurations without a fault', () => {
    const configurations = blocks.filter(
      ({ language, text }) => language === 'yaml' && !text.includes('loud'),
    );
    assert.ok(configurations.length > 0);
    for (const { text } of configurations) assert.deepEqual(loadConfig(text).faults, []);
  });
});
