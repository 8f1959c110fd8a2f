import { message } from '../../message';
import type { Steps } from '../../steps';
import { type Claim, type Cue, type ImportedTranscript, nothingImported } from './importedTranscript';
import {
  areNewestFirst,
  isOfProgram,
  isSaidElsewhere,
  type JsonTalk,
  messageAround,
  speakerOf,
  talksIn,
  timeOfRecord,
} from './jsonTalk';
import type { JsonRecord, JsonSource } from './jsonTexts';
import { areMilliseconds, areTimed, readRecognisedJson, segmentsIn, timesOf } from './recognisedJson';

/** How many texts are read in one step. */
const TEXTS_AT_ONCE = 1000;

/**
 * Reads what programs write as JSON: what was recognised of speech, and who said what, as in the messages of a chat. A
 * file with several conversations is refused, as none of them is known to be meant.
 */
export function* readJson(source: JsonSource): Steps<ImportedTranscript> {
  const segments = segmentsIn(source.json);
  if (segments !== undefined && areTimed(segments)) return yield* readRecognisedJson(source);
  const [talk, ...others] = talksIn(source.json);
  if (talk === undefined) return yield* readRecognisedJson(source);
  if (others.length > 0) return refused('import.several-talks');
  return [...talk.messages].some(each => isSaidElsewhere(each, talk))
    ? refused('import.no-segments')
    : yield* readMessages(source, talk);
}

function refused(key: 'import.several-talks' | 'import.no-segments'): ImportedTranscript {
  return { ...nothingImported, faults: [{ line: 0, reason: message(key) }] };
}

function* readMessages({ texts, pieces }: JsonSource, talk: JsonTalk): Steps<ImportedTranscript> {
  const isMilliseconds = areMilliseconds([...talk.messages]);
  const cues: Cue[] = [];
  const claims: Claim[] = [];
  for (const [piece, own] of texts.entries()) {
    if (piece % TEXTS_AT_ONCE === 0) yield;
    const { text } = own;
    if (text.trim() === '') continue;
    const around = messageAround(own, talk);
    const use = around === undefined ? undefined : useOf(around.message, around.keys, talk);
    if (around === undefined || use !== 'words') {
      claims.push({
        piece,
        text,
        as: use === undefined || use === 'words' ? message('import.left.fields') : use,
        isSure: true,
      });
      continue;
    }
    const speaker = speakerOf(around.message, talk)?.name;
    cues.push({ ...timesOf(around.message, isMilliseconds), speaker, words: text.trim(), piece });
  }
  const sent = [...talk.messages].filter(each => timeOfRecord(each) !== undefined).length;
  const line = pieces[cues[0]?.piece ?? 0]?.line ?? 0;
  return {
    ...nothingImported,
    cues: areNewestFirst(talk.messages) ? cues.reverse() : cues,
    claims,
    remarks: sent === 0 ? [] : [{ line, reason: message('import.left.stamps', { count: sent }) }],
  };
}

/** What a text of a message is by the keys that lead to it. */
function useOf(record: JsonRecord, keys: readonly string[], talk: JsonTalk): 'words' | Claim['as'] {
  const isWords = keys.length === 1 && keys[0] === talk.words;
  if (isOfProgram(record)) return message(isWords ? 'import.left.of-program' : 'import.left.fields');
  if (isWords) return 'words';
  const isName = speakerOf(record, talk)?.keys.join('/') === keys.join('/');
  if (!isName) return message('import.left.fields');
  return isSaid(record[talk.words]) ? 'speaker' : message('import.left.no-words');
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
}
