import { type Message, message } from '../message';
import { comparable } from '../text/comparable';
import type { YamlFault } from '../yaml/parseYaml';
import { itemsAt, textAt, valueAt, type YamlNode, type YamlScalar } from '../yaml/yamlNode';
import { type ChildCode, wrongParents } from './codeParents';
import { missingLanguages } from './missingLanguages';
import { referenceFaults } from './referenceFaults';
import { type Synonyms, synonymsOf } from './synonyms';
import { titleText } from './title';
import { reviewRole, riskRole } from './trackedKind';

/** What a schema cannot say: ids and titles that clash, references that lead nowhere. In no order. */
export function protocolFaults(root: YamlNode): readonly YamlFault[] {
  return [
    ...duplicateIds(root),
    ...clashingTitles(root),
    ...clashingKeys(root),
    ...emptyEnums(root),
    ...emptyRanges(root),
    ...unknownRoles(root),
    ...unknownParents(root),
    ...referenceFaults(root),
    ...missingLanguages(root),
  ];
}

/** Ids are unique among their like; those of techniques and codes over the whole protocol. */
function duplicateIds(root: YamlNode): readonly YamlFault[] {
  const stages = itemsAt(root, 'stages');
  const fields = itemsAt(root, 'fields');
  const sections = stages.flatMap(stage => itemsAt(stage, 'sections'));
  const scopes = [
    stages,
    fields,
    itemsAt(root, 'measures'),
    itemsAt(root, 'roles'),
    codesOf(root),
    ...stages.flatMap(stage => [itemsAt(stage, 'sections'), itemsAt(stage, 'goals')]),
    ...[...sections, ...fields].map(owner => itemsAt(owner, 'choices')),
  ];
  return scopes.flatMap(repeatedIds);
}

function repeatedIds(things: readonly YamlNode[]): readonly YamlFault[] {
  const seen = new Set<string>();
  return things.flatMap(thing => {
    const id = textAt(thing, 'id');
    if (id === undefined) return [];
    if (seen.has(id)) return faultAt(valueAt(thing, 'id'), message('protocol.duplicate-id', { id }));
    seen.add(id);
    return [];
  });
}

function clashingTitles(root: YamlNode): readonly YamlFault[] {
  const sets = itemsAt(root, 'synonyms').map(set => textsIn(set).map(({ value }) => titleText(value)));
  const synonyms = synonymsOf(sets);
  const stages = itemsAt(root, 'stages');
  const sections = stages.flatMap(stage => itemsAt(stage, 'sections'));
  return [
    ...sameTitles(stages, 'protocol.same-stage-title', synonyms),
    ...stages.flatMap(stage => [
      ...sameTitles(itemsAt(stage, 'sections'), 'protocol.same-section-title', synonyms),
      ...sameTitles(itemsAt(stage, 'goals'), 'protocol.same-goal-title', synonyms),
    ]),
    ...sections.flatMap(section =>
      sameTitles(itemsAt(section, 'choices'), 'protocol.same-choice-title', synonyms),
    ),
  ];
}

type SameTitle = `protocol.same-${'stage' | 'section' | 'goal' | 'choice'}-title`;

function sameTitles(things: readonly YamlNode[], key: SameTitle, synonyms: Synonyms): readonly YamlFault[] {
  const owners = new Map<string, string>();
  return things.flatMap(thing => {
    const second = textAt(thing, 'id') ?? '';
    return titlesIn(thing).flatMap(title => {
      const words = synonyms.canonical(titleText(title.value));
      const first = owners.get(words) ?? second;
      owners.set(words, first);
      return first === second ? [] : faultAt(title, message(key, { title: title.value, first, second }));
    });
  });
}

