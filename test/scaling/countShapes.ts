import { formatGoalsFhir } from '../../src/cli/formats/goalsFhir';
import { formatGoalsJson } from '../../src/cli/formats/goalsJson';
import { blindTranscripts } from '../../src/core/agreement/blindedCopy';
import { allAtOnce, compareRaters } from '../../src/core/agreement/compareRaters';
import { pairVersions } from '../../src/core/agreement/pairVersions';
import type { Case } from '../../src/core/case/case';
import { goalHistory } from '../../src/core/case/goalHistory';
import { toCaseNote } from '../../src/core/case/toCaseNote';
import { goalsToCarry } from '../../src/core/change/carriedMention';
import { carryOver } from '../../src/core/change/carryOver';
import { correctLike } from '../../src/core/change/correctWords';
import { newNote } from '../../src/core/change/newNote';
import { exportedTranscripts, exportedVersion } from '../../src/core/exchange/exporters/exportedTranscript';
import { type ExportFormat, exportTranscripts } from '../../src/core/exchange/exporters/exportTranscripts';
import { findPassages } from '../../src/core/exchange/exporters/passages';
import { passagesMarkdown } from '../../src/core/exchange/exporters/passagesMarkdown';
import { planCodes } from '../../src/core/exchange/importers/codePlan';
import { readCodebook } from '../../src/core/exchange/importers/foreignCodebook';
import { readProject } from '../../src/core/exchange/importers/foreignProject';
import { projectTranscripts } from '../../src/core/exchange/importers/importProject';
import { type ImportRequest, importTranscript } from '../../src/core/exchange/importers/importTranscript';
import { fixNote } from '../../src/core/practice/fixNote';
import { loadPractice } from '../../src/core/practice/loadPractice';
import { indexCases, readNote } from '../../src/core/practice/practice';
import { noteProblems, problemsOfCases } from '../../src/core/practice/problems';
import { caseProgress } from '../../src/core/progress/caseProgress';
import { runToEnd } from '../../src/core/steps';
import { parseTranscript } from '../../src/core/transcript/parseTranscript';
import { renderer } from '../../src/l10n/catalogue';
import { exportLabels } from '../../src/l10n/exportLabels';
import type { Shape } from './growth';
import { head, ownProtocol, practice, transcriptHead } from './practice';

/** Shapes of which there are many of something; `size` is how many. */

type Each = (index: number) => string;

const many = (size: number, each: Each): readonly string[] =>
  Array.from({ length: size }, (_, at) => each(at));
const alpha = ['## Alpha stage', '', 'x', '', '### Section one', ''].join('\n');

/** All that follows from notes: their problems, their cases, what is listed of these, and the problems of the cases. */
function follow(texts: readonly string[]): unknown {
  const index = indexCases(practice);
  const problems = problemsOfCases(practice);
  for (const [at, text] of texts.entries()) {
    const note = readNote(practice, `${at}.session.md`, text);
    noteProblems(practice, note);
    index.set(toCaseNote(`${at}.session.md`, note));
  }
  for (const at of texts.keys()) problems.of(`${at}.session.md`, index.casesOf(`${at}.session.md`));
  return listed(index.cases());
}

function listed(cases: readonly Case[]): unknown {
  const root = { ...practice, folder: '/', protocolFiles: new Map(), practiceFiles: [] };
  const all = cases.map(each => ({ root, case: each, goals: each.goals }));
  const [first] = cases;
  const [goal] = first?.goals ?? [];
  const history = first === undefined || goal === undefined ? [] : goalHistory(first, goal);
  return [
    formatGoalsJson(all, '/'),
    formatGoalsFhir(all),
    cases.map(each => caseProgress(each, practice.protocols).gas),
    history,
  ];
}

/** One note with these goals. */
const oneNote =
  (goal: Each, more: (size: number) => string = () => ''): Shape =>
  size => {
    const text = `${more(size) || head}${alpha}${many(size, at => `- [ ] ${goal(at)}\n`).join('')}`;
    return () => follow([text]);
  };

