import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A client has this many notes, so that a case is of a usual size whatever the number of notes. */
const sessionsPerClient = 8;

const filler =
  'Konseli bercerita dengan tenang, menunjuk contoh dari pekan lalu, dan menimbang apa yang ingin diubah lebih dahulu. ';

/** The text of a complete note of about `size` UTF-16 code units. */
export function noteText(client: number, session: number, size: number): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'Identifikasi dan eksplorasi masalah',
      ['Definisi masalah', 'Dimensi waktu', 'Dimensi perasaan', 'Dimensi kognitif'],
    ],
    ['Perencanaan pemecahan masalah', ['Solusi yang paling tepat', 'Alternatif solusi']],
  ];
  const count = sections.reduce((sum, [, titles]) => sum + titles.length, 0);
  const paragraph = filler.repeat(Math.max(1, Math.round((size - 700) / count / filler.length)));
  const body = sections.map(([stage, titles], at) => {
    const goals = [0, 1, 2].map(
      goal =>
        `- [${session % 3 === goal ? '/' : ' '}] Tujuan ${goal + 1} ^t${at}-${goal} [due:: 2026-06-0${goal + 1}]`,
    );
    const parts = titles.map(title => `### ${title}\n${paragraph}\n`);
    return `## ${stage}\n${goals.join('\n')}\n\n${parts.join('\n')}`;
  });
  const head = `---\nprotocol: four-stage\nclient: K-${client}\nsession: ${session}\ndate: ${dateOf(client, session)}\ncounselor: RA\nstages: [exploration, planning]\n---\n# Sesi ${session}\n`;
  return `${head}\n${body.join('\n')}`;
}

function dateOf(client: number, session: number): string {
  return new Date(Date.UTC(2026, 0, 5 + session * 7 + (client % 5))).toISOString().slice(0, 10);
}

/** Writes `count` notes of about `size` bytes below `folder`, a folder for each client; returns their paths. */
export function makeNotes(folder: string, count: number, size: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => {
    const client = Math.floor(number / sessionsPerClient);
    const session = (number % sessionsPerClient) + 1;
    const directory = join(folder, `K-${client}`);
    mkdirSync(directory, { recursive: true });
    const path = join(directory, `session-${session}.session.md`);
    writeFileSync(path, noteText(client, session, size));
    return path;
  });
}
