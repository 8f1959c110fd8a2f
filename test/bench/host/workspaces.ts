import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNotes, noteText } from '../noteMaker';

const noteSize = 6300;
const sessions = 12;

/** What is measured, and the folder that it is measured in. */
export const workspaces = {
  start: folder => void makeNotes(folder, 8, noteSize),
  index: folder => void makeNotes(folder, 10_000, noteSize),
  clients: folder => makeClients(folder, 300),
  others: folder => makeOthers(folder, 50_000),
  typing: folder => makeTyped(folder),
  transcript: folder => makeTyped(folder),
  heap: folder => makeTyped(folder),
} as const satisfies Record<string, (folder: string) => void>;

export type MeasureName = keyof typeof workspaces;

/** Whether a text names one of the measures. */
export function isMeasureName(text: string): text is MeasureName {
  return Object.hasOwn(workspaces, text);
}

/** A folder for each client, with as many notes as a year has. */
function makeClients(folder: string, count: number): void {
  for (let client = 0; client < count; client++) {
    const directory = join(folder, `K-${client}`);
    mkdirSync(directory, { recursive: true });
    for (let session = 1; session <= sessions; session++) {
      writeFileSync(join(directory, `${session}.session.md`), noteText(client, session, noteSize));
    }
  }
}

/** Markdown that is anything but notes, and a few notes. */
function makeOthers(folder: string, count: number): void {
  makeNotes(join(folder, 'notes'), 40, noteSize);
  const body =
    'A paragraph of a page about something else, and a [link](page.md) to another page.\n\n'.repeat(70);
  for (let at = 0; at < count; at++) {
    const directory = join(folder, `pages-${at % 500}`);
    if (at < 500) mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `page-${at}.md`), `---\ntitle: Page ${at}\n---\n# Page ${at}\n\n${body}`);
  }
}

/** A note of 10 KB, a page of that size that is no note, and a transcript of 100,000 turns. */
function makeTyped(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const note = noteText(1, 1, 10_000);
  writeFileSync(join(folder, 'a.session.md'), note);
  writeFileSync(join(folder, 'page.md'), note.replace(/^---\n.*?\n---\n/s, ''));
  writeFileSync(join(folder, 'transcript.session.md'), transcript(100_000));
}

function transcript(turnCount: number): string {
  const head =
    '---\nprotocol: four-stage\nkind: transcript\nclient: K-1\nsession: 2\ndate: 2026-01-14\nspeakers: { RA: counselor, K: client }\n---\n';
  const turns = Array.from({ length: turnCount }, (_, at) => {
    const clock = new Date(at * 1000).toISOString().slice(11, 19);
    return `[${clock}] **${at % 2 === 0 ? 'RA' : 'K'}:** Waktu itu saya menyebut satu kata, lalu ada yang tertawa.\n`;
  });
  return `${head}\n${turns.join('\n')}`;
}
