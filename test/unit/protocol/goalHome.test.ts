import assert from 'node:assert/strict';
import { builtinProtocol } from '../../../src/core/protocol/builtinProtocols';
import { goalHome } from '../../../src/core/protocol/goalHome';

function homeIn(id: string, kind: 'goal' | 'action'): string | undefined {
  const compiled = builtinProtocol(id);
  assert.ok(compiled);
  return goalHome(compiled.protocol, kind)?.id;
}

describe('what comes from the plan of a case', () => {
  it('goes in a note to where its goals are, though another stage is the plan', () => {
    const homes = ['girp', 'soap', 'dap', 'birp', 'pirp', 'sfbt-session'].map(id => homeIn(id, 'goal'));
    assert.deepEqual(homes, ['goals', 'assessment', 'assessment', 'response', 'response', 'best-hopes']);
  });

  it('goes to the plan where it is an action, and nowhere where the protocol has no place for it', () => {
    assert.deepEqual(
      ['soap', 'birp', 'intake'].map(id => homeIn(id, 'action')),
      ['plan', 'plan', undefined],
    );
  });
});
