import { renameClient } from '../../src/core/change/renameClient';
import { offersAt } from '../../src/core/complete/offersAt';
import { noteFileName } from '../../src/core/config/noteFileName';
import { noteChecklist } from '../../src/core/describe/noteChecklist';
import { type ImportRequest, importTranscript } from '../../src/core/exchange/importers/importTranscript';
import { isNote, readNote } from '../../src/core/practice/practice';
import { noteProblems } from '../../src/core/practice/problems';
import { plainText } from '../../src/core/text/plainText';
import type { Shape } from './growth';
import { head, ownProtocol, practice, transcriptHead } from './practice';

/** What a text goes through, by name. */
type Target = (text: string) => unknown;

const request: ImportRequest = {
  protocol: ownProtocol(),
  protocols: practice.protocols,
  roles: new Map(),
  keepNames: false,
  join: false,
  clients: [],
  session: undefined,
  date: undefined,
  language: undefined,
  otherwise: 'en',
  unknownIn: () => 'Speaker',
};

const check = (text: string): unknown => {
  const note = readNote(practice, 'a.session.md', text);
  return [noteProblems(practice, note), noteChecklist(note)];
};
const imported =
  (file: string, around: (text: string) => string): Target =>
  text =>
    importTranscript(file, around(text), request);
const inNote =
  (before: string): Target =>
  text =>
    check(`${head}${before}${text}\n`);
const inMeasuring =
  (around: (text: string) => string): Target =>
  text =>
    check(`---\nprotocol: measuring\nclient: K-1\n---\n## Alpha stage\n\n${around(text)}\n`);
const inGoal = '## Alpha stage\n\nx\n\n### Section one\n\n- [ ] a';

/** Where in a note, a transcript, a file of another program or an option a text may stand. */
export const targets: Readonly<Record<string, Target>> = {
  'a note': inNote(''),
  'a file that is no note': text => [isNote(practice, 'a.md', text), check(text)],
  'a section': inNote('## Alpha stage\n\nx\n\n### Section one\n\n'),
  'words that are counted': text =>
    check(`---\nprotocol: counting\nclient: K-1\n---\n## Alpha stage\n\n### Section one\n\n${text}\n`),
  'words behind a score': inMeasuring(text => `Mood: 1${text}a`),
  'a row with a score': inMeasuring(text => `|${text}x|`),
  'a section with choices': inNote('## Alpha stage\n\nx\n\n### Section two\n\n'),
  'a heading': inNote('## '),
  'a goal': inNote(`${inGoal} `),
  'a task with an id': inNote(`${inGoal} ^b `),
  'the front matter': text => check(`---\nprotocol: own\n${text}\n---\n`),
  'a value of the front matter': text => check(`---\nprotocol: own\nclient: ${text}\n---\n`),
  'a quoted value': text => check(`---\nprotocol: own\nspeakers: { "${text}": client }\n---\n`),
  'a turn': text => check(`${transcriptHead}**Client:** ${text}\n`),
  'lines of turns': text =>
    check(
      transcriptHead +
        text
          .split('\n')
          .map(line => `**Client:** ${line}`)
          .join('\n\n'),
    ),
  'a transcript': text => check(transcriptHead + text),
  'the place of the caret': text => {
    const note = readNote(
      practice,
      'a.session.md',
      `${head}## Alpha stage\n\n### Section one\n\n${text}\n- [ ] `,
    );
    return offersAt(note, note.outline.text.length, [], {
      language: 'en',
      today: '2026-01-05',
      protocols: practice.protocols,
    });
  },
  'inline Markdown of half a kilobyte': text => {
    for (let at = 0; at < text.length; at += 512) plainText(text.slice(at, at + 512));
  },
  'a cue of WebVTT': imported('a.vtt', text => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`),
  'a file of WebVTT': imported('a.vtt', text => `WEBVTT\n\n${text}\n`),
  'a cue of SubRip': imported('a.srt', text => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`),
  'a line of CHAT': imported('a.cha', text => `@UTF8\n@Begin\n*KON:\t${text}\n@End\n`),
  'a file of CHAT': imported('a.cha', text => `@UTF8\n@Begin\n${text}\n@End\n`),
  'a document of ELAN': imported('a.eaf', text => `<ANNOTATION_DOCUMENT>${text}</ANNOTATION_DOCUMENT>`),
  'a line of plain text': imported('a.txt', text => `Client: ${text}\nCounselor: x\n`),
  'plain text': imported('a.txt', text => text),
  'a file of Rich Text': imported('a.rtf', text => `{\\rtf1 Client: x\\par Client: ${text}\\par}`),
  'a web page': imported('a.html', text => `<html><body><p>Client: ${text}</p></body></html>`),
  'a TextGrid': imported('a.TextGrid', text => `"ooTextFile"\n"TextGrid"\n${text}\n`),
  'a file of CSV': imported('a.csv', text => `speaker,text\nClient,${text}\n`),
  'captions of YouTube': imported('a.sbv', text => `0:00:01.000,0:00:02.000\n${text}\n`),
  'a cell of a table': imported('a.md', text => `| Speaker | Words |\n|---|---|\n| Client | ${text} |\n`),
  'rows of a table': imported('a.md', text => `| Speaker | Words |\n|---|---|\n${text}\n`),
  'the line below the header of a table': imported('a.txt', text => `| a | b |\n|${text}x\nClient: x\n`),
  'a client': text =>
    noteFileName('{client}/x.session.md', {
      client: `a${text}b`,
      date: '2026-01-05',
      session: 1,
      counselor: undefined,
      protocol: 'own',
    }),
  'whose goal it is': text => {
    const note = readNote(practice, 'a.session.md', `${head}${inGoal} ^b <!-- [client::${text} -->\n`);
    return renameClient(note, 'k-1', 'K-2');
  },
};

