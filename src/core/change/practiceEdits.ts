import { message } from '../message';
import type { PlainItems } from '../note/note';
import { indexLines } from '../text/lineIndex';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import { readYaml } from '../yaml/readYaml';
import { itemsAt, textAt, valueAt, type YamlMap, type YamlNode } from '../yaml/yamlNode';
import { yamlScalar } from '../yaml/yamlScalar';
import { addToProtocolList, longestProtocol } from './addToProtocol';
import { type Change, editsOf, refused } from './change';

/** Another name of a stage, to be added to the file of a note format. */
interface StageAlias {
  readonly stage: string;
  readonly alias: string;
  /** The language that it stands under. */
  readonly language: string;
}

/**
 * Adds a name to the aliases of a stage in the file of a note format; a stage that comes from the format which it starts
 * from gets an entry of its own. Everything else stays as it is. Refused where the file is no sound YAML.
 */
export function addAlias(text: string, { stage, alias, language }: StageAlias): Change {
  const { root } = readYaml(text, longestProtocol);
  const known = itemsAt(root, 'stages').find(node => textAt(node, 'id') === stage);
  const names = `{ ${language}: [${yamlScalar(alias)}] }`;
  const edit =
    known?.kind === 'map'
      ? new YamlWriter(text).aliasOf(known, language, alias, names)
      : addToProtocolList(text, 'stages', [[`id: ${yamlScalar(stage)}`, `aliases: ${names}`]]);
  return edit === undefined ? refused(message('practice.not-written')) : editsOf([edit]);
}

/** Adds a heading to those that the configuration calls the writer's own. Refused where it is no sound YAML. */
export function addOwnHeading(text: string, title: string): Change {
  const { root } = readYaml(text, longestProtocol);
  const list = valueAt(root, 'ownHeadings');
  const edit =
    list?.kind === 'list' && list.items.length > 0
      ? new YamlWriter(text).itemOf(list, title)
      : addToProtocolList(text, 'ownHeadings', [[yamlScalar(title)]]);
  return edit === undefined ? refused(message('practice.not-written')) : editsOf([edit]);
}

/** A key of the configuration and its value, a word. */
type ConfigurationEntry =
  | { readonly key: 'items'; readonly value: PlainItems }
  | { readonly key: 'defaultProtocol'; readonly value: string };

/** Gives a key of the configuration its value. Refused where it is no sound YAML. */
export function configure(text: string, { key, value }: ConfigurationEntry): Change {
  const { root, faults } = readYaml(text, longestProtocol);
  const edit = faults.length > 0 ? undefined : new YamlWriter(text).valueOf(root, key, value);
  return edit === undefined ? refused(message('practice.not-written')) : editsOf([edit]);
}

/** A part of a note format: a stage outside its sections, or one of its sections. */
interface Part {
  readonly stage: string;
  readonly section: string | undefined;
}

/**
 * Says in the file of a note format that tasks in a part are text and nobody is to be asked; a part that comes from the
 * format which it starts from gets an entry of its own. Refused where the file is no sound YAML.
 */
export function trackNever(text: string, { stage, section }: Part): Change {
  const { root } = readYaml(text, longestProtocol);
  const writer = new YamlWriter(text);
  const known = itemsAt(root, 'stages').find(node => textAt(node, 'id') === stage);
  const part =
    section === undefined ? known : itemsAt(known, 'sections').find(node => textAt(node, 'id') === section);
  const edit =
    known?.kind !== 'map'
      ? addToProtocolList(text, 'stages', [[`id: ${yamlScalar(stage)}`, ...neverIn(section)]])
      : part?.kind === 'map'
        ? writer.valueOf(part, 'tracks', 'never')
        : writer.sectionOf(known, `{ id: ${yamlScalar(section ?? '')}, tracks: never }`);
  return edit === undefined ? refused(message('practice.not-written')) : editsOf([edit]);
}

function neverIn(section: string | undefined): readonly string[] {
  return section === undefined
    ? ['tracks: never']
    : ['sections:', `  - { id: ${yamlScalar(section)}, tracks: never }`];
}

/** The text of a file for a built-in note format that says nothing but that nobody is to be asked about tasks in a part. */
export function trackNeverFormat(protocol: string, { stage, section }: Part): string {
  const lines = [
    `id: ${yamlScalar(protocol)}`,
    `extends: ${yamlScalar(protocol)}`,
    'stages:',
    `  - id: ${yamlScalar(stage)}`,
  ];
  return [...lines, ...neverIn(section).map(line => `    ${line}`), ''].join('\n');
}

