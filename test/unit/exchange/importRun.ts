import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cue, ImportedTranscript } from '../../../src/core/exchange/importers/importedTranscript';
import {
  type ImportRequest,
  type ImportResult,
  importContext,
  importTranscript,
} from '../../../src/core/exchange/importers/importTranscript';
import { readTranscript } from '../../../src/core/exchange/importers/readTranscript';
import { parseNote } from '../../../src/core/note/parseNote';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { runToEnd } from '../../../src/core/steps';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import type { Transcript } from '../../../src/core/transcript/transcript';

const protocols = loadWorkspaceProtocols([]).set;

export function fourStage() {
  const found = protocols.get('four-stage');
  assert.ok(found);
  return found.protocol;
}

export const request = (own: Partial<ImportRequest> = {}): ImportRequest => ({
  protocol: fourStage(),
  protocols,
  roles: new Map(),
  keepNames: false,
  join: false,
  clients: [],
  session: undefined,
  date: undefined,
  language: undefined,
  otherwise: 'en',
  unknownIn: language => (language === 'id' ? 'Penutur' : 'Speaker'),
  ...own,
});

export function fixture(name: string): string {
  return readFileSync(join('test/fixtures/transcripts', name), 'utf8');
}

export function read(
  name: string,
  text = fixture(name),
  speakers: readonly string[] = [],
): ImportedTranscript {
  return runToEnd(readTranscript(name, text, importContext(fourStage(), speakers)));
}

/** What the cues say, by whom, and from when in milliseconds. */
export function said({ cues }: Pick<ImportedTranscript, 'cues'>): readonly (readonly unknown[])[] {
  return cues.map(({ start, speaker, words }: Cue) => [start, speaker, words]);
}

export function imported(
  name: string,
  own: Partial<ImportRequest> = {},
  text = fixture(name),
): Extract<ImportResult, { readonly kind: 'transcript' }> {
  const result = importTranscript(name, text, request(own));
  assert.equal(result.kind, 'transcript', JSON.stringify(result));
  return result as Extract<ImportResult, { readonly kind: 'transcript' }>;
}

/** The transcript as the editor reads what was written. */
export function readBack(text: string): Transcript {
  return parseTranscript(parseNote(text, { protocols, defaultProtocol: 'four-stage' }));
}
