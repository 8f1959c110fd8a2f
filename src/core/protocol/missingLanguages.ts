import { message } from '../message';
import type { TextRange } from '../text/textRange';
import type { YamlFault } from '../yaml/parseYaml';
import { itemsAt, valueAt, type YamlMap, type YamlNode } from '../yaml/yamlNode';

/** A title of the protocol or of something in it. */
interface Title {
  readonly keyRange: TextRange;
  readonly languages: ReadonlySet<string>;
}

/**
 * Titles that lack a language which others have: one of the protocol's own title, or of more than half of the titles in
 * its file.
 * Codes are compared with one another: a codebook often comes from elsewhere, all of it in one language. A warning: the
 * program shows another language in its place.
 */
export function missingLanguages(root: YamlNode): readonly YamlFault[] {
  const own = new Set(titleOf(root)[0]?.languages);
  // What comes from the protocol that this one starts from all stands where that is named.
  const base = valueAt(root, 'extends');
  return [
    ...faultsAmong(titledThings(root), own, base),
    ...faultsAmong(itemsAt(root, 'codes'), new Set(), base),
  ];
}

function faultsAmong(
  things: readonly YamlNode[],
  own: ReadonlySet<string>,
  base: YamlNode | undefined,
): readonly YamlFault[] {
  const titles = things.flatMap(titleOf);
  const expected = expectedLanguages(
    titles.filter(({ keyRange }) => keyRange.start !== base?.range.start),
    own,
  );
  const faults = new Map<string, YamlFault>();
  for (const { keyRange, languages } of titles) {
    const missing = expected.filter(tag => !languages.has(tag));
    if (missing.length === 0) continue;
    const text = message('protocol.missing-language', { languages: missing.join(', ') });
    // Once where many stand at one place.
    const key = `${keyRange.start} ${missing.join()}`;
    faults.set(key, { range: keyRange, message: text, severity: 'warning' });
  }
  return [...faults.values()];
}

function titledThings(root: YamlNode): readonly YamlNode[] {
  const fields = itemsAt(root, 'fields');
  const stages = itemsAt(root, 'stages');
  const sections = stages.flatMap(stage => itemsAt(stage, 'sections'));
  return [
    root,
    ...itemsAt(root, 'roles'),
    ...fields,
    ...itemsAt(root, 'measures'),
    ...stages,
    ...sections,
    ...[...fields, ...sections].flatMap(owner => itemsAt(owner, 'choices')),
    ...stages.flatMap(stage => [...itemsAt(stage, 'goals'), ...itemsAt(stage, 'techniques')]),
  ];
}

function titleOf(thing: YamlNode): readonly Title[] {
  const entry = thing.kind === 'map' ? thing.entries.get('title') : undefined;
  if (entry?.value.kind !== 'map') return [];
  return [{ keyRange: entry.keyRange, languages: languagesOf(entry.value) }];
}

function languagesOf({ entries }: YamlMap): ReadonlySet<string> {
  // What is no language tag is a fault of its own.
  return new Set([...entries.keys()].filter(tag => /^[a-z]{2,3}(?:-|$)/.test(tag)));
}

function expectedLanguages(titles: readonly Title[], own: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { languages } of titles) {
    for (const tag of languages) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].filter(([tag, count]) => own.has(tag) || count * 2 > titles.length).map(([tag]) => tag);
}
