import { type Message, message } from '../../message';
import type { Steps } from '../../steps';
import { decode } from '../../text/decode';
import { decodeXml } from '../../xml/decodeXml';
import { type PackedFile, packedFiles, unpack } from './containers/zipArchive';
import { westernText } from './openTranscript';

export const megabyte = 1024 * 1024;
/** What is read of an archive at most, in megabytes, and how many files: more is an accident or an attack. */
export const projectLimits = { archive: 200, project: 64, text: 20, texts: 200, files: 20_000 } as const;

/** What is used of a REFI-QDA archive. */
export interface ProjectFile {
  /** The text of the one `.qde` file. */
  readonly project: string;
  /** The plain texts by name, lower case, without a folder. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/** A project and the folder that it lies in. What begins with a dot a Mac adds where somebody packs a folder anew. */
const PROJECT = /^((?:[^/]+\/)*)([^./][^/]*\.qde)$/i;
const OF_MAC = /^__MACOSX\//;
const TEXT = /^sources\/([^/]+\.txt)$/i;

/**
 * Opens a `.qdpx` archive from outside. Only its project (any one `.qde`, at the top or in the folder that somebody
 * packed anew) and the plain texts in the `sources` folder beside it (upper or lower case) are unpacked, into memory and
 * in steps; the sizes that it declares are the most that is unpacked, and too large ones are refused, as is what no
 * honest archive has (see `packedFiles`). No path of the archive is ever used for a file. Never throws.
 */
export function* openProjectFile(archive: Uint8Array): Steps<ProjectFile | { readonly reason: Message }> {
  if (archive.byteLength > projectLimits.archive * megabyte) return tooLarge(projectLimits.archive);
  const files = packedFiles(archive, projectLimits.files);
  if (files === undefined) return badArchive;
  const found = findProject(files);
  if (found === undefined) return { reason: message('import.no-project') };
  const { file, packed } = found;
  const limit = limitPassed(
    file,
    packed.map(each => each.file),
  );
  if (limit !== undefined) return tooLarge(limit);
  const bytes = yield* unpack(file);
  if (bytes === undefined) return badArchive;
  const project = decodeXml(bytes, projectLimits.project * megabyte);
  if (project.kind === 'fault') return { reason: project.reason };
  const texts = new Map<string, Uint8Array>();
  for (const { name, file: each } of packed) {
    const text = yield* unpack(each);
    if (text === undefined) return badArchive;
    texts.set(name.toLowerCase(), text);
  }
  return { project: project.text, texts };
}

const badArchive = { reason: message('import.bad-archive') };

/** The project that lies in the fewest folders, `project.qde` before others, and the texts that belong to it by name. */
function findProject(files: readonly PackedFile[]):
  | {
      readonly file: PackedFile;
      readonly packed: readonly { readonly name: string; readonly file: PackedFile }[];
    }
  | undefined {
  // Some programs on Windows part folders by backslashes.
  const placed = files.map(file => ({ file, path: file.name.replaceAll('\\', '/') }));
  const [best] = placed
    .flatMap(({ file, path }) => {
      const [, folder, name] = (OF_MAC.test(path) ? null : PROJECT.exec(path)) ?? [];
      if (folder === undefined || name === undefined) return [];
      return [
        { file, folder, depth: folder.split('/').length, isOther: name.toLowerCase() !== 'project.qde' },
      ];
    })
    .sort((a, b) => a.depth - b.depth || Number(a.isOther) - Number(b.isOther));
  if (best === undefined) return undefined;
  const packed = placed.flatMap(({ file, path }) => {
    const name = path.startsWith(best.folder) ? TEXT.exec(path.slice(best.folder.length))?.[1] : undefined;
    return name === undefined ? [] : [{ name, file }];
  });
  return { file: best.file, packed };
}

/** The limit, in megabytes, that the sizes of what is to be unpacked pass, if they pass one. */
function limitPassed(project: PackedFile, texts: readonly PackedFile[]): number | undefined {
  if (project.size > projectLimits.project * megabyte) return projectLimits.project;
  if (texts.some(({ size }) => size > projectLimits.text * megabyte)) return projectLimits.text;
  const all = texts.reduce((sum, { size }) => sum + size, 0);
  return all > projectLimits.texts * megabyte ? projectLimits.texts : undefined;
}

/** Why something is not read that is larger than so many megabytes. */
export function tooLarge(limit: number): { readonly reason: Message } {
  return { reason: message('import.archive-too-large', { limit }) };
}

/** A plain text of a project, as its file has it. */
export interface PlainText {
  /** Without a byte order mark. */
  readonly text: string;
  /** Whether one stood before it. */
  readonly bom: boolean;
  /** Whether it was read as Windows-1252. */
  readonly isWindows: boolean;
}

/** The name of a file at the end of a path, whatever it is relative to. */
const FILE_NAME = /([^/\\]+)$/;

/** The text that a path leads to, by its name alone, as it is or as in an address (`Sesi%201.txt`). */
export function plainTextAt(path: string, texts: ProjectFile['texts']): PlainText | undefined {
  const name = FILE_NAME.exec(path)?.[1]?.toLowerCase() ?? '';
  const bytes = texts.get(name) ?? texts.get(nameInAddress(name));
  if (bytes === undefined) return undefined;
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return { text: decoded.text, bom: decoded.bom, isWindows: false };
  const text = westernText(bytes);
  return text === undefined ? undefined : { text, bom: false, isWindows: true };
}

function nameInAddress(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}
