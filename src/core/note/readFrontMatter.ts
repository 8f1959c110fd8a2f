import { quoting } from '../message';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { formatTitled, mayNameFormat } from '../protocol/formatNames';
import { knownField } from '../protocol/knownFields';
import type { ProtocolSet } from '../protocol/protocolSet';
import { indexLines, type LineIndex } from '../text/lineIndex';
import { isoDay } from './dates';
import { integerValue, knownValue, languageValue, mostValues } from './fieldValues';
import type {
  FrontMatter,
  FrontMatterEntry,
  FrontMatterFault,
  FrontMatterValue,
  Located,
} from './frontMatter';
import { findFrontMatter, misplacedFrontMatter, unopenedFrontMatter } from './frontMatterSource';
import { clientsIn, stagesIn } from './listedValues';
import type { NoteContext } from './note';
import type { Outline } from './outline';
import { withoutLink } from './wikiLink';
import { readEntries, type YamlEntries } from './yamlEntries';

/** A front matter read by the protocol that it names, or else by the default one. */
export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly protocolId: string;
  readonly protocol: CompiledProtocol | undefined;
}

/**
 * Reads the front matter of a note, once for each protocol that it names, those first that are known; a note without
 * one has no entries, and values as if all were absent.
 */
export function readFrontMatter(
  { text, lines, frontMatter: source }: Pick<Outline, 'text' | 'lines' | 'frontMatter'>,
  { protocols, defaultProtocol }: NoteContext,
): readonly [ReadFrontMatter, ...ReadFrontMatter[]] {
  const { entries: written, faults } =
    source === undefined ? misplaced(text, lines) : readEntries(text, source);
  const entries = written.map(withoutLinks);
  // The protocol says what the other keys mean, so it is read first, by the keys that mean it everywhere.
  const naming = formatEntry(entries, protocols);
  const named = naming?.values ?? [];
  const names = named.slice(0, mostValues.get('protocol')).map(({ text: name }) => name.trim());
  const ids = [...new Set(names.map(name => idOf(name, protocols)))];
  const isKnown = (id: string) => protocols.get(id) !== undefined;
  const otherwise = () => idForContact(entries, protocols) ?? idOf(defaultProtocol, protocols);
  const [first = otherwise(), ...rest] = [...ids.filter(isKnown), ...ids.filter(id => !isKnown(id))];
  const all = [first, ...rest].flatMap(id => protocols.get(id) ?? []);
  const readBy = (protocolId: string): ReadFrontMatter => {
    const protocol = protocols.get(protocolId);
    // What it does not know itself may be a field of another protocol of the note.
    const asked = protocol === undefined ? all : [protocol, ...all];
    const fields = fieldsOf(entries, asked, naming);
    const known = entries.map((entry, at) => {
      const { key, keyRange, valueRange, shape, pairs } = entry;
      const field = fields[at];
      return { key, field, keyRange, valueRange, values: valuesOf(entry, field, asked), shape, pairs };
    });
    const byField = firstByField(known);
    // What is not closed may be the note itself, whose lines are no keys.
    const twice = source?.closed === true ? duplicates(known) : [];
    const frontMatter = frontMatterOf(byField, known, [...faults, ...twice]);
    return { frontMatter, protocolId, protocol };
  };
  return [readBy(first), ...rest.map(readBy)];
}

/** What links lead to is meant, as Obsidian has them in its properties: `client: "[[K-014]]"`. */
function withoutLinks(entry: Entry): Entry {
  if (!entry.values.some(({ text }) => text.startsWith('[['))) return entry;
  const values = entry.values.map(value => ({ ...value, text: withoutLink(value.text) }));
  return { ...entry, values };
}

/** The entry that says the format of a note; under a key that may mean anything else, only where its value names formats. */
function formatEntry(entries: YamlEntries['entries'], protocols: ProtocolSet): Entry | undefined {
  const named = entries.find(({ key }) => knownField(key) === 'protocol');
  if (named !== undefined) return named;
  return entries.find(
    ({ key, values }) =>
      values.length > 0 &&
      mayNameFormat(key) &&
      values.every(({ text }) => protocols.get(idOf(text.trim(), protocols)) !== undefined),
  );
}

/** The id that a note means: the one that it names, or that of the protocol whose name it is. */
function idOf(name: string, protocols: ProtocolSet): string {
  return protocols.get(name)?.protocol.id ?? formatTitled(name, protocols) ?? name;
}

/** The id of the protocol that is for the contact of a note. */
function idForContact(entries: YamlEntries['entries'], protocols: ProtocolSet): string | undefined {
  const [written] = entries.find(({ key }) => knownField(key) === 'contact')?.values ?? [];
  const contact = written === undefined ? undefined : knownValue('contact', written.text);
  return contact === undefined ? undefined : protocols.idFor(contact);
}

/** Without front matter there is nothing to read; one that stands too far down, or lacks its first line, is told. */
function misplaced(text: string, lines: LineIndex): YamlEntries {
  const found = unopenedFrontMatter(text, lines) ?? misplacedFrontMatter(text, lines);
  return { entries: [], faults: found === undefined ? [] : [found] };
}

/** What is asked of nearly every note, so that it is looked for under other names where it is missing. */
const usual: readonly string[] = ['client', 'session', 'date'];

