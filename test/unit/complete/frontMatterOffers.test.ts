import assert from 'node:assert/strict';
import { builtinIds } from '../../../src/core/protocol/builtinProtocols';
import { desk, english, indonesian, labels, noteOf, offersIn, take, taken } from './workshop';

describe('what is offered in the front matter', () => {
  it('is the fields that it lacks, the required ones first', () => {
    const offers = offersIn('---\nprotocol: four-stage\nkonseli: K-014\n¦\nstatus: draft\n---\n');
    assert.deepEqual(labels(offers), [
      'session',
      'date',
      'counselor',
      'class',
      'field',
      'start',
      'end',
      'modality',
      'diagnosis',
      'stages',
      'attendance',
      'contact',
      'closed',
      'language',
      'kind',
      'phq9',
      'gad7',
      'who5',
      'core10',
      'suds',
    ]);
    assert.equal(offers[0]?.detail.key, 'offer.required-field');
    assert.equal(offers[3]?.detail.key, 'offer.field');
  });

  it('is each measure that it gives no score of, with its range', () => {
    const offers = offersIn('---\nprotocol: four-stage\nPHQ-9: 12\n¦\n---\n', english);
    assert.equal(labels(offers).includes('phq9'), false);
    const offer = offers.find(({ label }) => label === 'gad7');
    assert.equal(offer?.insert, 'gad7: $0');
    assert.deepEqual(offer.detail, { key: 'offer.measure', args: { measure: { en: 'GAD-7', id: 'GAD-7' } } });
    assert.deepEqual(
      offer.documentation.flatMap(({ parts }) => parts),
      [
        { titles: { en: 'Anxiety', id: 'Kecemasan' } },
        { key: 'measure.range', args: { min: 0, max: 21 } },
        { key: 'measure.lower-is-better' },
      ],
    );
  });

  it('is each field with the value that suggests itself', () => {
    const text = '---\nprotocol: four-stage\nclient: K-014\n¦\n---\n';
    const earlier = '---\nprotocol: four-stage\nclient: K-014\nsession: 4\n---\n';
    const insertOf = (name: string) =>
      offersIn(text, english, earlier).find(({ label }) => label === name)?.insert;
    assert.equal(insertOf('session'), 'session: 5$0');
    assert.equal(insertOf('date'), 'date: 2026-03-12$0');
    assert.equal(insertOf('counselor'), 'counselor: $0');
    assert.equal(insertOf('stages'), 'stages: [$0]');
    assert.equal(insertOf('status'), 'status: draft$0');
    assert.equal(insertOf('attendance'), `attendance: \${1|attended,no-show,cancelled|}$0`);
  });

  it('is found by the aliases of a field too', () => {
    const offers = offersIn('---\nprotocol: four-stage\nkons¦\n---\n');
    assert.equal(offers[0]?.filterText, 'client konseli klien counselee');
  });

  it('is the protocol in a note that is one by its name', () => {
    const offers = offersIn('---\nclient: K-014\n¦\n---\n');
    assert.equal(offers[0]?.insert, `protocol: \${1|${builtinIds.join()}|}$0`);
  });

  it('is values behind a key: of fixed sets, stages, protocols, languages, today', () => {
    const valuesOf = (line: string) => labels(offersIn(`---\nprotocol: four-stage\n${line}\n---\n`));
    assert.deepEqual(valuesOf('kind: ¦'), ['note', 'transcript', 'process']);
    assert.deepEqual(valuesOf('status: ¦'), ['draft']);
    assert.deepEqual(valuesOf('kehadiran: ¦'), ['attended', 'no-show', 'cancelled']);
    assert.equal(valuesOf('contact: ¦').length, 6);
    assert.equal(valuesOf('closed: ¦').length, 5);
    assert.deepEqual(valuesOf('language: ¦'), ['en', 'id']);
    assert.deepEqual(valuesOf('tanggal: ¦'), ['2026-03-12']);
    assert.deepEqual(valuesOf('stages: [¦]'), ['relationship', 'exploration', 'planning', 'closing']);
    assert.deepEqual(labels(offersIn('---\nprotocol: ¦\n---\n')), [...builtinIds]);
  });

  it('is no stage that the list names already, by id or title', () => {
    const valuesOf = (lines: string) => labels(offersIn(`---\nprotocol: four-stage\n${lines}\n---\n`));
    assert.deepEqual(valuesOf('stages: [exploration, ¦]'), ['relationship', 'planning', 'closing']);
    assert.deepEqual(valuesOf('stages: [¦, Terminasi]'), ['relationship', 'exploration', 'planning']);
    assert.deepEqual(valuesOf('tahap:\n  - planning\n  - ¦'), ['relationship', 'exploration', 'closing']);
    assert.deepEqual(valuesOf('stages:\n- ¦\n- Terminasi'), ['relationship', 'exploration', 'planning']);
  });

  it('replaces the value at the caret and leaves a comment behind it', () => {
    const text = '---\nprotocol: four-stage\nattendance: no¦ne # see calendar\n---\n';
    const offer = offersIn(text).find(({ label }) => label === 'no-show');
    assert.equal(taken(text, offer), '---\nprotocol: four-stage\nattendance: no-show¦ # see calendar\n---\n');
    const list = '---\nprotocol: four-stage\nstages: [exploration, cl¦o]\n---\n';
    const closing = offersIn(list).find(({ label }) => label === 'closing');
    assert.equal(taken(list, closing), '---\nprotocol: four-stage\nstages: [exploration, closing¦]\n---\n');
  });

  it('adds the blank that the colon lacks', () => {
    const text = '---\nprotocol: four-stage\nstatus:¦\n---\n';
    assert.equal(taken(text, offersIn(text)[0]), '---\nprotocol: four-stage\nstatus: draft¦\n---\n');
  });

  it('is nothing that the field has already, and nothing for free text', () => {
    assert.deepEqual(offersIn('---\nprotocol: four-stage\nstatus: draft¦\n---\n'), []);
    assert.deepEqual(offersIn('---\nprotocol: four-stage\nclient: K¦\n---\n'), []);
    assert.deepEqual(offersIn('---\nprotocol: four-stage\nmine: ¦\n---\n'), []);
  });

  it('is nothing on the fences, in comments and in nested values', () => {
    for (const text of [
      '¦---\nprotocol: four-stage\n---\n',
      '---¦\nprotocol: four-stage\n---\n',
      '---\nprotocol: four-stage\n---¦\n',
      '---\nprotocol: four-stage\n# kind: ¦\n---\n',
      '---\nprotocol: four-stage\nkind: # ¦\n---\n',
      '---\nprotocol: four-stage\nmine:\n  ki¦\n---\n',
    ]) {
      assert.deepEqual(offersIn(text), [], text);
    }
  });

  it('is fields in front matter that is not closed yet, too', () => {
    const text = '---\r\nprotocol: four-stage\r\n¦';
    const [client] = offersIn(text, indonesian);
    assert.equal(client?.label, 'client');
    const after = noteOf(take(desk(text).note, client ?? assert.fail()).text);
    assert.deepEqual(
      after.frontMatter.entries.map(({ field }) => field),
      ['protocol', 'client'],
    );
  });

  it('comes unasked only behind a colon, a comma or a dash', () => {
    const typed = (trigger: string) => ({ ...english, trigger });
    assert.equal(offersIn('---\nprotocol: four-stage\nkind:¦\n---\n', typed(':')).length, 3);
    assert.equal(offersIn('---\nprotocol: four-stage\nkind: ¦\n---\n', typed(' ')).length, 3);
    assert.equal(offersIn('---\nprotocol: four-stage\nstages: [closing, ¦\n---\n', typed(' ')).length, 3);
    assert.deepEqual(offersIn('---\nprotocol: four-stage\n¦\n---\n', typed(' ')), []);
    assert.deepEqual(offersIn('---\nprotocol: four-stage\nkind: no ¦\n---\n', typed(' ')), []);
  });
});
