import { isAbsolute, join } from 'node:path';
import { loadConfig } from '../core/config/loadConfig';
import { type Message, message } from '../core/message';
import { configurationFile, practiceFolder } from '../core/practice/loadPractice';
import type { FormatRange } from '../core/practice/newNoteChoices';
import { changePracticeFile, newPracticeFile } from '../core/practice/practiceFile';
import { applyEdits } from '../core/text/textEdit';
import type { PracticeChange } from '../core/validate/problem';
import { FileWriter } from './fileWriter';
import { type DiskRoot, readYamlFile } from './roots';
import type { Terminal } from './terminal';

type Environment = Terminal['environment'];

/**
 * The file of what a user says for their own new notes, outside every folder of notes (what lies above one would count
 * for everybody's); undefined where the environment names no such place.
 */
export function ownFile(environment: Environment): string | undefined {
  const { APPDATA: windows, XDG_CONFIG_HOME: named, HOME: home } = environment;
  const folder = [windows, named, home && join(home, '.config')].find(each => each && isAbsolute(each));
  return folder && join(folder, 'session-notes', configurationFile);
}

/** The note format that a user said for their own new notes, if they did. */
export function ownFormat(environment: Environment): string | undefined {
  const file = ownFile(environment);
  const read = file === undefined ? undefined : readYamlFile(file);
  return read && loadConfig(read.text).config.defaultProtocol;
}

/** The file in which it is kept for whom a format is; none where that follows from the note. */
export function fileOfRange(
  range: FormatRange,
  { folder }: Pick<DiskRoot, 'folder'>,
  environment: Environment,
): string | undefined {
  if (range === 'client') return undefined;
  return range === 'mine' ? ownFile(environment) : join(folder, practiceFolder, configurationFile);
}

/** Writes into a file which format notes follow that name none; all else in it stays. Gives why it was not written. */
export function writeFormat(file: string, protocol: string): Message | undefined {
  const change: PracticeChange = { kind: 'default-format', protocol };
  const read = readYamlFile(file);
  if (read === undefined) return create(file, newPracticeFile(change) ?? '');
  if (read.content === undefined) return read.unreadable ?? message('practice.not-written');
  const changed = changePracticeFile(read.text, change);
  if (changed.kind === 'refused') return changed.reason;
  return new FileWriter().rewrite(file, read.content, applyEdits(read.text, changed.edits));
}

function create(file: string, text: string): Message | undefined {
  try {
    return new FileWriter().create(file, text) ? undefined : message('practice.not-written');
  } catch {
    return message('practice.not-written');
  }
}