/** Keys of the front matter that mean two fields. */
function clashingKeys(root: YamlNode): readonly YamlFault[] {
  const owners = new Map<string, string>();
  return itemsAt(root, 'fields').flatMap(field => {
    const second = textAt(field, 'id') ?? '';
    const keys = [...textsIn(valueAt(field, 'id')), ...textsIn(valueAt(field, 'aliases'))];
    return keys.flatMap(key => {
      const first = owners.get(comparable(key.value)) ?? second;
      owners.set(comparable(key.value), first);
      return first === second
        ? []
        : faultAt(key, message('protocol.same-key', { key: key.value, first, second }));
    });
  });
}

/** Fields that nothing can be written in. */
function emptyEnums(root: YamlNode): readonly YamlFault[] {
  return itemsAt(root, 'fields')
    .filter(field => textAt(field, 'type') === 'enum' && itemsAt(field, 'choices').length === 0)
    .flatMap(field => faultAt(valueAt(field, 'type'), message('protocol.no-choices')));
}

/** Measures that no score fits. */
function emptyRanges(root: YamlNode): readonly YamlFault[] {
  return itemsAt(root, 'measures').flatMap(measure => {
    const max = valueAt(measure, 'max');
    const min = numberIn(valueAt(measure, 'min')) ?? 0;
    const isEmpty = (numberIn(max) ?? Number.POSITIVE_INFINITY) <= min;
    return isEmpty ? faultAt(max, message('protocol.empty-range', { min })) : [];
  });
}

function numberIn(node: YamlNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

function unknownRoles(root: YamlNode): readonly YamlFault[] {
  const roles = new Set([reviewRole, riskRole, ...itemsAt(root, 'roles').map(role => textAt(role, 'id'))]);
  // A protocol that declares no roles may use any.
  if (itemsAt(root, 'roles').length === 0) return [];
  const stages = itemsAt(root, 'stages');
  const owners = stages.flatMap(stage => [...itemsAt(stage, 'sections'), ...itemsAt(stage, 'goals')]);
  const named = [
    ...owners.map(owner => valueAt(owner, 'role')),
    ...codesOf(root).map(code => valueAt(code, 'roles')),
  ];
  return named
    .flatMap(textsIn)
    .filter(role => !roles.has(role.value))
    .flatMap(role => faultAt(role, message('protocol.unknown-role', { id: role.value })));
}

function unknownParents(root: YamlNode): readonly YamlFault[] {
  const codes = codesOf(root);
  const wrong = wrongParents(codes.map(childCode));
  return codes.flatMap(code => {
    const { id, parent } = childCode(code);
    const reason = wrong.get(id);
    if (reason === undefined || parent === undefined) return [];
    const text =
      reason === 'cycle'
        ? message('protocol.parent-cycle', { id })
        : message('protocol.unknown-parent', { id: parent });
    return faultAt(valueAt(code, 'parent'), text);
  });
}

function childCode(code: YamlNode): ChildCode {
  return { id: textAt(code, 'id') ?? '', parent: textAt(code, 'parent') };
}

/** All techniques and codes. */
function codesOf(root: YamlNode): readonly YamlNode[] {
  return [
    ...itemsAt(root, 'stages').flatMap(stage => itemsAt(stage, 'techniques')),
    ...itemsAt(root, 'codes'),
  ];
}

function titlesIn(thing: YamlNode): readonly TextScalar[] {
  return [...textsIn(valueAt(thing, 'title')), ...textsIn(valueAt(thing, 'aliases'))];
}

type TextScalar = YamlScalar & { readonly value: string };

/** The texts in a value, at any depth. */
function textsIn(node: YamlNode | undefined): readonly TextScalar[] {
  if (!node) return [];
  if (node.kind === 'scalar') return isText(node) ? [node] : [];
  const inner = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value);
  return inner.flatMap(textsIn);
}

function isText(node: YamlScalar): node is TextScalar {
  return typeof node.value === 'string';
}

function faultAt(node: YamlNode | undefined, text: Message): readonly YamlFault[] {
  return node ? [{ range: node.range, message: text }] : [];
}
