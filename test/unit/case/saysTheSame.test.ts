import assert from 'node:assert/strict';
import { saysTheSame } from '../../../src/core/case/saysTheSame';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtin } from './noteTexts';

const text = [
  '---',
  'protocol: four-stage',
  'client: K',
  'session: 1',
  '---',
  '## Building the relationship',
  "### Client's goals",
  '- [ ] Sleep before eleven ^sleep [due:: 2026-02-01]',
  '- [ ] Rest ^rest [replaces:: ^sleep]',
  '',
].join('\n');

describe('whether two versions of a note say the same', () => {
  const noteOf = (words: string) =>
    toCaseNote('a.md', parseNote(words, { protocols: builtin, defaultProtocol: 'four-stage' }));

  it('does not depend on where it stands', () => {
    const moved = text.replace('## Building', 'Some prose.\n\n## Building');
    assert.ok(saysTheSame(noteOf(text), noteOf(moved)));
    assert.ok(saysTheSame(noteOf(text), noteOf(text.replace('- [ ] Rest', '\n- [ ] Rest'))));
  });

  it('ends with any change of a goal, of the order of goals or of the front matter', () => {
    const changes: readonly (readonly [string, string])[] = [
      ['- [ ] Sleep', '- [x] Sleep'],
      ['before eleven', 'before ten'],
      ['2026-02-01', '2026-02-02'],
      ['session: 1', 'session: 2'],
      ['client: K', 'client: L'],
      ['- [ ] Rest ^rest [replaces:: ^sleep]\n', ''],
    ];
    for (const [old, put] of changes) {
      assert.ok(!saysTheSame(noteOf(text), noteOf(text.replace(old, put))), put);
    }
  });
});