/** Notes of one client, a session each, with one goal each. */
const manyNotes =
  (goal: Each, client: Each = () => 'K-1'): Shape =>
  size => {
    const texts = many(size, at => `${frontMatter(client(at), at + 1)}${alpha}- [ ] ${goal(at)}\n`);
    return () => follow(texts);
  };

/** Two notes, the newer with goals like those of the older. */
const twoNotes =
  (older: Each, newer: Each): Shape =>
  size => {
    const texts = [older, newer].map(
      (goal, at) =>
        `${frontMatter('K-1', at + 1)}${alpha}${many(size, index => `- [ ] ${goal(index)}\n`).join('')}`,
    );
    return () => follow(texts);
  };

function frontMatter(client: string, session: number): string {
  return `---\nprotocol: own\nclient: ${client}\nsession: ${session}\ndate: 2026-01-05\n---\n`;
}

/** A transcript with these turns. */
const oneTranscript =
  (turn: Each, fields = ''): Shape =>
  size => {
    const text = `${transcriptHead.replace('client:', `${fields}client:`)}${many(size, turn).join('\n\n')}\n`;
    return () => noteProblems(practice, readNote(practice, 'a.md', text));
  };

const identified = transcriptHead.replace('client:', 'transcript: t\nclient:');

/** One turn made of these parts. */
const oneTurn =
  (part: Each): Shape =>
  size => {
    const text = `${transcriptHead}**Client:** ${many(size, part).join(' ')}\n`;
    return () => noteProblems(practice, readNote(practice, 'a.md', text));
  };

/** A transcript that gets the words of another: parts of what the client says, and what is said in their place. */
const corrected =
  (part: Each, instead: Each, between: string): Shape =>
  size => {
    const [note, source] = [part, instead].map(each => {
      const said = many(size, each).join(between);
      return readNote(practice, 'a.md', `${identified}**Client:** ${said}\n`);
    });
    if (note === undefined || source === undefined) throw new Error('There are two.');
    return () => {
      const { change } = correctLike(note, parseTranscript(source), '2026-01-01');
      if (change.kind === 'refused') throw new Error(change.reason.key);
      return change;
    };
  };

const blinded =
  (part: Each, between: string): Shape =>
  size => {
    const note = readNote(practice, 'a.md', `${identified}**Client:** ${many(size, part).join(between)}\n`);
    return () => {
      const { copies, refused } = blindTranscripts([{ file: 'a.md', note, fields: [] }]);
      if (copies.length === 0) throw new Error(refused[0]?.reason.key);
      return copies;
    };
  };

function versionsOf(texts: readonly string[]) {
  return texts.flatMap((text, at) => exportedVersion(readNote(practice, `${at}.md`, text), `${at}.md`) ?? []);
}

/** Raters of one transcript with these turns, by rater. */
const compared =
  (turn: (rater: number, at: number) => string, unit: 'turn' | 'character' = 'turn', raters = 2): Shape =>
  size => {
    const texts = many(raters, rater => {
      const fields = `transcript: t\ncoder: R${rater}\n`;
      return (
        transcriptHead.replace('client:', `${fields}client:`) + many(size, at => turn(rater, at)).join('\n\n')
      );
    });
    const pairing = pairVersions(versionsOf(texts).map(({ version }) => version));
    const rated = 'rated' in pairing ? pairing.rated : [];
    const options = { on: 'codes', unit, uncoded: 'missing', roles: undefined } as const;
    return () => allAtOnce(compareRaters(rated, options));
  };

/** Transcripts with these turns, exported. */
const exported =
  (format: ExportFormat, turn: (transcript: number, at: number) => string, turns = 3): Shape =>
  size => {
    const texts = many(size, at => {
      const fields = `transcript: t${at}\ncoder: RA\n`;
      return (
        transcriptHead.replace('client:', `${fields}client:`) +
        many(turns, each => turn(at, each)).join('\n\n')
      );
    });
    return exportOf(texts, format);
  };

