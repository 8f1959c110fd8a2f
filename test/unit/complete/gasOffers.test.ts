import assert from 'node:assert/strict';
import { english, labels, offersIn, taken } from './workshop';

function note(body: string): string {
  return `---\nprotocol: four-stage\nclient: K-014\nlanguage: en\n---\n${body}`;
}

const goal = (item: string) => note(`## Applying the solution and closing\n- [/] Sleep ${item}\n\nWords.\n`);

describe('what is offered in the field of attainment', () => {
  it('is the five levels with their standard meaning, from the lowest to the highest', () => {
    const offers = offersIn(goal('^sleep [gas:: ¦]'));
    assert.deepEqual(
      offers.map(({ label, detail }) => [label, detail.key]),
      [
        ['-2', 'gas.much-less'],
        ['-1', 'gas.less'],
        ['0', 'gas.expected'],
        ['+1', 'gas.more'],
        ['+2', 'gas.much-more'],
      ],
    );
  });

  it('takes the place of what is written there, and closes the field where it is open', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['[gas:: ¦]', '[gas:: +1¦]'],
      ['[gas::¦', '[gas:: +1¦]'],
      ['[gas:: -¦2] ^sleep', '[gas:: +1¦] ^sleep'],
      ['[GAS:: +¦', '[GAS:: +1¦]'],
      ['[gas:: ¦-2 ] #night', '[gas:: +1¦ ] #night'],
    ];
    for (const [before, after] of cases) {
      assert.equal(taken(goal(before), offersIn(goal(before))[3]), goal(after), before);
    }
  });

  it('can be found by what is typed, a minus sign too', () => {
    assert.ok(offersIn(goal('[gas:: \u2212¦')).some(({ filterText }) => filterText === '\u22121'));
    assert.ok(offersIn(goal('[gas:: -¦')).some(({ filterText }) => filterText === '-1'));
  });

  it('comes unasked behind the colon or the blank', () => {
    for (const trigger of [':', ' ']) {
      assert.equal(offersIn(goal('^sleep [gas:: ¦]'), { ...english, trigger }).length, 5);
    }
  });

  it('is nothing of the kind elsewhere', () => {
    const elsewhere = [
      goal('[gas:: 1] ¦'),
      goal('[due:: ¦]'),
      goal('[gas:: 12¦]'),
      note('## Applying the solution and closing\n- Sleep [gas:: ¦]\n'),
      note('## Applying the solution and closing\nSleep [gas:: ¦]\n'),
      note('# Elsewhere\n- Sleep [gas:: ¦]\n'),
    ];
    for (const text of elsewhere) assert.ok(!labels(offersIn(text)).includes('+1'), text);
  });
});
