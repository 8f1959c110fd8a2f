import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { type Message, message } from '../../message';

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
 * `sources` folder (upper or lower case) are unpacked, into memory; the sizes that it declares are the most that is
 * unpacked, and too large ones are refused. No path of the archive is ever used for a file. Never throws.
 */
export function openProjectFile(archive: Uint8Array): ProjectFile | { readonly reason: Message } {
  if (archive.byteLength > projectLimits.archive * megabyte) return tooLarge(projectLimits.archive);
  const sizes = { files: 0, texts: 0, tooLarge: 0 };
  let unpacked: Unzipped;
  try {
    unpacked = unzipSync(archive, {
      filter({ name, originalSize }) {
        const isProject = PROJECT.test(name);
        if (++sizes.files > projectLimits.files) sizes.tooLarge ||= projectLimits.texts;
        if (!isProject && !TEXT.test(name)) return false;
        const limit = isProject ? projectLimits.project : projectLimits.text;
        sizes.texts += originalSize;
        if (originalSize > limit * megabyte) sizes.tooLarge ||= limit;
        if (sizes.texts > projectLimits.texts * megabyte) sizes.tooLarge ||= projectLimits.texts;
        return sizes.tooLarge === 0;
      },
    });
  } catch {
    return { reason: message('import.bad-archive') };
  }
  if (sizes.tooLarge > 0) return tooLarge(sizes.tooLarge);
  const names = Object.keys(unpacked).filter(name => PROJECT.test(name));
  const name = names.find(each => each.toLowerCase() === 'project.qde') ?? names[0];
  const project = name === undefined ? undefined : unpacked[name];
  if (project === undefined) return { reason: message('import.no-project') };
  const texts = Object.entries(unpacked).flatMap(([path, bytes]) => {
    const text = TEXT.exec(path)?.[1];
    return text === undefined ? [] : [[text.toLowerCase(), bytes] as const];
  });
  return { project: strFromU8(project), texts: new Map(texts) };
}

/** Why something is not read that is larger than so many megabytes. */
export function tooLarge(limit: number): { readonly reason: Message } {
  return { reason: message('import.archive-too-large', { limit }) };
}
