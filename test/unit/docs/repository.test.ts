import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packedFiles } from '../../../scripts/packable';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly Step[];
}

interface Form {
  readonly body: readonly {
    readonly id?: string;
    readonly attributes: { readonly value?: string; readonly options?: readonly unknown[] };
  }[];
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = '.github';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yml'))
  .map(name => join(folder, name).replaceAll('\\', '/'));

function yamlAt(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

function jobsOf(name: string): readonly Job[] {
  const { jobs } = yamlAt(`${folder}/workflows/${name}.yml`) as { jobs: Readonly<Record<string, Job>> };
  return Object.values(jobs);
}

const steps = ['ci', 'release'].flatMap(name => jobsOf(name).flatMap(job => job.steps));

describe('what GitHub is told', () => {
  it('is YAML', () => {
    assert.ok(files.length > 5);
    for (const file of files) assert.equal(typeof yamlAt(file), 'object', file);
  });

  it('runs scripts that there are', () => {
    const run = steps.flatMap(step => [...(step.run ?? '').matchAll(/npm run ([\w:]+)/g)]);
    const names = run.map(([, name = '']) => name);
    assert.ok(names.length > 5);
    assert.deepEqual(
      names.filter(name => manifest.scripts[name] === undefined),
      [],
    );
  });

  it('tries the lowest Node that the manifest allows, on each system, and tests releases with it', () => {
    const lowest = /^>=(\d+\.\d+)/.exec(manifest.engines.node)?.[1];
    const matrices = jobsOf('ci').map(({ strategy }) => strategy?.matrix);
    const matrix = matrices.find(each => each?.['node'] !== undefined);
    assert.equal(matrix?.['node']?.[0], lowest);
    assert.deepEqual(matrix?.['os'], ['ubuntu-latest', 'windows-latest', 'macos-latest']);
    for (const name of ['ci', 'release']) {
      const [first] = jobsOf(name);
      const versions = first?.steps.flatMap(step => step.with?.['node-version'] ?? []);
      assert.deepEqual(versions, [lowest], name);
    }
  });

  it('names every action by a commit, as a tag can be moved', () => {
    const uses = steps.flatMap(step => step.uses ?? []);
    assert.ok(uses.length > 10);
    assert.deepEqual(
      uses.filter(name => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(name)),
      [],
    );
  });

  for (const name of ['bug', 'feature', 'format']) {
    it(`asks in the form ${name} for no client's words, first and last`, () => {
      const { body } = yamlAt(`${folder}/ISSUE_TEMPLATE/${name}.yml`) as Form;
      assert.match(
        body[0]?.attributes.value ?? '',
        /Everybody can read this page\. Please (?:paste|attach) no/,
      );
      assert.equal(body.at(-1)?.id, 'care');
      assert.match(JSON.stringify(body.at(-1)?.attributes.options), /client.*"required":true/);
    });
  }
});

describe('how to cite', () => {
  it('names the version and the license of the manifest', () => {
    const { version, license } = yamlAt('CITATION.cff') as Manifest;
    assert.deepEqual({ version, license }, { version: manifest.version, license: manifest.license });
  });
});

describe('the package of the extension', () => {
  it('holds no page for maintainers, and nothing that is not asked for', async () => {
    const packed = await packedFiles('.');
    assert.ok(packed.includes('README.md'));
    const asked =
      /^(?:(?:README|CHANGELOG|LICENSE)(?:\.\w+)*|package(?:\.nls(?:\.\w+)?)?\.json|(?:dist|media|snippets|syntaxes|schemas|protocols|examples|docs)\/.*)$/;
    const forMaintainers = /^docs\/(?:architecture\.md|glossary\.md|decisions\/)/;
    assert.deepEqual(
      packed.filter(path => !asked.test(path) || forMaintainers.test(path)),
      [],
    );
  });
});
