import type * as vscode from 'vscode';
import { OpenGoalsState } from '../../src/extension/openGoals/openGoalsState';
import { deepEqual, equal } from '../host/assert';
import { eventually } from '../host/eventually';
import { changeSetting, restoreSettings } from './settings';

/** What a workspace keeps for a view, in memory. */
class Memory implements vscode.Memento {
  readonly #kept = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  get<Value>(key: string): Value | undefined;
  get<Value>(key: string, otherwise: Value): Value;
  get<Value>(key: string, otherwise?: Value): Value | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined ? otherwise : JSON.parse(kept);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.#kept.set(key, JSON.stringify(value));
  }
}

describe('whose cases are shown', () => {
  let state: OpenGoalsState;
  afterEach(async () => {
    state.dispose();
    await restoreSettings();
  });

  it("are one's own as soon as the counselor is set, until someone chooses otherwise", async () => {
    const kept = new Memory();
    state = new OpenGoalsState(kept);
    deepEqual([state.choices.mine, state.view().filter.counselor], [false, undefined]);
    let told = 0;
    state.onDidChange(() => told++);
    await changeSetting('sessionNotes.counselor', 'RA');
    await eventually('the views to be told', () => told > 0);
    deepEqual([state.choices.mine, state.view().filter.counselor], [true, 'RA']);
    state.change({ mine: false });
    equal(state.view().filter.counselor, undefined);
    state.dispose();
    state = new OpenGoalsState(kept);
    equal(state.choices.mine, false);
  });

  it('are those of everyone where no counselor is set, whatever was chosen before', () => {
    state = new OpenGoalsState(new Memory());
    state.change({ mine: true });
    deepEqual([state.choices.mine, state.view().filter.counselor], [false, undefined]);
  });
});