/** The fields of the entries; what a form calls one (`Nama konseli`) is that one where no other entry is. */
function fieldsOf(
  entries: YamlEntries['entries'],
  protocols: readonly CompiledProtocol[],
  naming: Entry | undefined,
): readonly (string | undefined)[] {
  const fields = entries.map(entry => (entry === naming ? 'protocol' : fieldOf(entry.key, protocols)));
  if (usual.every(field => fields.includes(field))) return fields;
  const taken = new Set(fields);
  return fields.map((field, at) => {
    const meant = field ?? protocols[0]?.fieldByLabel(entries[at]?.key ?? '');
    if (field !== undefined || meant === undefined || taken.has(meant)) return field;
    taken.add(meant);
    return meant;
  });
}

type Entry = YamlEntries['entries'][number];

/** Several stages or clients may stand on one line without brackets. */
function valuesOf(
  { values, shape }: Entry,
  field: string | undefined,
  protocols: readonly CompiledProtocol[],
): readonly FrontMatterValue[] {
  if (shape !== 'scalar') return values;
  if (field === 'stages') return values.flatMap(each => stagesIn(each, protocols));
  return field === 'client' ? values.flatMap(clientsIn) : values;
}

function fieldOf(key: string, [own, ...others]: readonly CompiledProtocol[]): string | undefined {
  const ofOthers = () => others.map(other => other.fieldByKey(key)?.id).find(id => id !== undefined);
  const measured = () =>
    [own, ...others].map(each => each?.measureByName(key)?.id).find(id => id !== undefined);
  return own?.fieldByKey(key)?.id ?? knownField(key) ?? ofOthers() ?? measured();
}

type EntryByField = ReadonlyMap<string, FrontMatterEntry>;

/** Of two entries that mean one field, the first counts. */
function firstByField(entries: readonly FrontMatterEntry[]): EntryByField {
  const byField = new Map<string, FrontMatterEntry>();
  for (const entry of entries) {
    if (entry.field !== undefined && !byField.has(entry.field)) byField.set(entry.field, entry);
  }
  return byField;
}

function duplicates(entries: readonly FrontMatterEntry[]): readonly FrontMatterFault[] {
  const seen = new Set<string>();
  const faults: FrontMatterFault[] = [];
  for (const { key, field, keyRange } of entries) {
    const meaning = field === undefined ? `key ${key}` : `field ${field}`;
    if (seen.has(meaning))
      faults.push({ range: keyRange, message: quoting('front-matter.duplicate-key', { key }) });
    seen.add(meaning);
  }
  return faults;
}

function frontMatterOf(
  byField: EntryByField,
  entries: readonly FrontMatterEntry[],
  faults: readonly FrontMatterFault[],
): FrontMatter {
  return {
    entries,
    faults,
    protocols: listOf(byField, 'protocol'),
    kind: located(byField, 'kind', text => knownValue('kind', text))?.value ?? 'note',
    clients: listOf(byField, 'client'),
    session: located(byField, 'session', integerValue),
    date: located(byField, 'date', dayValue),
    next: located(byField, 'next', dayValue),
    counselor: located(byField, 'counselor', text => text.trim()),
    stages: stagesOf(byField),
    draft: located(byField, 'status', text => knownValue('status', text)) !== undefined,
    attendance: located(byField, 'attendance', text => knownValue('attendance', text))?.value ?? 'attended',
    contact: located(byField, 'contact', text => knownValue('contact', text))?.value,
    closed: located(byField, 'closed', text => knownValue('closed', text))?.value,
    language: located(byField, 'language', languageValue)?.value,
  };
}

/** The day alone: the clock time that may stand behind it is the writer's. */
function dayValue(text: string): string | undefined {
  return isoDay(text.trim());
}

/** The value of a field that holds one; a list or map there is no value. */
function located<Value>(
  byField: EntryByField,
  field: string,
  read: (text: string) => Value | undefined,
): Located<Value> | undefined {
  const entry = byField.get(field);
  const [written] = entry?.shape === 'scalar' ? entry.values : [];
  const value = written === undefined ? undefined : read(written.text);
  return written === undefined || value === undefined ? undefined : { value, range: written.range };
}

function listOf(byField: EntryByField, field: string): readonly Located<string>[] {
  const values = byField.get(field)?.values ?? [];
  return values.slice(0, mostValues.get(field)).map(({ text, range }) => ({ value: text.trim(), range }));
}

/** A list with nothing in it narrows nothing. */
function stagesOf(byField: EntryByField): readonly Located<string>[] | undefined {
  const stages = listOf(byField, 'stages');
  return stages.length === 0 ? undefined : stages;
}

/** The clients of the note with this text, as written: what tells its cases, without reading what it holds. */
export function readClients(text: string, context: NoteContext): readonly string[] {
  return readOwners(text, context).clients;
}

/** Whose a note is: its clients, and the counselor that it names, as written. */
export interface NoteOwners {
  readonly clients: readonly string[];
  readonly counselor: string | undefined;
}

/** Whose the note with this text, or with this beginning of one, is, without reading what it holds. */
export function readOwners(text: string, context: NoteContext): NoteOwners {
  const lines = indexLines(text);
  const source = { text, lines, frontMatter: findFrontMatter(text, lines) };
  const [{ frontMatter }] = readFrontMatter(source, context);
  return {
    clients: frontMatter.clients.map(({ value }) => value),
    counselor: frontMatter.counselor?.value,
  };
}
