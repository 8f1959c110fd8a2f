import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { configurationProblems, protocolProblems } from '../../../src/core/validate/fileProblems';
import { gate, noteRules } from '../../../src/core/validate/registry';
import { defaultSeverities, ruleIds } from '../../../src/core/validate/ruleIds';
import { problemsOf } from './support';

const folder = join(__dirname, '../../../docs/rules');
const pages = readdirSync(folder).filter(name => name !== 'README.md');

function pageOf(rule: string): string {
  return readFileSync(join(folder, `${rule}.md`), 'utf8');
}

/** The examples of a page that fail or pass. */
function examples(page: string, kind: 'fails' | 'passes'): readonly string[] {
  const pattern = new RegExp(`<!-- ${kind} -->\\n\`\`\`\\w+\\n([^]*?)\`\`\``, 'g');
  return [...page.matchAll(pattern)].map(([, example]) => example ?? '');
}

function rulesBroken(rule: string, example: string): readonly string[] {
  if (rule === 'protocol') return protocolProblems(loadProtocol(example).faults).map(found => found.rule);
  if (rule === 'configuration')
    return configurationProblems(loadConfig(example).faults).map(found => found.rule);
  return problemsOf(example).map(found => found.rule);
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
    for (const { id: rule } of [gate, ...noteRules]) {
      const page = pageOf(rule);
      const fixes = examples(page, 'fails')
        .flatMap(example => problemsOf(example))
        .flatMap(found => found.fixes);
      const stated = /^Default severity: .*?\. Fix: (.*)$/m.exec(page)?.[1] ?? '';
      for (const { safety } of fixes) assert(stated.includes(safety), `${rule}: ${safety} (${stated})`);
    }
  });
});

describe('the rules for notes', () => {
  it('are all that are not about other files', () => {
    const ids = [gate, ...noteRules].map(({ id }) => id);
    assert.deepEqual([...ids, 'protocol', 'configuration'].sort(), [...ruleIds].sort());
  });
});
