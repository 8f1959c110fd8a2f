import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageTag } from '../../src/core/language/languages';

interface NewNote {
  readonly path: string;
  readonly text: string;
  /** The heading that is nearly a title, and the title. */
  readonly slip: string;
  readonly title: string;
  /** The stage that comes next. */
  readonly next: string;
  readonly goal: string;
}

/** A note of a session after those of the sample workspace, with a slip in a heading, in each language. */
export const newNotes: Readonly<Record<LanguageTag, NewNote>> = {
  en: {
    path: 'C-007/2026-11-24-session-5.session.md',
    slip: 'Planing how to slove the problem',
    title: 'Planning how to solve the problem',
    next: 'Applying the solution and closing',
    goal: 'Visit the open day on Friday',
    text: `---
protocol: four-stage
client: C-007
session: 5
date: 2026-11-24
stages: [planning, closing]
---
# Session 5

## Planing how to slove the problem

- [/] Decide about the course without rushing ^decide

### Agreed solution

Visit the other department once before deciding.

`,
  },
  id: {
    path: 'K-021/2026-06-02-session-6.session.md',
    slip: 'Perencanan pemecahan masalah',
    title: 'Perencanaan pemecahan masalah',
    next: 'Penerapan solusi dan penutup konseling',
    goal: 'Bicara dengan ibu hari Jumat',
    text: `---
protocol: four-stage
konseli: K-021
pertemuan: 6
tanggal: 2026-06-02
stages: [planning, closing]
---
# Sesi 6

## Perencanan pemecahan masalah

- [/] Tidur sebelum pukul 23.00 ^tidur

### Solusi yang paling tepat

Ponsel disimpan di ruang tengah mulai pukul 22.30.

`,
  },
};

/** Writes the note into the copy of the sample workspace. */
export async function writeNewNote(folder: string, language: LanguageTag): Promise<void> {
  const { path, text } = newNotes[language];
  await writeFile(join(folder, path), text);
}

/** The same without the slip. */
export async function writeMendedNote(folder: string, language: LanguageTag): Promise<void> {
  const { path, text, slip, title } = newNotes[language];
  await writeFile(join(folder, path), text.replace(slip, title));
}
