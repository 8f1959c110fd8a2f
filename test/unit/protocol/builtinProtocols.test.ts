import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinIds, builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { placesIn } from '../validate/caseSupport';
import { protocols } from '../validate/support';
import { faultTexts } from './faultText';

const languages = ['en', 'id'] as const;
const fixtures = join(__dirname, '../../fixtures/builtins');

function source(id: string): string {
  return readFileSync(`protocols/${id}.yaml`, 'utf8');
}

function note(id: string, name: string): string {
  return readFileSync(join(fixtures, id, `${name}.session.md`), 'utf8');
}

/** `rule:line` of each problem that was written into the incomplete note, by language. */
function expectedPlaces(id: string): Readonly<Record<string, readonly string[]>> {
  const read: unknown = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
  const byLanguage: unknown = Object(read)[id];
  assert(typeof byLanguage === 'object' && byLanguage !== null, `${id} is not in expected.json`);
  const entries = Object.entries(byLanguage).map(([language, places]) => {
    assert(Array.isArray(places) && places.length > 0);
    return [language, places.map(String)] as const;
  });
  return Object.fromEntries(entries);
}

/** The paths of the maps by language in `value` that lack one of the languages. */
function untranslated(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  const isByLanguage = keys.some(key => key === 'en' || (key === 'id' && keys.length === 1));
  // Aliases that one language needs, the other may not.
  const isComplete = languages.every(language => keys.includes(language)) || path.endsWith('/aliases');
  if (isByLanguage) return isComplete ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => untranslated(inner, `${path}/${key}`));
}

describe('the protocols that come with the program', () => {
  it('are all those of protocols/, four stages first', () => {
    const files = readdirSync('protocols')
      .filter(name => name.endsWith('.yaml'))
      .map(name => name.replace(/\.yaml$/, ''));
    assert.deepEqual([...builtinIds].sort(), files.sort());
    assert.equal(builtinIds[0], 'four-stage');
  });

  it('have their notes in the fixtures, and nothing else is there', () => {
    const folders = readdirSync(fixtures).filter(name => name !== 'expected.json');
    assert.deepEqual(folders.sort(), [...builtinIds].sort());
  });

  it('are listed in the documentation, each with a link to its file', () => {
    const page = readFileSync('docs/built-in-protocols.md', 'utf8');
    const linked = [...page.matchAll(/^\| \[`([\w-]+)`\]\(\.\.\/protocols\/([\w-]+)\.yaml\)/gm)];
    assert.deepEqual(linked.map(([, id, file]) => [id, file]).sort(), builtinIds.map(id => [id, id]).sort());
  });

  it('are each compared with their source in the documentation, which says what was not checked', () => {
    const page = readFileSync('docs/formats/sources.md', 'utf8');
    for (const id of builtinIds) {
      const text =
        id === 'four-stage'
          ? readFileSync('docs/formats/four-stage.md', 'utf8')
          : (page.split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '');
      assert.match(text, /^Source: /m, id);
      assert.match(text, /^\| the source \||^\| # \| the article/m, id);
      assert.match(text, /\*\*Not checked:\*\* /, id);
    }
  });

  for (const compiled of builtinProtocols()) {
    const { protocol } = compiled;
    const { id } = protocol;
    describe(id, () => {
      it('has no faults', () => {
        const text = source(id);
        const loaded = loadProtocol(text);
        assert.deepEqual(faultTexts(text, loaded.faults), []);
        assert.deepEqual(loaded.protocol, protocol);
      });

      it('has every title, question and definition in both languages', () => {
        assert.deepEqual(untranslated(protocol, id), []);
        for (const stage of protocol.stages) {
          const asked = stage.sections.filter(({ required }) => required === true);
          const asking = asked.length > 0 ? asked : [stage];
          for (const term of asking) assert.ok(term.prompt, `${stage.id}/${term.id} asks nothing`);
        }
        const codes = [...protocol.stages.flatMap(stage => stage.techniques), ...protocol.codes];
        for (const code of codes) assert.ok(code.definition, code.id);
      });

      it('cites its source, and says in its file what is not from there', () => {
        assert.ok((protocol.source ?? '').length > 20);
        const comment = (source(id).split(/^id:/m)[0] ?? '').replace(/\s+#?\s*/g, ' ');
        assert.match(comment, /written for this file/i);
      });

      it('is named by each of its titles and aliases', () => {
        for (const stage of protocol.stages) {
          for (const title of titlesOf(stage)) {
            assert.equal(compiled.matchStage(title)?.term.id, stage.id, title);
          }
          for (const section of stage.sections) {
            for (const title of titlesOf(section)) {
              assert.equal(compiled.matchSection(stage, title)?.term.id, section.id, title);
            }
          }
        }
      });

      for (const language of languages) {
        it(`finds no problem in its complete note (${language})`, () => {
          const text = note(id, `complete.${language}`);
          assert.deepEqual(placesIn(text), []);
          const read = parseNote(text, { protocols, defaultProtocol: 'none' });
          assert.equal(read.protocolId, id);
          if (protocol.stages.length > 0) assert.equal(read.language, language);
        });

        it(`finds in its incomplete note exactly what it was written for (${language})`, () => {
          const places = placesIn(note(id, `incomplete.${language}`));
          assert.deepEqual(places, expectedPlaces(id)[language]);
        });
      }
    });
  }
});

interface Titled {
  readonly title: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

function titlesOf({ title, aliases }: Titled): readonly string[] {
  return [...Object.values(title), ...Object.values(aliases).flat()];
}
