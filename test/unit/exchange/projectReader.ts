import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { parseXml, XmlElement } from '@rgrove/parse-xml';

/**
 * An independent reader of REFI-QDA projects, written from the standard (version 1.5 of 25 September 2019) and the ZIP
 * specification. It shares no code with the exporter.
 */

/** A coding as a program that opens the project would show it. */
export interface OpenedCoding {
  readonly source: string;
  readonly user: string;
  readonly code: string;
  readonly passage: string;
  readonly memo: string | undefined;
}

export interface OpenedProject {
  readonly root: XmlElement;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly texts: ReadonlyMap<string, string>;
  readonly users: readonly string[];
  readonly codings: readonly OpenedCoding[];
}

/** The files of a ZIP archive, by its central directory. */
export function unzip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(name, method === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

export function all(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (!(child instanceof XmlElement)) continue;
    if (child.name === name) found.push(child);
    found.push(...all(child, name));
  }
  return found;
}

export function attribute(element: XmlElement | undefined, name: string): string {
  const value = element?.attributes[name];
  assert.notEqual(value, undefined, `${element?.name} has no ${name}`);
  return value ?? '';
}

function byGuid(root: XmlElement, name: string): ReadonlyMap<string, XmlElement> {
  return new Map(all(root, name).map(element => [attribute(element, 'guid'), element]));
}

/** Opens a project and reads what is coded; `slice` takes a stretch of a text by the positions of the project. */
export function openProject(
  archive: Uint8Array,
  slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join(''),
): OpenedProject {
  const files = unzip(archive);
  const root = parseXml(Buffer.from(files.get('project.qde') ?? []).toString('utf8')).root;
  assert.ok(root);
  const [users, codes, notes] = ['User', 'Code', 'Note'].map(name => byGuid(root, name));
  const texts = new Map<string, string>();
  const codings: OpenedCoding[] = [];
  for (const source of all(root, 'TextSource')) {
    const path = attribute(source, 'plainTextPath');
    assert.match(path, /^internal:\/\/[0-9a-f-]{36}\.txt$/);
    const bytes = files.get(path.replace('internal://', 'sources/'));
    assert.ok(bytes, path);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    texts.set(attribute(source, 'name'), text);
    for (const selection of all(source, 'PlainTextSelection')) {
      const start = Number(attribute(selection, 'startPosition'));
      const end = Number(attribute(selection, 'endPosition'));
      assert.ok(start >= 0 && start < end && end <= text.length);
      for (const coding of all(selection, 'Coding')) {
        const [codeRef] = all(coding, 'CodeRef');
        const [noteRef] = all(coding, 'NoteRef');
        codings.push({
          source: attribute(source, 'name'),
          user: attribute(users?.get(attribute(coding, 'creatingUser')), 'name'),
          code: attribute(codes?.get(attribute(codeRef, 'targetGUID')), 'name'),
          passage: slice(text, start, end),
          memo: noteRef && notes?.get(attribute(noteRef, 'targetGUID'))?.text,
        });
      }
    }
  }
  return {
    root,
    files,
    texts,
    users: [...(users ?? [])].map(([, user]) => attribute(user, 'name')),
    codings,
  };
}
