import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCase } from '../../../src/core/case/buildCase';
import type { Case } from '../../../src/core/case/case';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { clientKey } from '../../../src/core/case/clientKey';
import { nextClientCode } from '../../../src/core/case/nextClientCode';
import {
  lastSessionProtocol,
  nextSession,
  sessionOn,
  suggestedStages,
} from '../../../src/core/case/nextSession';
import { caseNote, twoProtocols } from './caseBuilder';
import { builtin } from './noteTexts';

function caseOf(...notes: readonly Partial<CaseNote>[]): Case {
  return buildCase(
    'a',
    notes.map((over, index) => caseNote(`${index}.md`, over)),
    twoProtocols,
  );
}

const walk = twoProtocols.get('walk');
assert.ok(walk);

describe('the next session', () => {
  it('has a number one above the highest of the case, whatever kind of note has it', () => {
    assert.equal(nextSession([]), 1);
    assert.equal(nextSession([caseOf({})]), 1);
    assert.equal(nextSession([caseOf({ session: 4, attendance: 'no-show' }, { session: 2 })]), 5);
    assert.equal(nextSession([caseOf({ session: 2 }), caseOf({ session: 6, kind: 'transcript' })]), 7);
  });

  it('on a day between others has a number that is free between theirs, and none where none is', () => {
    const cases = [
      caseOf(
        { session: 2, date: '2026-01-05' },
        { session: 3, date: '2026-01-12' },
        { session: 5, date: '2026-01-19' },
      ),
    ];
    const on = (date: string) => {
      const { number, before, after } = sessionOn(cases, date);
      return [number, before, after];
    };
    assert.deepEqual(on('2026-01-20'), [6, 5, undefined]);
    assert.deepEqual(on('2026-01-19'), [6, 5, undefined]);
    assert.deepEqual(on('2026-01-15'), [4, 3, 5]);
    assert.deepEqual(on('2026-01-07'), [undefined, 2, 3]);
    assert.deepEqual(on('2026-01-01'), [1, undefined, 2]);
    assert.equal(sessionOn([caseOf({ session: 1, date: '2026-01-05' })], '2026-01-01').number, undefined);
    assert.equal(sessionOn([], '2026-01-01').number, 1);
  });

  it('most likely works on the first two stages when it is the first', () => {
    assert.deepEqual(suggestedStages(walk, undefined), ['start', 'middle']);
    assert.deepEqual(suggestedStages(walk, caseOf({ session: 1 })), ['start', 'middle']);
    const elsewhere = caseOf({ session: 1, protocol: 'swim', recordedStages: ['end'] });
    assert.deepEqual(suggestedStages(walk, elsewhere), ['start', 'middle']);
  });

  it('later most likely works on the last stage reached and the next', () => {
    assert.deepEqual(suggestedStages(walk, caseOf({ recordedStages: ['start'] })), ['start', 'middle']);
    assert.deepEqual(suggestedStages(walk, caseOf({ recordedStages: ['middle'] })), ['middle', 'end']);
    const back = caseOf({ session: 1, recordedStages: ['end'] }, { session: 2, recordedStages: ['start'] });
    assert.deepEqual(suggestedStages(walk, back), ['end']);
  });

  it('is not led to a stage by homework that stands there, where the session covered others', () => {
    const early = caseOf({ session: 1, recordedStages: ['start', 'end'], coveredStages: ['start'] });
    assert.deepEqual(suggestedStages(walk, early), ['start', 'middle']);
  });
});

describe('the next session of a case with several formats', () => {
  it('works on all that a form requires, which is filled in at every session', () => {
    const soap = builtin.get('soap');
    assert.ok(soap);
    const all = ['subjective', 'objective', 'assessment', 'plan'];
    assert.deepEqual(suggestedStages(soap, undefined), all);
    const later = caseOf({ session: 1, protocol: 'soap', recordedStages: ['subjective', 'plan'] });
    assert.deepEqual(suggestedStages(soap, later), all);
    const process = builtin.get('egan-skilled-helper');
    assert.ok(process);
    assert.equal(suggestedStages(process, undefined).length, 2);
  });

  it('follows the protocol of the last session, not that of a plan or summary after it', () => {
    const plan = {
      session: 3,
      protocol: 'treatment-plan',
      protocolKind: 'treatment-plan',
      use: 'document',
    } as const;
    assert.equal(lastSessionProtocol(caseOf({ session: 1 }, { session: 2, protocol: 'swim' }, plan)), 'swim');
    assert.equal(lastSessionProtocol(caseOf({ kind: 'transcript' })), undefined);
  });
});

describe('the next free client code', () => {
  it('is K-001 where there is none yet', () => {
    assert.equal(nextClientCode([]), 'K-001');
    assert.equal(nextClientCode(['Ratna', '', 'A-']), 'K-001');
  });

  it('goes on from the highest of the prefix that most clients have', () => {
    assert.equal(nextClientCode(['K-014', 'K-021', 'C-099']), 'K-022');
    assert.equal(nextClientCode(['k-9', 'K-10', 'K-10']), 'K-11');
    assert.equal(nextClientCode(['K-099']), 'K-100');
    assert.equal(nextClientCode(['014']), '015');
    assert.equal(nextClientCode(['2026/07', '2026/08']), '2026/09');
    assert.equal(nextClientCode(['C-5', 'B-5']), 'B-6');
  });

  it('is taken by nobody, and does not depend on the order of the clients', () => {
    const clients = fc.array(
      fc
        .tuple(fc.constantFrom('K-', 'k-', 'C', ''), fc.constantFrom('1', '007', '99', '999999999', 'x'))
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(clients, taken => {
        const code = nextClientCode(taken);
        assert.ok(!taken.map(clientKey).includes(clientKey(code)));
        assert.equal(nextClientCode([...taken].reverse()), code);
      }),
    );
  });
});
