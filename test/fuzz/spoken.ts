import { strToU8, zipSync } from 'fflate';
import type { Random } from './random';

/** A file of a format that is no plain text, with words of which each comes once. */
export interface SpokenFile {
  /** The text that holds the words, before it is packed. */
  readonly text: string;
  /** The file that has `text` in that place. */
  file(text: string): Uint8Array;
  /** Where words stand in a text like it, whatever has become of it: what any reader of the format would show. */
  shown(text: string): string;
}

type SpokenTurns = readonly { readonly speaker: string; readonly words: string }[];

interface SpokenFormat {
  write(turns: SpokenTurns): string;
  readonly file?: (text: string) => Uint8Array;
  readonly shown: (text: string) => string;
}

const between =
  (pattern: RegExp): ((text: string) => string) =>
  text =>
    [...text.replace(/<!--[\s\S]*?-->/g, ' ').matchAll(pattern)].map(match => match[1] ?? '').join('\n');

const zipped =
  (name: string): ((text: string) => Uint8Array) =>
  text =>
    zipSync({ [name]: strToU8(text) });

const seconds = (at: number): string => `00:00:${String(at).padStart(2, '0')}`;

/** All texts that a value of JSON holds. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is refused.
    return undefined;
  }
}

const formats: Readonly<Record<string, SpokenFormat>> = {
  docx: {
    write: turns =>
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${turns
        .map(({ speaker, words }) => `<w:p><w:r><w:t>${speaker}: ${words}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    file: zipped('word/document.xml'),
    shown: between(/<w:t>([^<>]*)<\/w:t>/g),
  },
  xlsx: {
    write: turns =>
      `<worksheet><sheetData>${[{ speaker: 'Speaker', words: 'Text' }, ...turns]
        .map(
          ({ speaker, words }, at) =>
            `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>${speaker}</v></c><c r="B${at + 1}" t="str"><v>${words}</v></c></row>`,
        )
        .join('')}</sheetData></worksheet>`,
    file: text =>
      zipSync({
        'xl/workbook.xml': strToU8(
          '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8(text),
      }),
    shown: between(/<c r="\w*" t="str"><v>([^<>]*)<\/v><\/c>/g),
  },
  html: {
    write: turns =>
      `<html><head><title>x</title></head><body>${turns
        .map(({ speaker, words }, at) => `<p>${speaker}: [${seconds(at)}] ${words}</p>`)
        .join('\n')}</body></html>`,
    shown: between(/<p>([^<>]*)<\/p>/g),
  },
  rtf: {
    write: turns =>
      `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard ${turns
        .map(({ speaker, words }) => `${speaker}: ${words}\\par `)
        .join('\n')}}`,
    shown: between(/\\par ([^{}\\]*)\\par/g),
  },
  json: {
    write: turns =>
      JSON.stringify({
        segments: turns.map(({ speaker, words }, at) => ({ start: at, end: at + 1, text: words, speaker })),
      }),
    shown: text => textsIn(parsed(text)).join('\n'),
  },
  exb: {
    write: turns =>
      `<basic-transcription><head><speakertable><speaker id="S1"><abbreviation>RL</abbreviation></speaker></speakertable></head><basic-body><common-timeline>${turns
        .map((_, at) => `<tli id="T${at}" time="${at}"/>`)
        .join(
          '',
        )}<tli id="T99" time="99"/></common-timeline><tier id="t" speaker="S1" category="v" type="t">${turns
        .map(({ words }, at) => `<event start="T${at}" end="T99">${words}</event>`)
        .join('')}</tier></basic-body></basic-transcription>`,
    shown: between(/<event start="\w*" end="\w*">([^<>]*)<\/event>/g),
  },
  eaf: {
    write: turns =>
      `<ANNOTATION_DOCUMENT><TIME_ORDER>${turns
        .map((_, at) => `<TIME_SLOT TIME_SLOT_ID="ts${at}" TIME_VALUE="${at * 1000}"/>`)
        .join(
          '',
        )}<TIME_SLOT TIME_SLOT_ID="ts99" TIME_VALUE="99000"/></TIME_ORDER><TIER TIER_ID="Konselor">${turns
        .map(
          ({ words }, at) =>
            `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${at}" TIME_SLOT_REF1="ts${at}" TIME_SLOT_REF2="ts99"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
        )
        .join('')}</TIER></ANNOTATION_DOCUMENT>`,
    shown: between(/<ANNOTATION_VALUE>([^<>]*)<\/ANNOTATION_VALUE>/g),
  },
  textgrid: {
    write: turns =>
      `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 99\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "Konselor"\n        xmin = 0\n        xmax = 99\n        intervals: size = ${turns.length}\n${turns
        .map(
          ({ words }, at) =>
            `        intervals [${at + 1}]:\n            xmin = ${at}\n            xmax = ${at + 1}\n            text = "${words}"\n`,
        )
        .join('')}`,
    shown: between(/text = "([^"]*)"\n/g),
  },
};

/** The endings of the formats that files can be made of. */
export const spokenEndings: readonly string[] = Object.keys(formats);

/** A file of a format in which some turns are said. */
export function spokenFile(ending: string, random: Random): SpokenFile {
  const { write, shown, file = strToU8 } = formats[ending] ?? { write: () => '', shown: () => '' };
  const turns = Array.from({ length: 2 + random.below(5) }, (_, at) => ({
    speaker: at % 2 === 0 ? 'Konselor' : 'Bima S.',
    words: Array.from(
      { length: 1 + random.below(5) },
      (__, word) => `zq${letters(at)}x${letters(word)}`,
    ).join(' '),
  }));
  return { text: write(turns), file, shown };
}

function letters(number: number): string {
  return String.fromCharCode(97 + (number % 26));
}
