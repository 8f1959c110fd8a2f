import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LanguageTag, languageTags } from '../../src/core/language/languages';
import type { MessageKey } from '../../src/core/message';
import { textIn } from '../../src/l10n/catalogue';

/*
 * What the pictures of the READMEs are made of, to tell which of them are stale: what is done in the window, the notes
 * that are shown most, and the texts that are most plainly to be read. The code that draws is not among it, as most of its
 * changes show nowhere: all pictures are taken anew before a release.
 */

export const folder = 'media/screenshots';
export const record = `${folder}/inputs.json`;

type Shown = Readonly<Record<LanguageTag, readonly string[]>>;

const newNote = 'scripts/screenshots/newNote.ts';
const transcripts = 'scripts/screenshots/transcripts.ts';
const nothing: Shown = { en: [], id: [] };
const newestNote: Shown = {
  en: ['examples/C-007/2026-10-27-session-4.session.md'],
  id: ['examples/K-021/2026-05-19-session-5.session.md'],
};
const wholeCase: Shown = { en: ['examples/C-007'], id: ['examples/K-014'] };
const transcript: Shown = {
  en: ['examples/C-007/2026-09-22-session-2-transcript.session.md'],
  id: ['examples/K-014/2026-01-21-session-2-transcript.session.md'],
};

interface Inputs {
  readonly code: readonly string[];
  readonly notes: Shown;
  readonly texts: readonly MessageKey[];
}

const inputs = {
  tour: {
    code: [newNote],
    notes: nothing,
    texts: ['view.open-goals', 'view.this-note', 'fix.rename-heading', 'problem.similar-heading'],
  },
  completion: { code: [newNote], notes: nothing, texts: ['view.open-goals', 'view.this-note'] },
  problems: { code: [newNote], notes: nothing, texts: ['fix.rename-heading', 'problem.similar-heading'] },
  goals: { code: [], notes: newestNote, texts: ['view.open-goals', 'view.this-note'] },
  progress: { code: [], notes: wholeCase, texts: ['progress.counts'] },
  transcript: { code: [transcripts], notes: transcript, texts: ['picture.turns'] },
  raters: { code: [transcripts], notes: transcript, texts: ['agree.title', 'agree.overall'] },
} as const satisfies Readonly<Record<string, Inputs>>;

export type SceneName = keyof typeof inputs;

interface Picture {
  readonly language: LanguageTag;
  readonly scene: SceneName;
  /** Such as `en/goals`. */
  readonly name: string;
}

/** All pictures. */
export const pictures: readonly Picture[] = languageTags.flatMap(language =>
  (Object.keys(inputs) as SceneName[]).map(scene => ({ language, scene, name: `${language}/${scene}` })),
);

/** The hash of what each picture was made of when it was taken. */
export function recordedInputs(): Readonly<Record<string, string>> {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
}

/** The hash of what a picture would be made of now. */
export function inputsOf({ language, scene }: Picture): string {
  const { code, notes, texts }: Inputs = inputs[scene];
  const files = [`scripts/screenshots/scenes/${scene}.ts`, ...code, ...notes[language].flatMap(filesBelow)];
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n${readFileSync(file, 'utf8').replaceAll('\r\n', '\n')}\n`);
  for (const key of texts) hash.update(`${key}\n${textIn(language, key)}\n`);
  return hash.digest('hex');
}

function filesBelow(path: string): readonly string[] {
  if (path.endsWith('.md')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}
