import assert from 'node:assert/strict';
import { goalLineFacts } from '../../../src/core/describe/goalLineFacts';
import { indexTexts } from '../case/noteTexts';
import { noteOf } from '../complete/workshop';

const today = '2026-03-10';

/** A note of a session with these goals. */
function session(number: number, ...goals: readonly string[]): string {
  const head = `---\nprotocol: four-stage\nclient: K-1\nsession: ${number}\ndate: 2026-02-0${number}\n---\n`;
  return `${head}## Perencanaan pemecahan masalah\n${goals.map(goal => `- ${goal}\n`).join('')}`;
}

/** What is known behind each goal of the note at `at` (from 0) among notes of one case, as key and number. */
function known(texts: readonly string[], at = texts.length - 1): readonly string[] {
  const paths = texts.map((_, number) => `${number}.session.md`);
  const index = indexTexts(texts.map((text, number) => [paths[number] ?? '', text] as const));
  const note = noteOf(texts[at] ?? '');
  const whole = { start: 0, end: note.outline.text.length };
  return goalLineFacts(note, paths[at] ?? '', index.cases(), today, [whole]).map(({ facts }) =>
    facts
      .map(({ key, args }) => [key.replace('goal-line.', ''), ...Object.values(args ?? {})].join(' '))
      .join(', '),
  );
}

describe('what stands behind the line of a goal', () => {
  it('is since which session it is as it is', () => {
    const texts = [session(1, '[ ] Tidur ^t'), session(2, '[/] Tidur ^t'), session(3, '[/] Tidur ^t')];
    assert.deepEqual(known(texts), ['in-progress 2']);
    assert.deepEqual(known([session(1, '[ ] Tidur ^t'), session(2, '[>] Tidur ^t')]), ['open 1']);
    assert.deepEqual(known([session(1, '[h] Tidur ^t'), session(2, '[h] Tidur ^t')]), ['on-hold 1']);
  });

  it('is nothing where the line itself says all that is known', () => {
    assert.deepEqual(known([session(1, '[ ] Tidur ^t')]), []);
    assert.deepEqual(known([session(1, '[ ] Tidur ^t'), session(2, '[x] Tidur ^t')]), []);
  });

  it('is in an earlier note what became of it later', () => {
    const texts = [session(1, '[ ] Tidur ^t', '[ ] Lari ^l'), session(2, '[x] Tidur ^t', '[-] Lari ^l')];
    assert.deepEqual(known(texts, 0), ['achieved 2', 'dropped 2']);
  });

  it('is when it is due, as long as it is open', () => {
    const due = (date: string, marker = ' ') => known([session(1, `[${marker}] Tidur [due:: ${date}] ^t`)]);
    assert.deepEqual(due('2026-03-14'), ['due 4']);
    assert.deepEqual(due('2026-03-11'), ['tomorrow']);
    assert.deepEqual(due(today), ['today']);
    assert.deepEqual(due('2026-03-09'), ['late-1 1']);
    assert.deepEqual(due('2026-03-01'), ['late 9']);
    assert.deepEqual(due('2026-03-01', 'x'), []);
    assert.deepEqual(due('2026-03-01', 'h'), []);
  });

  it('is looked for only where somebody sees it', () => {
    const text = session(1, '[ ] Tidur [due:: 2026-03-14] ^t', '[ ] Lari [due:: 2026-03-14] ^l');
    const cases = indexTexts([['a.session.md', text]]).cases();
    const place = text.indexOf('Lari');
    const seen = goalLineFacts(noteOf(text), 'a.session.md', cases, today, [{ start: place, end: place }]);
    assert.deepEqual(
      seen.map(({ goal }) => goal.text),
      ['Lari'],
    );
    assert.deepEqual(goalLineFacts(noteOf(text), 'a.session.md', cases, today, []), []);
  });
});
