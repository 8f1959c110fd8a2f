import assert from 'node:assert/strict';
import { isFulfilled } from '../../../src/extension/contributions/isFulfilled';
import { views } from '../../../src/extension/contributions/views';

type View = keyof typeof views;

/** What an empty view says while context keys have these values. */
function saidBy(view: View, values: Readonly<Record<string, unknown>>): readonly string[] {
  return views[view].welcome
    .filter(({ when }) => when === undefined || isFulfilled(when, key => values[key]))
    .map(({ text }) => text.en);
}

describe('what empty views say', () => {
  it('is how to begin, once, where there are no notes yet, for who codes transcripts too', () => {
    const empty = { 'sessionNotes.state': 'no-notes' };
    const [clients = '', ...others] = saidBy('clients', empty);
    assert.deepEqual(others, []);
    const commands = [...clients.matchAll(/^\{sessionNotes\.(\w+)\}$/gm)].map(([, name]) => name);
    assert.deepEqual(commands, ['newSessionNote', 'importTranscript', 'openSampleWorkspace']);
    // What a note is comes after what to do.
    assert.ok(clients.indexOf('Markdown') > clients.lastIndexOf('openSampleWorkspace'));
    assert.deepEqual(saidBy('openGoals', empty), ['Open goals will be listed here.']);
  });

  it('is that closed cases are not listed, where their goals would be', () => {
    const ready = { 'sessionNotes.state': 'ready' };
    assert.deepEqual(saidBy('openGoals', ready), ['No open goals.']);
    for (const mine of [false, true]) {
      const keys = { ...ready, 'sessionNotes.filter.mine': mine, 'sessionNotes.closedLeftOut': true };
      const [said = '', ...others] = saidBy('openGoals', keys);
      assert.match(said, /Cases that are closed are not listed/);
      assert.deepEqual(others, []);
    }
  });
});
