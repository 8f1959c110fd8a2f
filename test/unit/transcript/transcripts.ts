import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import type { Transcript, Turn } from '../../../src/core/transcript/transcript';

/** A small protocol with techniques and codes. */
const trainingYaml = `
id: training
title: { en: Training, id: Pelatihan }
roles:
  - { id: counselor, title: { en: Counselor, id: Konselor }, aliases: { id: [Guru BK] } }
  - { id: client, title: { en: Client, id: Konseli }, aliases: { en: [C] } }
stages:
  - id: opening
    title: { en: Opening, id: Pembukaan }
    techniques:
      - id: attending
        title: { en: Attending, id: Menghampiri }
        definition: { en: Shows attention., id: Menunjukkan perhatian. }
        color: "#2f6fde"
      - { id: open-question, title: { en: Open question, id: Pertanyaan terbuka } }
  - id: working
    title: { en: Working, id: Bekerja }
    techniques:
      - { id: mild-confrontation, title: { en: Mild confrontation, id: Konfrontasi ringan } }
codes:
  - id: affect
    title: { en: Affect, id: Perasaan }
    include: { en: Words for feelings., id: Kata perasaan. }
  - { id: time, title: { en: Time, id: Waktu } }
  - { id: change-talk, title: { en: Change talk, id: Ucapan perubahan }, roles: [client] }
`;

/** Another one, that a transcript may be coded by besides. */
const supervisionYaml = `
id: supervision
title: { en: Supervision, id: Supervisi }
roles:
  - { id: supervisor, title: { en: Supervisor, id: Penyelia } }
stages:
  - id: review
    title: { en: Review, id: Tinjauan }
    techniques:
      - { id: feedback, title: { en: Feedback, id: Umpan balik } }
codes:
  - { id: time, title: { en: Timing, id: Ketepatan } }
  - { id: silence, title: { en: Silence, id: Diam }, color: "#aa3377" }
`;

function compiled(yaml: string) {
  const { protocol, faults } = loadProtocol(yaml);
  // Titles in a language that others lack are no mistake here.
  assert.deepEqual(
    faults.filter(({ severity }) => severity === undefined),
    [],
  );
  assert.ok(protocol);
  return compileProtocol(protocol);
}

const training = protocolSet([compiled(trainingYaml), compiled(supervisionYaml)]);

/** Reads a whole file as a note of the training protocol. */
export function readNote(text: string): Note {
  return parseNote(text, { protocols: training, defaultProtocol: 'training' });
}

/** The front matter of a transcript that declares RA as counselor and K-014 as client, above `lines`. */
export function transcriptText(...lines: readonly string[]): string {
  const speakers = ['speakers:', '  RA: counselor', '  K-014: Konseli'];
  return ['---', 'protocol: training', 'kind: transcript', ...speakers, '---', ...lines, ''].join('\n');
}

export function readTranscript(...lines: readonly string[]): Transcript {
  return parseTranscript(readNote(transcriptText(...lines)));
}

/** The only turn that `lines` make, and the text that its ranges are of. */
export function onlyTurn(...lines: readonly string[]): { readonly turn: Turn; readonly text: string } {
  const text = transcriptText(...lines);
  const { turns } = parseTranscript(readNote(text));
  const [turn] = turns;
  assert.ok(turn && turns.length === 1, `${turns.length} turns`);
  return { turn, text };
}
