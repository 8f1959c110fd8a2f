import { strFromU8 } from 'fflate';
import { type Message, message } from '../../message';
import type { Steps } from '../../steps';
import { type PackedFile, packedFiles, unpack } from './containers/zipArchive';

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

const PROJECT = /^[^/\\]+\.qde$/i;
const TEXT = /^sources\/([^/\\]+\.txt)$/i;

/**
 * Opens a `.qdpx` archive from outside. Only its project (any one `.qde` at the top) and the plain texts in its
 * `sources` folder (upper or lower case) are unpacked, into memory and in steps; the sizes that it declares are the
 * most that is unpacked, and too large ones are refused, as is what no honest archive has (see `packedFiles`). No path
 * of the archive is ever used for a file. Never throws.
 */
export function* openProjectFile(archive: Uint8Array): Steps<ProjectFile | { readonly reason: Message }> {
  if (archive.byteLength > projectLimits.archive * megabyte) return tooLarge(projectLimits.archive);
  const files = packedFiles(archive, projectLimits.files);
  if (files === undefined) return badArchive;
  const projects = files.filter(({ name }) => PROJECT.test(name));
  const file = projects.find(({ name }) => name.toLowerCase() === 'project.qde') ?? projects[0];
  if (file === undefined) return { reason: message('import.no-project') };
  const packed = files.filter(({ name }) => TEXT.test(name));
  const limit = limitPassed(file, packed);
  if (limit !== undefined) return tooLarge(limit);
  const project = yield* unpack(file);
  if (project === undefined) return badArchive;
  const texts = new Map<string, Uint8Array>();
  for (const each of packed) {
    const text = yield* unpack(each);
    if (text === undefined) return badArchive;
    texts.set(TEXT.exec(each.name)?.[1]?.toLowerCase() ?? '', text);
  }
  return { project: strFromU8(project), texts };
}

const badArchive = { reason: message('import.bad-archive') };

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
