import assert from 'node:assert/strict';
import { clientList, openCount } from '../../../src/core/case/caseFacts';
import { decisionTitles, recordedTitles } from '../../../src/core/case/noteFacts';
import { titleIn } from '../../../src/core/message';
import { builtin, indexTexts } from './noteTexts';

function text(client: string, session: number, extra = '', body = ''): string {
  return `---\nprotocol: four-stage\nclient: ${client}\nsession: ${session}\n${extra}---\n${body}`;
}

const cases = indexTexts([
  ['none.md', text('', 1)],
  ['a.md', text('A', 1, 'closed: resolved\n')],
  ['b1.md', text('B', 1, 'counselor: DW\n')],
  ['b2.md', text('B', 2, 'counselor: RA\n', '## Termination\n- [ ] Walk\n- [x] Swim\n')],
  ['c.md', text('C', 1, 'counselor: ra\n')],
]).cases();

describe('the list of clients', () => {
  it('has open cases first, then closed ones, then the notes without client', () => {
    assert.deepEqual(
      clientList(cases, undefined).map(({ client }) => client),
      ['B', 'C', 'A', ''],
    );
  });

  it('has only the cases whose latest note names the counselor, if one is asked for', () => {
    assert.deepEqual(
      clientList(cases, 'RA').map(({ client }) => client),
      ['B', 'C'],
    );
    assert.deepEqual(clientList(cases, 'DW'), []);
  });

  it('counts what is open', () => {
    assert.deepEqual(cases.map(openCount), [0, 0, 1, 0]);
  });
});

describe('a session in the list of clients', () => {
  it('tells the stages that it records and what it decided', () => {
    const body =
      '## Termination\n### Decision\n- [x] Shortened\n- [x] Changed\n\n## Building the relationship\n';
    const note = indexTexts([['a.md', text('A', 1, '', body)]]).note('a.md');
    assert.ok(note);
    const inEnglish = (titles: ReturnType<typeof decisionTitles>) =>
      titles.map(title => titleIn(title, 'en'));
    assert.deepEqual(inEnglish(recordedTitles(note, builtin)), ['Applying the solution and closing']);
    assert.deepEqual(inEnglish(decisionTitles(note, builtin)), ['Changed', 'Shortened']);
    assert.deepEqual(decisionTitles({ ...note, protocol: 'gone' }, builtin), []);
  });
});
