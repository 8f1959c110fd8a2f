import { titleIn } from '../src/core/message';
import type { Protocol } from '../src/core/protocol/schema';
import { type HeadingFile, type HeadingList, headingFiles } from './headingFiles';

type Language = keyof HeadingFile['lists'];

const intro = `# How headings are read

You need not write the titles of a note format letter by letter. The tables show, for each built-in format that has
stages, headings as people write them and what they are taken for. They are examples: a heading that is not here is read
by the same rules, from the words of the format. Each is read here as the only heading of a note, at level 2.

- A heading that **is** a title, another name (alias) or an id of a stage names that stage. Case, emphasis, numbering
  (\`1.\`, \`II.\`, \`Stage 2:\`, \`Step 2:\`) and a colon at the end do not count.
- The title of a **section** (after a dash) opens the stage that the section belongs to.
- A heading that is **nearly** a title by its letters is taken for it, and you are offered the right spelling (in italics).
- A heading that **says the same in other words** of the format is taken for the stage, and *This Note* shows it with ≈. One
  word alone is not, where the heading is about the past: “Homework of last week” is not the homework of today.
- A heading that **has something to do with** a stage that the note lacks is not taken for it; you are asked whether you
  mean it.
- All other headings are your own, with what is below them.

Headings in words of their own are read only at the level of the stages, and the first heading of a note, where it alone is
of level 1, is its title. *This heading is my own* (Ctrl+. at the heading, or the button in *This Note*) says for all notes of
the folder that a heading is none of the format.

**Labels** begin a part as well as headings do: \`**Subjective:** …\`, \`**Subjective** – …\`, a line with \`**Subjective**\` alone.
In a list they do where two or more items begin with one, the first of the list among them: \`- **S:** …\`, \`- **O:** …\`, and headings of
items always (\`- ## Plan\`), as outliners have them. \`**P**lan: …\` is a label, too. One at
the edge of the text right below an item begins a part too, though Markdown takes it for words of the item.
Plain labels and letters (\`S: …\`, \`S - …\`, \`**S:** …\`) count where two or more occur once each in the order of the format;
so a dialogue with speakers is none. \`A/P: …\` begins both parts; actions below it belong to the second. A
title may be said twice: \`**S (Subjective):** …\`. A label before only a time
or a date (\`Time: 09.00\`) is text.
`;

const summary = `## Ringkas (Bahasa Indonesia)

Judul tidak harus sama persis dengan judul format catatan. Tabel di atas menunjukkan contoh judul, menurut format, dan
dibaca sebagai apa: nama tahap, nama bagian (didahului tanda –; sekaligus membuka tahapnya), judul yang salah tulis
(huruf miring; ejaan yang benar ditawarkan), judul yang baru ditanyakan ("Maksudnya …?"), dan judul yang dibiarkan sebagai judul Anda sendiri.
Label di awal baris juga dipahami: \`**S:** …\`, \`S: …\`, \`**Subjektif**\`, \`A/P: …\`, juga di awal butir daftar (\`- **S:** …\`). Judul yang dibaca sebagai tahap karena
kata-katanya ditandai ≈ di *Catatan Ini*; *Ini judul saya sendiri* membatalkannya untuk seterusnya.
`;

/** `docs/headings.md`: how headings are read in notes of each built-in format, from the files of headings. */
export function headingPage(): string {
  return [intro, ...headingFiles().map(formatPart), summary].join('\n');
}

function formatPart({ protocol, lists }: HeadingFile): string {
  const row = (label: string, cell: (language: Language) => string): string =>
    `| ${label} | ${cell('en')} | ${cell('id')} |`;
  const rows = placesOf(protocol).map(({ path, label }) =>
    row(label, language => joined(namesOf(path, lists[language]))),
  );
  return [
    `## ${titleIn(protocol.title, 'en')} (\`${protocol.id}\`)`,
    '',
    '| is read as | English | Indonesian |',
    '|---|---|---|',
    ...rows.filter(line => !line.endsWith('|  |  |')),
    row('*asked about*', language => asked(protocol, lists[language], language)),
    row('*your own heading*', language => joined(lists[language].none)),
    '',
  ].join('\n');
}

interface Place {
  /** The id of a stage, or `stage/section`. */
  readonly path: string;
  readonly label: string;
}

function placesOf({ stages }: Protocol): readonly Place[] {
  return stages.flatMap(stage => [
    { path: stage.id, label: `**${titleIn(stage.title, 'en')}**` },
    ...stage.sections.map(section => ({
      path: `${stage.id}/${section.id}`,
      label: `– ${titleIn(section.title, 'en')}`,
    })),
  ]);
}

/** The headings that name the place of this path, the misspelt ones in italics. */
function namesOf(path: string, { named, misspelt }: HeadingList): readonly string[] {
  return [...(named[path] ?? []), ...(misspelt[path] ?? []).map(heading => `*${heading}*`)];
}

function asked(protocol: Protocol, { asked }: HeadingList, language: Language): string {
  const entries = Object.entries(asked).map(([heading, stages]) => {
    const titles = stages.map(stage => `${titleOf(protocol, stage, language)}?`);
    return `${heading} (${titles.join(' ')})`;
  });
  return joined(entries);
}

function titleOf({ stages }: Protocol, id: string, language: Language): string {
  const stage = stages.find(stage => stage.id === id);
  return stage === undefined ? id : titleIn(stage.title, language);
}

function joined(headings: readonly string[]): string {
  return headings.join(' · ');
}
