import { deepEqual } from '../host/assert';
import { closeWithoutSaving, retype, show } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { problemLines, problemsAre } from './shownProblems';

const doubtful = '- [?] What is this';
const problem = '16 warning goal-status';

describe('which notes show their problems', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const writeNote = (path: string, client: string, session: number, date = '2026-01-14') =>
    folder.write(path, wholeNote({ client, session, date }, doubtful));

  it('by default the open notes and the rest of their cases, not those of other clients', async () => {
    const first = await writeNote('first.session.md', folder.client, 1);
    const second = await writeNote('second.session.md', folder.client, 2);
    const others = await writeNote('others.session.md', `${folder.client}-other`, 1);
    await show(second);
    await problemsAre(second, problem);
    await problemsAre(first, problem);
    deepEqual(problemLines(others), []);
    await closeWithoutSaving();
    await problemsAre(second);
    await problemsAre(first);
  });

  it('a note of the case that changes on disk shows its new problems', async () => {
    const first = await writeNote('first.session.md', folder.client, 1);
    const second = await writeNote('second.session.md', folder.client, 2);
    await show(second);
    await problemsAre(first, problem);
    await folder.write('first.session.md', wholeNote(folder, '- [ ] Clear', doubtful));
    await problemsAre(first, '17 warning goal-status');
    await folder.write('third.session.md', wholeNote({ ...folder, session: 3 }, doubtful));
    await problemsAre(folder.at('third.session.md'), problem);
  });

  it('a note that is given to another client leaves the case', async () => {
    const first = await writeNote('first.session.md', folder.client, 1);
    const second = await writeNote('second.session.md', folder.client, 2);
    const editor = await show(second);
    await problemsAre(first, problem);
    await retype(editor, `client: ${folder.client}`, `client: ${folder.client}-other`);
    await problemsAre(first);
    await problemsAre(second, problem);
  });

  it('notes without a client have nothing to do with each other', async () => {
    const noClient = wholeNote(folder, doubtful).replace(/client: .*\n/, '');
    const one = await folder.write('one.session.md', noClient);
    const two = await folder.write('two.session.md', noClient);
    await show(one);
    await problemsAre(one, '1 warning missing-field', '15 warning goal-status');
    deepEqual(problemLines(two), []);
  });

  it('`open` shows open notes alone', async () => {
    const first = await writeNote('first.session.md', folder.client, 1);
    const second = await writeNote('second.session.md', folder.client, 2);
    await show(second);
    await problemsAre(first, problem);
    await changeSetting('sessionNotes.validate.scope', 'open');
    await problemsAre(first);
    deepEqual(problemLines(second), [problem]);
  });

  it('`workspace` shows all notes, opened or not', async () => {
    await changeSetting('sessionNotes.validate.scope', 'workspace');
    const first = await writeNote('first.session.md', folder.client, 1);
    const others = await writeNote('others.session.md', `${folder.client}-other`, 1);
    await problemsAre(first, problem);
    await problemsAre(others, problem);
    await folder.delete('others.session.md');
    await problemsAre(others);
    await changeSetting('sessionNotes.validate.scope', 'case');
    await problemsAre(first);
  });

  it('`validate.since` leaves older notes alone', async () => {
    const old = await writeNote('old.session.md', folder.client, 1, '2019-05-02');
    const fresh = await writeNote('fresh.session.md', folder.client, 2, '2026-01-14');
    await show(fresh);
    await problemsAre(old, problem);
    await changeSetting('sessionNotes.validate.since', '2026-01-01');
    await problemsAre(old);
    deepEqual(problemLines(fresh), [problem]);
    await changeSetting('sessionNotes.validate.since', undefined);
    await problemsAre(old, problem);
  });
});
