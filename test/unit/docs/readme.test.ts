import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { isNote } from '../../../src/core/practice/practice';
import { practiceOf } from '../validate/practice';
import { linksOf, pageAt, withoutCode } from './pages';

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

describe('the README', () => {
  for (const path of ['README.md', 'README.id.md']) {
    it(`is read in a few minutes (${path})`, () => {
      const words = pageAt(path).split(/\s+/).length;
      assert.ok(words < 700, `${words} words`);
    });

    it(`has a picture that moves and six of features (${path})`, () => {
      const pictures = [
        ...withoutCode(pageAt(path)).matchAll(/!\[[^\]]+\]\((media\/screenshots\/[^)]+\.png)\)/g),
      ];
      assert.equal(pictures.length, 7);
    });
  }

  it('tells developers the two commands that they need', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) {
      assert.ok(pageAt('README.md').includes(`\n${command}\n`));
    }
  });

  it('leads to the documentation, in its language', () => {
    assert.ok(linksOf('README.md').some(({ path }) => path === 'docs/README.md'));
    assert.ok(linksOf('README.id.md').some(({ path }) => path === 'docs/README.id.md'));
  });
});
