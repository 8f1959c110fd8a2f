import assert from 'node:assert/strict';
import type { Case } from '../../../src/core/case/case';
import { numberOn } from '../../../src/core/case/nextSession';
import { newNote } from '../../../src/core/change/newNote';
import { loadPractice } from '../../../src/core/practice/loadPractice';
import { knownProtocol, usualProtocols } from '../../../src/core/practice/newNoteChoices';
import { builtin, indexTexts } from '../case/noteTexts';

const known = { client: 'K-1', date: '2026-01-16', session: 3, counselor: undefined };

/** The case of K-1 after a note by each of these protocols. */
function caseAfter(...protocols: readonly string[]): Case {
  const texts = protocols.map((protocol, at) => {
    const isNumbered = protocol === 'soap' || protocol === 'dap';
    const session = isNumbered ? `session: ${at + 1}\n` : '';
    const head = `---\nprotocol: ${protocol}\nclient: K-1\n${session}date: 2026-01-0${at + 1}\n---\n`;
    return [`${at}.md`, `${head}\n## Plan\n\nWords.\n`] as const;
  });
  const found = indexTexts(texts).get('k-1');
  assert.ok(found);
  return found;
}

function practice(configuration = '', settings = {}) {
  return loadPractice({ path: 'config.yaml', text: configuration }, [], settings);
}

describe('the note format of the next note', () => {
  it('is that of the last session of the client, never that of an intake, a plan or a summary', () => {
    const after = caseAfter('intake', 'soap', 'treatment-plan', 'discharge-summary');
    assert.equal(knownProtocol(practice(), after, known), 'soap');
    assert.equal(knownProtocol(practice('defaultProtocol: dap\n'), after, known), 'soap');
  });

  it('is what the configuration or the settings say where the client had no session', () => {
    const after = caseAfter('intake');
    assert.equal(knownProtocol(practice('defaultProtocol: dap\n'), after, known), 'dap');
    assert.equal(knownProtocol(practice('', { defaultProtocol: 'birp' }), undefined, known), 'birp');
    assert.equal(knownProtocol(practice("protocols: { 'K-1/**': girp }\n"), undefined, known), 'girp');
    assert.equal(knownProtocol(practice('defaultProtocol: four-stage\n'), undefined, known), 'four-stage');
  });

  it('is asked for where nobody said any: the default is no answer', () => {
    assert.equal(knownProtocol(practice(), undefined, known), undefined);
    assert.equal(knownProtocol(practice(), caseAfter('intake'), known), undefined);
  });

  it('is proposed in the order of how many cases follow it at their sessions', () => {
    const cases = [caseAfter('dap'), caseAfter('intake', 'soap'), caseAfter('dap', 'soap')];
    assert.deepEqual(usualProtocols(practice(), cases), ['soap', 'dap']);
    assert.deepEqual(usualProtocols(practice(), [caseAfter('intake'), caseAfter('gone')]), []);
  });
});

describe('a note that is no session by its format', () => {
  it('counts as none, and takes no number from the sessions', () => {
    const after = caseAfter('intake', 'treatment-plan', 'soap');
    assert.equal(after.sessions, 1);
    const [intake, soap] = [builtin.get('intake'), builtin.get('soap')];
    assert.ok(intake && soap);
    assert.equal(numberOn(intake, [caseAfter('soap')], '2026-01-16'), undefined);
    assert.equal(numberOn(soap, [caseAfter('intake')], '2026-01-16'), 1);
  });

  it('is called what it is', () => {
    const protocol = builtin.get('intake');
    assert.ok(protocol);
    const request = {
      protocol,
      clients: ['K-1'],
      session: undefined,
      date: '2026-01-16',
      counselor: undefined,
    };
    const { text } = newNote({ ...request, stages: [], language: 'en', cases: [] });
    assert.match(text, /\n# Intake[^\n]*\n/);
    assert.doesNotMatch(text, /^session:/m);
  });
});