function exportOf(texts: readonly string[], format: ExportFormat): () => unknown {
  const found = exportedTranscripts(versionsOf(texts));
  const transcripts = 'transcripts' in found ? found.transcripts : [];
  const request = {
    format,
    positions: 'codepoint',
    protocols: [],
    name: 'x',
    now: new Date('2026-01-05T00:00:00Z'),
    origin: 'x',
    words: exportLabels('en'),
    bare: false,
    csv: {},
  } as const;
  return () => exportTranscripts(transcripts, request);
}

const guid = (at: number): string => `aaaaaaaa-aaaa-4aaa-8aaa-${String(at).padStart(12, '0')}`;

const request: ImportRequest = {
  protocol: ownProtocol(),
  protocols: practice.protocols,
  roles: new Map(),
  keepNames: true,
  join: false,
  clients: [],
  session: undefined,
  date: undefined,
  language: undefined,
  otherwise: 'en',
  unknownIn: () => 'Speaker',
};

/** A project with one text of so many lines, and these selections. */
const project =
  (selection: (at: number, size: number) => string, line: Each = () => 'K: words of a line'): Shape =>
  size => {
    const lines = many(size, line).join('\n');
    const codes = many(
      Math.min(size, 50),
      at => `<Code guid="${guid(at)}" name="code" isCodable="true"/>`,
    ).join('');
    const users = many(2, at => `<User guid="${guid(at + 900_000)}" name="U${at}"/>`).join('');
    const selections = many(size, at => selection(at, size)).join('');
    const xml = `<Project><Users>${users}</Users><CodeBook><Codes>${codes}</Codes></CodeBook><Sources><TextSource name="s"><PlainTextContent>${lines}</PlainTextContent>${selections}</TextSource></Sources></Project>`;
    return () => {
      const read = readProject({ project: xml, texts: new Map() });
      if ('reason' in read) return read;
      const { ids } = planCodes(read.codebook, undefined, []);
      return runToEnd(projectTranscripts(read, ids, request));
    };
  };

const selected = (start: number, end: number, at: number): string =>
  `<PlainTextSelection guid="${guid(at)}" startPosition="${start}" endPosition="${end}"><Coding guid="${guid(at)}" creatingUser="${guid(900_000 + (at % 2))}"><CodeRef targetGUID="${guid(at % 50)}"/></Coding></PlainTextSelection>`;

const lineLength = 'K: words of a line\n'.length;

/** A format with so many of something. */
const format =
  (parts: (size: number) => string): Shape =>
  size => {
    const text = `id: big\ntitle: { en: Big }\n${parts(size)}`;
    return () => {
      const loaded = loadPractice(undefined, [{ path: 'big.yaml', text }]);
      return noteProblems(
        loaded,
        readNote(loaded, 'a.session.md', '---\nprotocol: big\nclient: K\n---\n## Stage 3\nx\n'),
      );
    };
  };

/** A case with so many open goals. */
function caseOf(size: number): Case | undefined {
  const index = indexCases(practice);
  const text = `${head}${alpha}${many(size, at => `- [ ] goal ${at} of many\n`).join('')}`;
  index.set(toCaseNote('a.session.md', readNote(practice, 'a.session.md', text)));
  return index.cases()[0];
}

const nextNote: Shape = size => {
  const protocol = practice.protocols.get('own');
  const cases = [caseOf(size)].flatMap(found => found ?? []);
  return () =>
    protocol &&
    newNote({
      protocol,
      clients: ['K-1'],
      session: 2,
      date: '2026-01-12',
      counselor: undefined,
      stages: ['alpha'],
      language: 'en',
      cases,
    });
};

