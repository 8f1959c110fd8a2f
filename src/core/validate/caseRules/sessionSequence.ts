import type { CaseNote } from '../../case/caseNote';
import { isSession } from '../../case/sessions';
import { type Message, message } from '../../message';
import type { CaseContext, CaseFinding, CaseRule } from '../caseRule';
import { sameSessionKey, seriesKey } from '../sameSession';

/**
 * Session numbers that leave some out or come twice, and dates that go backwards while the numbers go on. Cases may
 * begin with any number. A missed session may keep its number or leave it to the next one. Notes under different
 * protocols, and contacts of different kinds, may each be numbered for themselves, so that they are compared only
 * among themselves; but a number that any note has is not missing.
 */
export const sessionSequence: CaseRule = {
  id: 'session-sequence',
  check({ record }) {
    return [...gaps(record), ...repeats(record), ...datesBackwards(record)];
  },
};

/** A note without number in between may well be the one that seems to be missing. */
function gaps(record: CaseContext['record']): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  let last: number | undefined;
  let mayBeUnnumbered = false;
  for (const note of record) {
    const { session } = note;
    if (session === undefined) {
      mayBeUnnumbered ||= isSession(note);
      continue;
    }
    if (last !== undefined && session > last + 1 && !mayBeUnnumbered) {
      findings.push({ note, message: gapMessage(last + 1, session - 1), range: sessionPlace(note) });
    }
    last = session;
    mayBeUnnumbered = false;
  }
  return findings;
}

function gapMessage(first: number, last: number): Message {
  return first === last
    ? message('problem.session-sequence.gap-of-one', { session: first })
    : message('problem.session-sequence.gap', { first, last });
}

function repeats(record: CaseContext['record']): readonly CaseFinding[] {
  const firsts = new Map<string, CaseNote>();
  const known = new Set<string>();
  return record.flatMap(note => {
    const { session, attendance } = note;
    if (session === undefined || attendance !== 'attended') return [];
    const same = sameSessionKey(note);
    // Copies are another rule's.
    if (same !== undefined && known.has(same)) return [];
    if (same !== undefined) known.add(same);
    const key = `${session} ${seriesKey(note)}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, note);
      return [];
    }
    const place = sessionPlace(first);
    return {
      note,
      message: message('problem.session-sequence.repeat', { session, file: first.path }),
      range: sessionPlace(note),
      related: [{ path: first.path, place, message: message('related.same-number') }],
    };
  });
}

function datesBackwards(record: CaseContext['record']): readonly CaseFinding[] {
  const latest = new Map<string, CaseNote>();
  return record.flatMap(note => {
    const { session, date } = note;
    if (session === undefined || date === undefined) return [];
    const series = seriesKey(note);
    const before = latest.get(series);
    latest.set(series, note);
    if (before?.date === undefined || before.session === undefined || date >= before.date) return [];
    const place = before.places.date ?? before.places.head;
    return {
      note,
      message: message('problem.session-sequence.date', { session: before.session, date: before.date }),
      range: note.places.date ?? note.places.head,
      related: [{ path: before.path, place, message: message('related.session-before') }],
    };
  });
}

function sessionPlace({ places }: CaseNote): CaseFinding['range'] {
  return places.session ?? places.head;
}
