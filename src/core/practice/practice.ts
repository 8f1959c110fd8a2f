import { CaseIndex } from '../case/caseIndex';
import type { Config } from '../config/config';
import { NotePaths } from '../config/notePaths';
import type { Note, NoteContext } from '../note/note';
import { parseNote } from '../note/parseNote';
import { type NoteOwners, readClients, readOwners } from '../note/readFrontMatter';
import { looksLikeNote } from '../note/recognise';
import type { ProtocolSet } from '../protocol/protocolSet';
import { titleText } from '../protocol/title';
import type { Steps } from '../steps';
import { gapProblems } from '../validate/gapProblems';

/**
 * What governs the notes of one root: its configuration, and the protocols that they may name. Paths are those of
 * notes in the root, relative to it and with `/`.
 */
export interface Practice {
  readonly config: Config;
  /** What the configuration says of paths. */
  readonly paths: NotePaths;
  readonly protocols: ProtocolSet;
  /** Whether somebody said which protocol notes follow that name none, rather than that being the default. */
  readonly saysDefault: boolean;
}

/** The practice of notes that this configuration and these protocols govern. */
export function makePractice(config: Config, protocols: ProtocolSet, saysDefault = false): Practice {
  return { config, paths: new NotePaths(config), protocols, saysDefault };
}

/** The practice, with another protocol for notes that name none, wherever they are. */
export function withDefaultProtocol({ config, protocols }: Practice, defaultProtocol: string): Practice {
  return makePractice({ ...config, defaultProtocol, protocols: [] }, protocols, true);
}

/** Whether the file at `path` is a note: by its path, or because `text`, or the beginning of it, calls itself one. */
export function isNote({ paths }: Practice, path: string, text: string): boolean {
  return paths.isNote(path) || looksLikeNote(text);
}

/** Makes ready what most notes of the practice are read by, a part at a step: the first of them would else wait for all. */
export function* prepareReading({ config, protocols }: Practice): Steps<void> {
  const protocol = protocols.get(config.defaultProtocol);
  yield;
  // What titles are compared with is made when it is first asked for.
  protocol?.titleWords('');
  yield;
  protocol?.nearStageName('');
}

/** Reads a text as the note at `path`. `before` is an older version of it, which saves work where it is long. */
export function readNote(practice: Practice, path: string, text: string, before?: Note): Note {
  return parseNote(text, contextAt(practice, path), before);
}

/** The clients of the note at `path` with this text, as written, without reading what it holds. */
export function readClientsOf(practice: Practice, path: string, text: string): readonly string[] {
  return readClients(text, contextAt(practice, path));
}

/** Whose the note at `path` with this text, or with this beginning of one, is. */
export function readOwnersOf(practice: Practice, path: string, text: string): NoteOwners {
  return readOwners(text, contextAt(practice, path));
}

/** What folds the notes of the practice into cases; it has none yet. `onFold` is called for each case that is folded. */
export function indexCases({ protocols }: Practice, onFold?: () => void): CaseIndex {
  return new CaseIndex(protocols, onFold);
}

/** How many required stages and sections of a note are missing or empty. */
export function countGaps({ config }: Practice, note: Note): number {
  return gapProblems(note, config).length;
}

function contextAt({ config, paths, protocols }: Practice, path: string): NoteContext {
  const { goalIds, items, prompts, ownHeadings, require } = config;
  return {
    protocols,
    defaultProtocol: paths.protocolFor(path),
    goalIds,
    goalsOutside: config['goals.outside'],
    items,
    prompts,
    require,
    ownHeadings: new Set(ownHeadings.map(titleText)),
  };
}