/** What texts are made of, over and over: every mark that means something to a reader, whole, begun, in rows, in runs. */
export const units: readonly string[] = [
  'a',
  'a ',
  'ab\n',
  'a\n\n',
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '.',
  '. a',
  ' .',
  '`',
  '``a',
  '*',
  '**a ',
  '_a ',
  '~~a',
  '[',
  '[a](',
  '![',
  '](',
  '<',
  '<a ',
  '</a>',
  '<!--',
  '-->',
  '<!-- a -->',
  '&',
  '&#',
  '\\',
  '\\#',
  '{',
  '{#a}',
  '{==',
  '==}',
  '{>>',
  '<<}',
  '{==a==}{>>',
  '{==a==}{>>#b c<<} ',
  '{==a',
  ':',
  'a: ',
  '[a:: b]',
  '[a:: ',
  '^a ',
  '#',
  '#a ',
  ' #a-',
  '## x\n',
  '## Alpha stage\n',
  '### Section one\n',
  '# a\n\n',
  '## Alpha stagee\n',
  '- ',
  '- a\n',
  '- [ ] a\n',
  '- [ ] a ^a\n',
  '- [x] a [due:: x]\n',
  '- [ ] a <!-- [',
  '> ',
  '> a\n',
  '1. a\n',
  '    a\n',
  '```\n',
  '~~~\n',
  '---\n',
  'a\n===\n',
  '|',
  '| a | b |\n',
  '|-',
  '|---|\n',
  ':-',
  '- -',
  '=',
  '\u0015',
  ' \u0015',
  '\u00151_2\u0015',
  '<br',
  ' <br>',
  '<v ',
  '<v a>b</v>',
  '<c.a',
  '<00:0',
  '00:01.000 --> 00:02.000\na\n\n',
  '1\n00:00:01,000 --> 00:00:02,000\na\n\n9\nb\n\n',
  'NOTE\n\n',
  '1\n',
  '*A:\ta\n',
  '@a\n',
  '%a:\n',
  ' a\n',
  'a, ',
  'Client: a\n',
  'Name (0:05): a\n',
  '[0:05] Client: a\n',
  '0:05 From a to b: c\n',
  '**Client:** a #b\n\n',
  '**Client:** a -->\n\n',
  '**Client:** {==a\n\n',
  '**Clint:** a\n\n',
  'a: b\n',
  '{a: ',
  '&a ',
  '"',
  "'",
  '\u{1f600} ',
  'e\u0301',
  '\u200b',
  '\ud800',
  '\u0130',
  '((',
  '[[',
  '}}',
  '\\|',
  '<a></a>',
  '</',
  '\u00a0',
  '$',
  '1',
  '1.',
  '01:',
  'a-',
  '<<<<<<<\n',
  '<<<<<<< a\n=======\n',
  '[client:: ',
  '\u4e00',
  '\u0e01',
];

/** A shape of texts: `size` is their length in UTF-16 code units. */
export function textShape(target: Target, unit: string): Shape {
  return size => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    return () => target(text);
  };
}
