import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { defaultSeverities, ruleIds } from '../../../src/core/ruleIds';
import { carryOverFixes } from '../../../src/core/validate/carryOverFixes';
import { configurationProblems, protocolProblems } from '../../../src/core/validate/fileProblems';
import type { Fix, Problem } from '../../../src/core/validate/problem';
import { blockingRule } from '../../../src/core/validate/problemsByRules';
import { caseRules, noteRules, turnRules } from '../../../src/core/validate/rules';
import type { Texts } from './caseSupport';
import { type PracticeWithNotes, practiceOf } from './practice';

const folder = join(__dirname, '../../../docs/rules');
const pages = readdirSync(folder).filter(name => name !== 'README.md');

function pageOf(rule: string): string {
  return readFileSync(join(folder, `${rule}.md`), 'utf8');
}

const FILE = /(?:<!-- file: (.+) -->\n)?```\w+\n([\s\S]*?)```\n/g;

/** The examples of a page that fail or pass, as texts by path: one block, or several with a path before each. */
function examples(page: string, kind: 'fails' | 'passes'): readonly Texts[] {
  const block = '```\\w+\\n[\\s\\S]*?```\\n';
  const pattern = new RegExp(`<!-- ${kind} -->\\n((?:<!-- file: .+ -->\\n${block}\\n?)+|${block})`, 'g');
  return [...page.matchAll(pattern)].map(([, files = '']) =>
    Object.fromEntries(
      [...files.matchAll(FILE)].map(([, path = 'example.session.md', text = '']) => [path, text]),
    ),
  );
}

function noteProblems(practice: PracticeWithNotes): readonly Problem[] {
  return Object.keys(practice.notes).flatMap(path => [
    ...practice.problemsOf(path),
    ...practice.caseProblemsOf(path),
  ]);
}

function rulesBroken(rule: string, example: Texts): readonly string[] {
  const [text = ''] = Object.values(example);
  if (rule === 'protocol') return protocolProblems(loadProtocol(text).faults).map(found => found.rule);
  if (rule === 'configuration')
    return configurationProblems(loadConfig(text).faults).map(found => found.rule);
  return noteProblems(practiceOf(example)).map(found => found.rule);
}

/** The kinds of fixes that a rule offers in an example. */
function fixesOffered(rule: string, example: Texts): readonly Fix[] {
  const practice = practiceOf(example);
  return Object.entries(practice.notes).flatMap(([path, text]) => {
    const cases = practice.cases.casesOf(path);
    const note = practice.parse(text);
    const ofCases = practice.caseProblemsOf(path).filter(found => found.rule === rule);
    return [
      ...practice.problemsOf(path).flatMap(({ fixes }) => fixes),
      ...ofCases.flatMap(found => [...found.fixes, ...carryOverFixes(found, note, cases, 'en')]),
    ];
  });
}

describe('the pages of the rules', () => {
  it('are one for each rule, and none besides', () => {
    assert.deepEqual(pages, ruleIds.map(rule => `${rule}.md`).sort());
  });

  it('are all linked from the overview', () => {
    const overview = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const rule of ruleIds) assert(overview.includes(`[${rule}](${rule}.md)`), rule);
  });

  for (const rule of ruleIds) {
    it(`${rule}: the example that fails breaks this rule only, the one that passes none`, () => {
      const page = pageOf(rule);
      const failing = examples(page, 'fails');
      const passing = examples(page, 'passes');
      // A page cannot show bytes that are no text.
      assert.equal(failing.length > 0 && passing.length > 0, rule !== 'unreadable-file');
      for (const example of failing) assert.deepEqual(new Set(rulesBroken(rule, example)), new Set([rule]));
      for (const example of passing) assert.deepEqual(rulesBroken(rule, example), []);
    });

    it(`${rule}: the page names the default severity`, () => {
      const stated = /^Default severity: (.*?)\. Fix/m.exec(pageOf(rule))?.[1] ?? '';
      assert(
        stated.includes(rule === 'similar-heading' ? 'what it misses' : defaultSeverities[rule]),
        stated,
      );
    });
  }

  it('tell of the kinds of fixes that the failing example has', () => {
    for (const { id: rule } of [blockingRule, ...noteRules, ...turnRules, ...caseRules]) {
      const page = pageOf(rule);
      const fixes = examples(page, 'fails').flatMap(example => fixesOffered(rule, example));
      const stated = /^Default severity: .*?\. Fix: ([\s\S]*?)\n\n/m.exec(page)?.[1] ?? '';
      for (const { safety } of fixes) assert(stated.includes(safety), `${rule}: ${safety} (${stated})`);
      if (stated.startsWith('suggestion')) assert(fixes.length > 0, `${rule}: no fix in the example`);
    }
  });
});

describe('the rules for notes and cases', () => {
  it('are all that are not about other files', () => {
    const ids = new Set([blockingRule, ...noteRules, ...turnRules, ...caseRules].map(({ id }) => id));
    assert.deepEqual([...ids, 'protocol', 'configuration'].sort(), [...ruleIds].sort());
  });
});
