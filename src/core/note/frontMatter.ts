import type { Message } from '../message';
import type { Contact } from '../protocol/contacts';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';

export type NoteKind = 'note' | 'transcript' | 'process';
export type Attendance = 'attended' | 'no-show' | 'cancelled';
export type Closure = 'resolved' | 'referred' | 'transferred' | 'dropped-out' | 'other';

/** One key of the front matter with its value. */
export interface FrontMatterEntry {
  /** The key as written. */
  readonly key: string;
  /** The known or protocol field that the key means, if any. */
  readonly field: string | undefined;
  readonly keyRange: TextRange;
  /** From the first to the last character of the value; empty just after the colon where there is none. */
  readonly valueRange: TextRange;
  /** The scalars of the value as their source text (`014` stays `014`); a null, blank or missing one gives none. */
  readonly values: readonly FrontMatterValue[];
  /** What the value is in YAML. */
  readonly shape: 'missing' | 'scalar' | 'list' | 'map';
  /** Where the value is a map, its keys with their values. */
  readonly pairs: readonly FrontMatterPair[];
}

/** One key as YAML has it, before its protocol says what it means. */
export type WrittenEntry = Omit<FrontMatterEntry, 'field'>;

/** One key of a map in the front matter. */
export interface FrontMatterPair {
  /** The key as its source text. */
  readonly key: string;
  readonly keyRange: TextRange;
  readonly values: readonly FrontMatterValue[];
}

export interface FrontMatterValue {
  readonly text: string;
  readonly range: TextRange;
}

/** What is wrong with the front matter as YAML, at its place. */
export interface FrontMatterFault {
  readonly range: TextRange;
  readonly message: Message;
  /** What mends it, where one thing does. */
  readonly edits?: readonly TextEdit[];
}

/** A value read from the front matter and where it stands. */
export interface Located<Value> {
  readonly value: Value;
  readonly range: TextRange;
}

/** The front matter of a note, read. A field that is absent, null or invalid is undefined (or an empty list). */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly faults: readonly FrontMatterFault[];
  /** The protocols that it names, as written. */
  readonly protocols: readonly Located<string>[];
  readonly kind: NoteKind;
  readonly clients: readonly Located<string>[];
  readonly session: Located<number> | undefined;
  /** An ISO date that exists in the calendar. */
  readonly date: Located<string> | undefined;
  /** The day of the next appointment, as an ISO date. */
  readonly next: Located<string> | undefined;
  readonly counselor: Located<string> | undefined;
  /** What `stages:` names, as written; undefined where it names nothing. */
  readonly stages: readonly Located<string>[] | undefined;
  readonly draft: boolean;
  readonly attendance: Attendance;
  readonly contact: Contact | undefined;
  readonly closed: Closure | undefined;
  /** `language:`, lower case. */
  readonly language: string | undefined;
}