/** The text of a configuration that says nothing but that a heading is the writer's own. */
export function ownHeadingConfig(title: string): string {
  return `ownHeadings:\n  - ${yamlScalar(title)}\n`;
}

/** Adds to maps and lists of a YAML text in the way that they are written. */
class YamlWriter {
  readonly #text: string;
  readonly #lines: ReturnType<typeof indexLines>;

  constructor(text: string) {
    this.#text = text;
    this.#lines = indexLines(text);
  }

  aliasOf(stage: YamlMap, language: string, alias: string, names: string): TextEdit | undefined {
    const aliases = valueAt(stage, 'aliases');
    if (aliases === undefined)
      return this.#entryBehind(stage, stage.entries.has('title') ? 'title' : 'id', `aliases: ${names}`);
    if (aliases.kind !== 'map') return undefined;
    const list = valueAt(aliases, language);
    if (list !== undefined) return this.itemOf(list, alias);
    const last = [...aliases.entries.keys()].at(-1) ?? '';
    return this.#entryBehind(aliases, last, `${language}: [${yamlScalar(alias)}]`);
  }

  /** A value in place of the one that a key has, or the key with it as the last of the map. */
  valueOf(map: YamlNode | undefined, key: string, value: string): TextEdit | undefined {
    if (map === undefined) {
      const eol = lineEndOf(this.#text);
      const gap = this.#text === '' || /[\r\n]$/.test(this.#text) ? '' : eol;
      return this.#insertion(this.#text.length, `${gap}${key}: ${value}${eol}`);
    }
    if (map.kind !== 'map') return undefined;
    const known = valueAt(map, key);
    if (known !== undefined) return { range: known.range, newText: value };
    return this.#entryBehind(map, [...map.entries.keys()].at(-1) ?? '', `${key}: ${value}`);
  }

  /** One more section, in braces, at the end of those of a stage. */
  sectionOf(stage: YamlMap, section: string): TextEdit | undefined {
    const list = valueAt(stage, 'sections');
    if (list === undefined)
      return this.#entryBehind(stage, [...stage.entries.keys()].at(-1) ?? '', `sections: [${section}]`);
    const last = list.kind === 'list' ? list.items.at(-1) : undefined;
    if (last === undefined) return undefined;
    if (this.#isFlow(list)) return this.#insertion(last.range.end, `, ${section}`);
    const { line } = this.#lines.positionAt(last.range.start);
    const dash = /^\s*- +/.exec(this.#text.slice(this.#lines.lineStart(line)))?.[0];
    return dash === undefined ? undefined : this.#lineBelow(this.#endOf(last), dash + section);
  }

  /** One more text at the end of a list that has some. */
  itemOf(list: YamlNode, item: string): TextEdit | undefined {
    const last = list.kind === 'list' ? list.items.at(-1) : undefined;
    if (last === undefined) return undefined;
    const source = yamlScalar(item);
    if (this.#isFlow(list)) return this.#insertion(last.range.end, `, ${source}`);
    const { line } = this.#lines.positionAt(last.range.start);
    const dash = /^\s*- +/.exec(this.#text.slice(this.#lines.lineStart(line)))?.[0];
    return dash === undefined ? undefined : this.#lineBelow(last.range.end, dash + source);
  }

  #entryBehind(map: YamlMap, key: string, source: string): TextEdit | undefined {
    const entry = map.entries.get(key);
    if (entry === undefined) return undefined;
    const end = this.#endOf(entry.value);
    if (this.#isFlow(map)) return this.#insertion(end, `, ${source}`);
    const { character } = this.#lines.positionAt(entry.keyRange.start);
    return this.#lineBelow(end, ' '.repeat(character) + source);
  }

  /** Where a value ends; of what is written over lines, its last line that says something. */
  #endOf(node: YamlNode): number {
    const { start, end } = node.range;
    return start + this.#text.slice(start, end).trimEnd().length;
  }

  #isFlow({ range }: YamlNode): boolean {
    return '[{'.includes(this.#text.charAt(range.start));
  }

  #lineBelow(offset: number, line: string): TextEdit {
    const { end } = this.#lines.lineRange(this.#lines.positionAt(offset).line);
    return this.#insertion(end, lineEndOf(this.#text) + line);
  }

  #insertion(at: number, newText: string): TextEdit {
    return { range: { start: at, end: at }, newText };
  }
}
