import { toCaseNote } from '../../src/core/case/toCaseNote';
import { fixNote } from '../../src/core/practice/fixNote';
import { loadPractice } from '../../src/core/practice/loadPractice';
import { indexCases, readNote } from '../../src/core/practice/practice';
import { noteProblems } from '../../src/core/practice/problems';
import type { Row } from './table';
import { threadTime } from './threadTime.cjs';

/** A text of this length is read, in UTF-16 code units. */
const size = 1024 * 1024;
const bar = 'under 1000';

const head = '---\nprotocol: four-stage\nclient: K-1\nsession: 1\ndate: 2026-01-05\n---\n';
const stage = '## Identifikasi dan eksplorasi masalah\n\n';

/** Each is repeated until the text is as long as it is to be; the number tells one from the next. */
const inputs: Readonly<Record<string, (at: number) => string>> = {
  'headings that name nothing': at => `## Heading ${at}\n\n`,
  'headings that name a stage': () => '## Perencanaan pemecahan masalah\n\n',
  'headings that nearly name one': at => `## Perencanaan pemecahan masalh ${at}\n\n`,
  goals: at => `- [ ] Goal ${at} of many\n`,
  'goals with ids and dates': at => `- [/] Goal ${at} of many ^g${at} [due:: 2026-02-03]\n`,
  'goals that are all the same': () => '- [ ] Sleep before eleven\n',
  'plain items': at => `- item ${at}\n`,
  labels: at => `**S:** said ${at}\n\n`,
  'items in items': at => `${'  '.repeat(at % 20)}- [ ] deep ${at}\n`,
  'lines with a colon': at => `word ${at}: words\n`,
  'rows of a table': at => `| Goal ${at} | - [ ] x |\n`,
  'goals with dates that are none': at => `- [ ] Goal ${at} due: 31/02/2026\n`,
  'boxes in no list': at => `☐ Goal ${at}\n`,
  'one goal with many fields': at => (at === 0 ? '- [ ] Goal' : ` [due:: 2026-02-0${at % 9}]`),
  'one long line': () => 'words and words ',
  quotes: at => `> - [ ] quoted ${at}\n`,
};

/** A front matter of as many fields as are read, and one that is too long. */
const fields = (count: number): string =>
  `---\nprotocol: four-stage\n${Array.from({ length: count }, (_, at) => `key ${at}: value ${at}\n`).join('')}---\n`;

/** How long each text of 1 MB takes to read, to check and to fold into a case. */
export function timeLargeInputs(): readonly Row[] {
  const practice = loadPractice(undefined, []);
  const time = (what: string, text: string): Row => {
    const value = timed(() => {
      const note = readNote(practice, 'a.session.md', text);
      noteProblems(practice, note);
      const index = indexCases(practice);
      index.set(toCaseNote('a.session.md', note));
      index.cases();
    });
    return { what, value, unit: 'ms', bar };
  };
  time('a first one, so that the engine knows the code', filled(inputs['goals'] ?? String));
  return [
    ...Object.entries(inputs).map(([what, unit]) => time(what, filled(unit))),
    time('fields of the front matter', fields(3000) + stage),
    time('fields of the front matter, too many to be read', fields(size / 20) + stage),
    {
      what: 'mending goals',
      value: timed(() =>
        fixNote(
          practice,
          readNote(
            practice,
            'a.session.md',
            filled(at => `- [] Goal ${at}\n`),
          ),
          {},
        ),
      ),
      unit: 'ms',
      bar,
    },
    { what: 'a note format of 1,000 stages', value: timed(() => manyStages()), unit: 'ms', bar },
  ];
}

function filled(unit: (at: number) => string): string {
  const parts = [head, stage];
  for (let length = 0, at = 0; length < size; at++) {
    const part = unit(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Loads a note format of 1,000 stages, and reads and checks a note that has them all. */
function manyStages(): void {
  const ids = Array.from({ length: 1000 }, (_, at) => at);
  const yaml = `id: own\ntitle: { en: Own }\nstages:\n${ids.map(at => `  - { id: s${at}, title: { en: Stage of work ${at}a } }\n`).join('')}`;
  const practice = loadPractice(undefined, [{ path: 'own.yaml', text: yaml }]);
  const text = `---\nprotocol: own\nclient: K-1\n---\n${ids.map(at => `## Stage of work ${at}a\n\nwords\n\n`).join('')}`;
  noteProblems(practice, readNote(practice, 'a.session.md', text));
}

function timed(work: () => unknown): number {
  const start = threadTime();
  work();
  return threadTime() - start;
}
