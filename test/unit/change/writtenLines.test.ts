import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { goalSource } from '../../../src/core/change/goalSource';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { completeNote } from '../cli/notes';

/** What Obsidian takes for the link of a block: an id behind a blank, at the very end. */
const BLOCK_LINK = / \^([a-zA-Z0-9-]+)$/u;
/** What Tasks reads of a line, from its end on, in the format of Dataview: a field that it knows, or a tag. */
const DUE = /[[(] *due:: *(\d{4}-\d{2}-\d{2}) *[)\]](?: *,)?$/;
const TASK = /^([\s\t>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)/u;

/** A line as Obsidian and Tasks take it apart. */
function readElsewhere(line: string): { marker: string; id: string | undefined; due: string | undefined } {
  const [, , , marker, body = ''] = TASK.exec(line) ?? assert.fail(line);
  const id = BLOCK_LINK.exec(body)?.[1];
  const due = DUE.exec(body.replace(BLOCK_LINK, '').trim())?.[1];
  return { marker: marker ?? '', id, due };
}

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const key = fc.constantFrom('mood', 'due', 'tenggat', 'gas', 'bobot', 'role', 'reason');

describe('a line that is written for the user', () => {
  after(removeFolders);

  it('has one order, in which Obsidian finds the id and Tasks the due date', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 2 }),
        fc.uniqueArray(key, { maxLength: 4 }),
        fc.option(fc.stringMatching(/^[a-z][a-z2-7]{5}$/), { nil: undefined }),
        (words, tags, keys, id) => {
          const fields = keys.map(each => ({ key: each, value: '2026-03-19' }));
          const line = `- [>] ${goalSource({ text: words.join(' '), tags, fields, id })}`;
          const isDue = keys.includes('due') || keys.includes('tenggat');
          assert.deepEqual(readElsewhere(line), { marker: '>', id, due: isDue ? '2026-03-19' : undefined });
        },
      ),
    );
  });

  it('is clean when a goal is carried over, however it was written before', () => {
    const folder = folderWith({
      'C-007/1.md': completeNote(
        { session: 1, date: '2026-02-04' },
        [
          '- [/] Sleep ^sleep [tenggat:: 2026-03-19] #night <!-- mine -->',
          '- [ ] Eat (due:: 2026-03-20).',
          '☐ Walk 📅 2026-03-21 ^walk',
          '- [h] Read [due:: 2026-03-22] in bed [mood:: low]',
          '',
        ].join('\n'),
      ),
    });
    const { output } = sessionNotes(folder, ['new', '--client', 'C-007', '--date', '2026-02-11']);
    const text = readFileSync(join(folder, output.trim()), 'utf8');
    const lines = text.split('\n').filter(line => TASK.test(line) && BLOCK_LINK.test(line));
    assert.deepEqual(
      lines.map(line => readElsewhere(line).due),
      ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'],
      text,
    );
    assert.equal(lines[0], '- [>] Sleep #night [due:: 2026-03-19] ^sleep');
    assert.match(lines[3] ?? '', /^- \[>\] Read in bed \[mood:: low\] \[due:: 2026-03-22\] \^[a-z2-7]{6}$/);
    assert.ok(!lines.join().includes('<!--'));
  });
});