const carried: Shape = size => {
  const cases = [caseOf(size)].flatMap(found => found ?? []);
  const note = readNote(practice, 'b.session.md', `${frontMatter('K-1', 2)}${alpha}x\n`);
  return () =>
    carryOver(
      note,
      goalsToCarry(cases, () => true),
      { language: 'en' },
    );
};

/** Every shape of this file by its name, and the size that it is measured from. */
export const countShapes: Readonly<Record<string, readonly [first: number, shape: Shape]>> = {
  'goals of a note': [100, oneNote(at => `goal ${at}`)],
  'goals with the same words': [5000, oneNote(() => 'the same words')],
  'goals with the same id': [100, oneNote(at => `goal ${at} ^same`)],
  'goals with an id each': [100, oneNote(at => `goal ^id-${at}`)],
  'goals with fields': [
    100,
    oneNote(at => `goal ${at} [due:: 4 January 2026] [gas:: 9] [role:: x] [weight:: -1]`),
  ],
  'fields of one goal': [
    4000,
    size =>
      oneNote(() => `goal ${many(size, () => '[due:: 2026-01-04]').join(' ')} [tenggat: 2026-01-05]`)(1),
  ],
  'goals that all replace one': [
    100,
    oneNote(at => (at === 0 ? 'old ^old' : `goal ${at} ^id-${at} [replaces:: ^old]`)),
  ],
  'goals that replace each other': [100, oneNote(at => `goal ${at} ^id-${at} [replaces:: ^id-${at - 1}]`)],
  'goals that replace nothing': [
    100,
    oneNote(at => `goal ${at} ^abcdefgh-${at} [replaces:: ^abcdefgi-${at}]`),
  ],
  'clients of a note and its goals': [
    120,
    oneNote(
      // Of the clients that are read and of some that are not, whose goals are those of all.
      at => `goal ${at} [client:: C-${at % 62}]`,
      size =>
        `---\nprotocol: own\nclient: [${many(size, at => `C-${at}`).join(', ')}]\nsession: 1\ndate: 2026-01-05\n---\n`,
    ),
  ],
  'formats of a note': [
    20,
    oneNote(
      at => `goal ${at}`,
      size => `---\nprotocol: [own, ${many(size, at => `p-${at}`).join(', ')}]\nclient: K\n---\n`,
    ),
  ],
  'notes of a case with a goal each': [50, manyNotes(at => `goal ${at} of many`)],
  'notes of a case with one goal': [50, manyNotes(() => 'goal ^same')],
  'notes of a case with one session': [50, size => manyNotes(at => `goal ${at}`)(size)],
  'notes of clients': [
    50,
    manyNotes(
      at => `goal ${at}`,
      at => `K-${at}`,
    ),
  ],
  'goals nearly like those before': [
    100,
    twoNotes(
      at => `sleeping early ${letters(at)}`,
      at => `sleeping earlx ${letters(at)}`,
    ),
  ],
  'goals that all are nearly one': [
    100,
    twoNotes(
      at => `sleeping early ${letters(at)}`,
      at => `sleeping eary ${letters(at)}`,
    ),
  ],
  'goals like one with many ids': [
    100,
    twoNotes(
      at => `sleeping early ^id-${at}`,
      at => `sleeping earl ${at}`,
    ),
  ],
  'long goals of the same letters': [
    10,
    size => {
      const words = many(size * 20, at => `word${at % 10}`);
      const texts = [words.join(' '), [...words].reverse().join(' ')].map(
        (goal, at) => `${frontMatter('K-1', at + 1)}${alpha}- [ ] ${goal}\n`,
      );
      return () => follow(texts);
    },
  ],
  'goals carried into a new note': [100, nextNote],
  'goals carried into a note': [20, carried],
  'fixes of a note': [
    50,
    size => {
      const text = `${head}${alpha}${many(size, at => `- [ ] goal ${at} [due:: 4 January 2026]\n`).join('')}`;
      return () => fixNote(practice, readNote(practice, 'a.session.md', text));
    },
  ],
  'aliases of a list in the front matter': [
    50,
    size => {
      const items = many(size, () => 'a').join(', ');
      const text = `---\nprotocol: own\nlist: &l [${items}]\n${many(size, at => `k${at}: *l\n`).join('')}---\n`;
      return () => noteProblems(practice, readNote(practice, 'a.session.md', text));
    },
  ],
  'switches of rules': [
    100,
    size => () =>
      follow([`${head}${many(size, at => `<!-- session-notes-disable rule-${at} -->\n\n`).join('')}`]),
  ],
  'speakers that nobody knows': [100, oneTranscript(at => `[0:00:05] **Clien${letters(at)}:** words`)],
  'speakers that are nearly known': [100, oneTranscript(() => '[0:00:05] **Cliennt:** words')],
  'declared speakers': [
    50,
    size =>
      oneTranscript(
        at => `[0:00:05] **Speakes ${at}:** words`,
        `speakers: { ${many(size, at => `Speaker ${at}: client`).join(', ')} }\n`,
      )(size),
  ],
  'codes that nobody knows': [100, oneTranscript(at => `**Client:** words #trus${letters(at)}`)],
  'codes at the end of a turn': [200, oneTurn(at => `#code-${at}`)],
  'turns that end in a comment mark': [200, oneTranscript(() => '**Client:** words -->')],
  'passages of a turn': [4000, oneTurn(at => `{==words==}{>>#code-${at} memo<<}`)],
  'passages that nothing closes': [200, oneTurn(() => '{==words {>>memo')],
  'pieces of a coding': [100, oneTurn(() => '{==words==}{>>#trust ^s1<<}')],
  'turns of words that changed': [200, oneTranscript(at => `**Client:** words ${at} #`, 'words: sha256-x\n')],
  'codes in use by two raters': [100, compared((rater, at) => `**Client:** words #code-${at}-${rater}`)],
  'sets of codes of two raters': [
    100,
    compared((rater, at) => `**Client:** words #trust #listening #code-${(at + rater) % 64}`),
  ],
  'passages by character': [
    20,
    size =>
      compared(
        rater =>
          `**Client:** ${many(size, at => `{==word${at}==}{>>#code-${(at + rater) % 5}<<}  x`).join(' ')}`,
        'character',
      )(1),
  ],
  'turns with passages by character': [
    50,
    compared((rater, at) => `**Client:** a {==word==}{>>#code-${(at + rater) % 5}<<} b`, 'character'),
  ],
  'words of coded passages corrected': [
    1000,
    corrected(
      at => `{==word${at}==}{>>#code-${at}<<}`,
      at => `other${at}`,
      ' ',
    ),
  ],
  'turns of which each is corrected': [
    50,
    corrected(
      at => `word ${at}`,
      at => `other ${at}`,
      '\n\n**Client:** ',
    ),
  ],
  'passages of a turn in a blinded copy': [
    500,
    blinded(at => `{==word${at}==}{>>#code-${at}<<} <!-- x -->`, ' '),
  ],
  'turns of a blinded copy': [100, blinded(at => `word ${at}`, '\n\n**Client:** ')],
  'passages of many codes': [
    500,
    size => {
      const turns = many(size, at => `**Client:** {==word==}{>>#code-${at}<<}`).join('\n\n');
      const versions = versionsOf([`${transcriptHead}${turns}\n`]);
      const codes = many(size, at => `code-${at}`);
      return () =>
        passagesMarkdown(findPassages(versions, codes, 1), { codes, bare: false }, renderer()).text;
    },
  ],
  'transcripts with memos as a project': [
    20,
    exported('qdpx', (_, at) => `**Client:** words {==and more==}{>>#code-${at} a memo<<}`, 10),
  ],
  'transcripts as rows': [
    20,
    exported('csv', (_, at) => `**Client:** words {==and more==}{>>#code-${at} a memo<<}`, 10),
  ],
  'passages of a turn as a project, blanks differing': [
    20,
    size => {
      const turn = (gap: string): string => many(size, at => `{==word${at}==}{>>#trust<<}`).join(gap);
      const texts = [' ', '  '].map((gap, at) =>
        transcriptHead
          .replace('client:', `transcript: t\ncoder: R${at}\nclient:`)
          .concat(`**Client:** ${turn(gap)}\n`),
      );
      return exportOf(texts, 'qdpx');
    },
  ],
  'files of raters of one transcript': [10, compared(() => '**Client:** words #trust', 'turn')],
  'codes of one name in a codebook': [
    100,
    size => {
      const xml = `<CodeBook><Codes>${many(size, at => `<Code guid="${guid(at)}" name="same" isCodable="true"/>`).join('')}</Codes></CodeBook>`;
      return () => {
        const book = readCodebook(xml);
        return 'codes' in book ? planCodes(book, undefined, []) : book;
      };
    },
  ],
  'codings of a line each in a project': [
    50,
    project(at => selected(at * lineLength, at * lineLength + 10, at)),
  ],
  'codings of one line in a project': [50, project(at => selected(0, 10, at))],
  'codings of half a project': [
    20,
    project((at, size) => selected(0, (size * lineLength) / 2 + (at % 3), at % 3)),
  ],
  'speakers of a file': [
    50,
    size => {
      const text = many(2 * size, at => `Person ${letters(at % size)}: words`).join('\n');
      return () => importTranscript('a.txt', text, request);
    },
  ],
  'tiers of a document': [
    20,
    size => {
      const tier = (at: number): string =>
        `<TIER TIER_ID="t${at}" PARENT_REF="p"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${at}" TIME_SLOT_REF1="s${at}" TIME_SLOT_REF2="s${at}"><ANNOTATION_VALUE>words</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>`;
      const slots = many(size, at => `<TIME_SLOT TIME_SLOT_ID="s${at}" TIME_VALUE="${at}"/>`).join('');
      const xml = `<ANNOTATION_DOCUMENT><TIME_ORDER>${slots}</TIME_ORDER><TIER TIER_ID="p"/>${many(size, tier).join('')}</ANNOTATION_DOCUMENT>`;
      return () => importTranscript('a.eaf', xml, request);
    },
  ],
  'cues of one speaker, joined': [
    100,
    size => {
      const text = `WEBVTT\n\n${many(size, () => '00:01.000 --> 00:02.000\n<v Client>words').join('\n\n')}\n`;
      return () => importTranscript('a.vtt', text, { ...request, join: true });
    },
  ],
  'stages of a format': [
    20,
    format(
      size =>
        `stages:\n${many(size, at => `  - { id: s-${at}, title: { en: Stage of ${letters(at)} } }\n`).join('')}`,
    ),
  ],
  'sections of a stage': [
    20,
    format(
      size =>
        `stages:\n  - id: s\n    title: { en: Stage }\n    sections:\n${many(size, at => `      - { id: c-${at}, title: { en: Section ${letters(at)} } }\n`).join('')}`,
    ),
  ],
  'codes of a format': [
    50,
    format(
      size =>
        `codes:\n${many(size, at => `  - { id: c-${letters(at)}, title: { en: Code ${at} } }\n`).join('')}`,
    ),
  ],
  'codes below each other': [
    50,
    format(
      size =>
        `codes:\n${many(size, at => `  - { id: c-${at}, title: { en: Code ${at} }${at === 0 ? '' : `, parent: c-${at - 1}`} }\n`).join('')}`,
    ),
  ],
  'keys that a format does not know': [50, format(size => many(size, at => `key${at}: x\n`).join(''))],
};

/** A number in letters, so that what is compared without figures differs; as long for all. */
function letters(number: number): string {
  let text = '';
  for (let rest = number; text.length < 4; rest = Math.floor(rest / 26))
    text += String.fromCharCode(97 + (rest % 26));
  return text;
}
