import * as v from 'valibot';
import auditUs from '../../../protocols/audit-us.yaml';
import birp from '../../../protocols/birp.yaml';
import calgaryCambridge from '../../../protocols/calgary-cambridge.yaml';
import cbtSession from '../../../protocols/cbt-session.yaml';
import consultation from '../../../protocols/consultation.yaml';
import dap from '../../../protocols/dap.yaml';
import dischargeSummary from '../../../protocols/discharge-summary.yaml';
import eganSkilledHelper from '../../../protocols/egan-skilled-helper.yaml';
import fourStage from '../../../protocols/four-stage.yaml';
import girp from '../../../protocols/girp.yaml';
import hackneyCormier5 from '../../../protocols/hackney-cormier-5.yaml';
import hill3 from '../../../protocols/hill-3.yaml';
import hillCodes from '../../../protocols/hill-codes.yaml';
import homeVisit from '../../../protocols/home-visit.yaml';
import intake from '../../../protocols/intake.yaml';
import laporanKelompok from '../../../protocols/laporan-kelompok.yaml';
import laporanKonseling from '../../../protocols/laporan-konseling.yaml';
import miCodes from '../../../protocols/mi-codes.yaml';
import miProcesses from '../../../protocols/mi-processes.yaml';
import pirp from '../../../protocols/pirp.yaml';
import prayitno5 from '../../../protocols/prayitno-5.yaml';
import referral from '../../../protocols/referral.yaml';
import rpl from '../../../protocols/rpl.yaml';
import rplKelompok from '../../../protocols/rpl-kelompok.yaml';
import rplPpg from '../../../protocols/rpl-ppg.yaml';
import safetyPlan from '../../../protocols/safety-plan.yaml';
import sfbtSession from '../../../protocols/sfbt-session.yaml';
import soap from '../../../protocols/soap.yaml';
import teknikKonseling from '../../../protocols/teknik-konseling.yaml';
import treatmentPlan from '../../../protocols/treatment-plan.yaml';
import wdep from '../../../protocols/wdep.yaml';
import willis3 from '../../../protocols/willis-3.yaml';
import { plainValue, yamlNode } from '../yaml/yamlNode';
import type { CompiledProtocol } from './compiledProtocol';
import { compileProtocol } from './compileProtocol';
import { protocolSchema } from './schema';
import { withSharedParts } from './sharedParts';

/** What reads each protocol that comes with the program, in the order in which they are listed. */
const readers: ReadonlyMap<string, () => unknown> = new Map([
  ['four-stage', fourStage],
  ['soap', soap],
  ['dap', dap],
  ['birp', birp],
  ['girp', girp],
  ['pirp', pirp],
  ['intake', intake],
  ['treatment-plan', treatmentPlan],
  ['discharge-summary', dischargeSummary],
  ['safety-plan', safetyPlan],
  ['audit-us', auditUs],
  ['laporan-konseling', laporanKonseling],
  ['rpl', rpl],
  ['rpl-ppg', rplPpg],
  ['laporan-kelompok', laporanKelompok],
  ['rpl-kelompok', rplKelompok],
  ['consultation', consultation],
  ['home-visit', homeVisit],
  ['referral', referral],
  ['hackney-cormier-5', hackneyCormier5],
  ['willis-3', willis3],
  ['prayitno-5', prayitno5],
  ['hill-3', hill3],
  ['egan-skilled-helper', eganSkilledHelper],
  ['mi-processes', miProcesses],
  ['sfbt-session', sfbtSession],
  ['cbt-session', cbtSession],
  ['wdep', wdep],
  ['calgary-cambridge', calgaryCambridge],
  ['teknik-konseling', teknikKonseling],
  ['hill-codes', hillCodes],
  ['mi-codes', miCodes],
]);

/** The ids that some of them had in earlier versions: notes that name one go on following it. */
const formerIds: ReadonlyMap<string, string> = new Map([['mi-4', 'mi-processes']]);

/**
 * Those that were asked for. They are constants of the program: each is compiled from what is built in, once, and never
 * again. That it is late is to spare the time of the others.
 */
const compiled = new Map<string, CompiledProtocol>();

/** The ids of the protocols that come with the program, in the order in which they are listed. */
export const builtinIds: readonly string[] = [...readers.keys()];

/**
 * The protocol with this id, or that had it once, that comes with the program, if there is one. It is read when it is first asked for, as
 * most practices use few of them. Throws when it does not fit the schema, which a test rules out.
 */
export function builtinProtocol(name: string): CompiledProtocol | undefined {
  const id = formerIds.get(name) ?? name;
  const known = compiled.get(id);
  const read = readers.get(id);
  if (known !== undefined || read === undefined) return known;
  const made = compileProtocol(v.parse(protocolSchema, withShared(read())));
  compiled.set(id, made);
  return made;
}

/** The value of a file with the parts that it shares with others. */
function withShared(value: unknown): unknown {
  const node = yamlNode(value, { start: 0, end: 0 });
  return node?.kind === 'map' ? plainValue(withSharedParts(node).root) : value;
}

/** All protocols that come with the program. */
export function builtinProtocols(): readonly CompiledProtocol[] {
  return builtinIds.flatMap(id => builtinProtocol(id) ?? []);
}
