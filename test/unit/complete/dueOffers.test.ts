import assert from 'node:assert/strict';
import { english, labels, offersIn, taken } from './workshop';

const options = { ...english, today: '2026-03-12' };

function goal(item: string, language = 'en'): string {
  return `---\nprotocol: four-stage\nclient: K-014\nlanguage: ${language}\n---\n## Applying the solution and closing\n- [/] Sleep ${item}\n`;
}

describe('what is offered in the field of the due date', () => {
  it('is a day in a week, in two weeks and in a month', () => {
    for (const key of ['due', 'tenggat', 'Due date']) {
      const offers = offersIn(goal(`^sleep [${key}:: ¦]`), options);
      assert.deepEqual(labels(offers), ['2026-03-19', '2026-03-26', '2026-04-12'], key);
    }
  });

  it('is the day that is meant by what is typed, first', () => {
    const typed = offersIn(goal('[due:: 20 March¦]'), options);
    assert.deepEqual(labels(typed).slice(0, 2), ['2026-03-20', '2026-03-19']);
    assert.equal(typed[0]?.filterText, '20 March');
    assert.equal(labels(offersIn(goal('[tenggat:: besok¦]', 'id'), options))[0], '2026-03-13');
  });

  it('takes the place of what is written there, and closes the field where it is open', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['[due:: ¦]', '[due:: 2026-03-19¦]'],
      ['[due::¦', '[due:: 2026-03-19¦]'],
      ['[due:: 2026-¦01-01] ^sleep', '[due:: 2026-03-19¦] ^sleep'],
    ];
    for (const [before, after] of cases)
      assert.equal(taken(goal(before), offersIn(goal(before), options)[0]), goal(after), before);
  });

  it('is nothing of the kind elsewhere', () => {
    const elsewhere = [
      goal('[gas:: ¦]'),
      goal('[due:: 2026-03-19] ¦'),
      goal('').replace('[/] Sleep', 'Sleep [due:: ¦]'),
    ];
    for (const text of elsewhere) assert.ok(!labels(offersIn(text, options)).includes('2026-03-19'), text);
  });
});
