import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';

/** A small protocol with everything that a note can refer to. */
const workshopYaml = `
id: workshop
title: { en: Workshop, id: Lokakarya }
synonyms:
  - [client, counselee]
roles:
  - { id: counselor, title: { en: Counselor } }
  - { id: client, title: { en: Client } }
fields:
  - { id: client, aliases: [konseli], required: true }
  - { id: session, aliases: [pertemuan], type: integer }
  - { id: date, aliases: [tanggal], type: date }
  - { id: room, aliases: [ruang] }
stages:
  - id: opening
    title: { en: Opening the session, id: Membuka sesi }
    sections:
      - { id: mood, title: { en: Mood today, id: Suasana hari ini } }
      - { id: wishes, title: { en: Client's wishes, id: Harapan klien } }
    goals:
      - { id: agree, title: { en: Agree on a topic, id: Menyepakati topik } }
  - id: working
    title: { en: Working together, id: Bekerja bersama }
    aliases: { en: [Work] }
    sections:
      - { id: findings, title: { en: Findings, id: Temuan }, tracks: none }
      - { id: homework, title: { en: Homework, id: Pekerjaan rumah }, tracks: actions }
      - id: outcome
        title: { en: Outcome, id: Hasil }
        choices:
          - { id: done, title: { en: Done, id: Selesai }, exclusive: true, closes: true }
          - { id: continued, title: { en: Continued, id: Dilanjutkan } }
  - id: reviewing
    title: { en: Reviewing, id: Meninjau }
`;

function compiledWorkshop() {
  const { protocol, faults } = loadProtocol(workshopYaml);
  // Titles in a language that others lack are no mistake here.
  assert.deepEqual(
    faults.filter(({ severity }) => severity === undefined),
    [],
  );
  assert.ok(protocol);
  return compileProtocol(protocol);
}

export const workshop = compiledWorkshop();
const workshopSet = protocolSet([workshop]);

/** Reads a note by the small protocol, whatever it names. */
export function read(text: string): Note {
  return parseNote(text, { protocols: workshopSet, defaultProtocol: 'workshop' });
}

/** The lines of a note, joined. */
export function lines(...texts: readonly string[]): string {
  return texts.join('\n');
}

/** What stands at a range of a note. */
export function at(note: Note, range: { readonly start: number; readonly end: number }): string {
  return note.outline.text.slice(range.start, range.end);
}
