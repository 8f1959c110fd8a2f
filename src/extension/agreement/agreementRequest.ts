import type { FromAgreementPage } from '../../webview/agreement/messages';

/** What a page asked for, if it is something that pages may ask for. */
export function asAgreementRequest(said: unknown): FromAgreementPage | undefined {
  if (!isRecord(said)) return undefined;
  if (said['kind'] === 'ready') return { kind: 'ready' };
  if (said['kind'] !== 'open' || !isRecord(said['target'])) return undefined;
  const { uri, line } = said['target'];
  if (typeof uri !== 'string' || !Number.isSafeInteger(line)) return undefined;
  return { kind: 'open', target: { uri, line: Number(line) } };
}

function isRecord(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null;
}
