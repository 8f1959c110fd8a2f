import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { parseNote } from '../../../src/core/note/parseNote';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { validateNote } from '../../../src/core/validate/validateNote';
import { within } from '../processorTime';

/** Well above what it takes, well below a hang. */
function timed<Value>(work: () => Value): Value {
  return within(6000, work);
}

function load(text: string) {
  return timed(() => loadWorkspaceProtocols([{ path: 'x.yaml', text }]));
}

function keysOf(text: string): readonly string[] {
  return (load(text).faults.get('x.yaml') ?? []).map(({ message }) => message.key);
}

describe('a protocol out of all measure', () => {
  it('of 1,000 stages is read, and a note by it validated, without delay', () => {
    const stages = Array.from(
      { length: 1000 },
      (_, at) =>
        `  - { id: s${at}, title: { en: Stage of number ${at}, id: Tahap bernomor ${at} }, sections: [{ id: a, title: { en: Part, id: Bagian } }] }`,
    );
    const text = `id: huge\ntitle: { en: Huge, id: Besar }\nstages:\n${stages.join('\n')}\n`;
    const { set, faults } = load(text);
    assert.equal(faults.size, 0);
    const headings = Array.from({ length: 1000 }, (_, at) => `## Stage of nummber ${at}\nWords.\n`);
    const note = timed(() =>
      parseNote(`---\nprotocol: huge\n---\n${headings.join('')}`, {
        protocols: set,
        defaultProtocol: 'huge',
      }),
    );
    const problems = timed(() => validateNote(note, defaultConfig, { protocolIds: set.ids }));
    assert.ok(problems.length >= 1000);
  });

  it('that is longer than a protocol may be says so', () => {
    assert.deepEqual(keysOf(`id: a\ntitle: { en: A }\n# ${'x'.repeat(300_000)}`), ['yaml.too-large']);
  });

  it('nested without end says so', () => {
    for (const text of [
      `id: a\nstages: ${'['.repeat(5000)}`,
      `id: a\nstages: ${'{a: '.repeat(5000)}`,
      Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`)
        .join('\n')
        .slice(0, 250_000),
    ]) {
      assert.ok(keysOf(text).includes('yaml.too-deep'), keysOf(text).join());
    }
  });

  it('whose aliases expand without end says so', () => {
    const levels = Array.from({ length: 9 }, (_, at) => {
      const inner = Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*l${at - 1}`)).join(', ');
      return `l${at}: &l${at} [${inner}]`;
    });
    const keys = keysOf(`id: a\ntitle: { en: A }\n${levels.join('\n')}\nstages: *l8\n`);
    assert.ok(
      keys.some(key => key.startsWith('yaml.')),
      keys.join(),
    );
  });

  it('with the names of what objects have of themselves is one with unknown keys', () => {
    const text = `id: a
title: { en: A, __proto__: B }
__proto__: { stages: [] }
stages:
  - id: constructor
    title: { en: Made }
    hasOwnProperty: true
    sections: [{ id: prototype, title: { en: Type }, toString: x }]
`;
    assert.deepEqual(keysOf(text), [
      'schema.unknown-key',
      'schema.unknown-key',
      'schema.unknown-key',
      'schema.unknown-key',
    ]);
    assert.equal(({} as Record<string, unknown>)['stages'], undefined);
    const { set } = load(text);
    assert.equal(set.get('a')?.matchStage('Made')?.term.id, 'constructor');
    assert.equal(set.get('__proto__'), undefined);
  });
});
