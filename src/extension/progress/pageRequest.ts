import type { FromPage, NoteTarget } from '../../webview/picture/messages';

/** What a page asked for, if it is something that pages may ask for. */
export function asPageRequest(said: unknown): FromPage | undefined {
  if (!isRecord(said)) return undefined;
  switch (said['kind']) {
    case 'ready':
      return { kind: 'ready' };
    case 'open': {
      const target = asTarget(said['target']);
      return target && { kind: 'open', target };
    }
    case 'save': {
      const { format, text } = said;
      if ((format !== 'svg' && format !== 'csv') || typeof text !== 'string') return undefined;
      return { kind: 'save', format, text };
    }
    default:
      return undefined;
  }
}

function asTarget(said: unknown): NoteTarget | undefined {
  if (!isRecord(said) || typeof said['path'] !== 'string') return undefined;
  const { path, offset, stage } = said;
  return {
    path,
    ...(typeof offset === 'number' && { offset }),
    ...(typeof stage === 'string' && { stage }),
  };
}

function isRecord(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null;
}
