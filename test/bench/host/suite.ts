import { endLine } from '../../host/suiteLines';
import { suiteOptions } from '../../host/suiteOptions';
import { profiled } from './nodeTools';
import { measureClients, measureIndex, measureOthers, measureStart } from './readingMeasures';
import { measureHeap, measureTranscript, measureTyping } from './typingMeasures';
import type { MeasureName } from './workspaces';

const measures: Readonly<Record<MeasureName, () => Promise<void>>> = {
  start: measureStart,
  index: measureIndex,
  clients: measureClients,
  others: measureOthers,
  typing: measureTyping,
  transcript: measureTranscript,
  heap: measureHeap,
};

/** Measures, inside an extension host of VS Code, what the launcher asks for. */
export async function run(): Promise<void> {
  const { measure, profile } = suiteOptions();
  const [, wanted] = Object.entries(measures).find(([name]) => name === measure) ?? [];
  if (wanted === undefined) throw new Error(`There is no measure ${measure}.`);
  await (profile === undefined ? wanted() : profiled(profile, wanted));
  console.log(endLine({ passed: 1, failed: 0, pending: 0 }));
}
