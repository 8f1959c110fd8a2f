import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { OwnFolder } from './ownFolder';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

const table = `kode,isi,waktu
A1,Halo apa kabar,0:00:01
B2,Baik saja,0:00:03
C3,Syukurlah begitu,0:00:05
`;

const tier = (name: string, words: string, at: number): string =>
  `<TIER LINGUISTIC_TYPE_REF="d" TIER_ID="${name}"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${at}"
 TIME_SLOT_REF1="t${at}" TIME_SLOT_REF2="t${at + 1}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE>
</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>`;
const recording = `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00+07:00" FORMAT="3.0" VERSION="3.0"><HEADER TIME_UNITS="milliseconds"/>
<TIME_ORDER>${[1, 2, 3, 4].map(at => `<TIME_SLOT TIME_SLOT_ID="t${at}" TIME_VALUE="${at}000"/>`).join('')}</TIME_ORDER>
${tier('Konselor', 'Selamat pagi.', 1)}
${tier('tatapan@Konseli', 'ke bawah', 2)}
</ANNOTATION_DOCUMENT>`;

describe('what an import asks', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    extension = await TracedExtension.start();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  /** Imports a file; lists that stay open until something is chosen are accepted as they are. */
  const imported = async (name: string, text: string, answers: Parameters<typeof answering>[0]) => {
    const uri = await folder.write(name, text);
    let isOver = false;
    const asked = answering(answers, () => extension.run('sessionNotes.importTranscript', uri)).finally(
      () => {
        isOver = true;
      },
    );
    await eventually('the end of the import', async () => {
      if (!isOver) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOver;
    });
    return asked;
  };
  const written = async () =>
    (await vscode.workspace.fs.readDirectory(folder.uri)).flatMap(([name]) =>
      name.endsWith('.session.md') ? [name] : [],
    );

  it('is what the columns of a table hold, where their titles do not tell', async () => {
    const columns = new Map([
      ['kode', said({ en: 'Who speaks', id: 'Siapa yang berbicara' })],
      ['isi', said({ en: 'What is said', id: 'Apa yang diucapkan' })],
      ['waktu', said({ en: 'When it begins', id: 'Kapan mulai' })],
    ]);
    const titles: string[] = [];
    await imported('tabel.csv', table, {
      takes: ({ label }, title) => {
        const column = [...columns.keys()].find(name => title.includes(`“${name}”`));
        if (column !== undefined && !titles.includes(column)) titles.push(column);
        // Whoever has no role yet takes the first.
        return column === undefined || columns.get(column) === label;
      },
    });
    deepEqual(titles, ['kode', 'isi', 'waktu']);
    const text = await folder.read('tabel.session.md');
    match(text, /\[0:00:01\] \*\*[^*]+:\*\* Halo apa kabar\n/);
    match(text, /\[0:00:05\] \*\*[^*]+:\*\* Syukurlah begitu\n/);
  });

  it('is no day where the head of the file says it, nor a language where the words are in one', async () => {
    const words = [
      'Session with client',
      'Mon, Nov 23, 2026 10:01AM • 30:12',
      '',
      'Konselor: How have you been since we last talked about your sleep at home?',
      'Konseli: I have been okay, but the nights are still hard and I wake up a lot.',
      '',
    ];
    await imported('otter.txt', words.join('\n'), {});
    const text = await folder.read('otter.session.md');
    match(text, /^date: 2026-11-23$/m);
    match(text, /^language: en$/m);
    match(text, /^\*\*Konselor:\*\* How/m);
  });

  it('is which tiers are speech, where some would be left out', async () => {
    const asked = await imported('rekaman.eaf', recording, { ticks: () => true });
    deepEqual(asked, []);
    const text = await folder.read('rekaman.session.md');
    match(text, /Selamat pagi\./);
    match(text, /ke bawah/);
  });

  it('is whether words of nobody are wanted, before anything is written', async () => {
    const words = 'Halo apa kabar hari ini\nBaik saja, terima kasih\n';
    const [question] = await imported('lisan.txt', words, { messages: 'no' });
    match(question?.text ?? '', /2/);
    deepEqual(await written(), []);
    await imported('lisan.txt', words, { messages: 'yes', noFrom: 1 });
    const text = await folder.read('lisan.session.md');
    match(text, /Halo apa kabar hari ini/);
    match(text, /Baik saja, terima kasih/);
  });

  it('writes nothing where a question is left', async () => {
    const uri = await folder.write('tabel.csv', table);
    await answering({}, () => extension.run('sessionNotes.importTranscript', uri));
    equal((await written()).length, 0);
  });
});
