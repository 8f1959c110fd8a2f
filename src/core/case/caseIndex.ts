import type { ProtocolSet } from '../protocol/protocolSet';
import { compareCodePoints } from '../text/codePointOrder';
import { buildCase } from './buildCase';
import type { Case } from './case';
import type { CaseNote } from './caseNote';
import { caseKeys } from './clientKey';
import { KeptTexts } from './keptTexts';
import { isSameData } from './sameData';

/**
 * The notes of one root as cases. Every change tells the keys of the cases that it concerns, those that it
 * empties included; a case is folded when it is asked for and kept until one of its notes changes, so that a
 * changed note costs its own cases alone. The same notes give the same cases, whatever led to them.
 */
export class CaseIndex {
  /** The texts of its notes. */
  readonly kept = new KeptTexts();
  #protocols: ProtocolSet;
  readonly #onFold: () => void;
  readonly #notes = new Map<string, CaseNote>();
  readonly #notesByKey = new Map<string, Map<string, CaseNote>>();
  readonly #folded = new Map<string, Case>();
  #sortedKeys: readonly string[] | undefined;

  /** `onFold` is told whenever a case is folded. */
  constructor(protocols: ProtocolSet, onFold: () => void = () => undefined) {
    this.#protocols = protocols;
    this.#onFold = onFold;
  }

  /** How many notes there are. */
  get size(): number {
    return this.#notes.size;
  }

  /** Adds a note, in place of the one with its path. One that says the same as that concerns no case. */
  set(note: CaseNote): readonly string[] {
    if (isSameData(this.#notes.get(note.path), note)) return [];
    const left = this.delete(note.path);
    this.#notes.set(note.path, note);
    const joined = caseKeys(note.clients);
    for (const key of joined) this.#notesOf(key).set(note.path, note);
    return this.#changed([...left, ...joined]);
  }

  /** Removes the note at `path`, if there is one. */
  delete(path: string): readonly string[] {
    const note = this.#notes.get(path);
    if (note === undefined) return [];
    this.#notes.delete(path);
    const keys = caseKeys(note.clients);
    for (const key of keys) this.#removeFrom(key, path);
    return this.#changed(keys);
  }

  /** Folds everything by other protocols from now on; the notes themselves are the caller's to parse anew. */
  setProtocols(protocols: ProtocolSet): readonly string[] {
    this.#protocols = protocols;
    return this.#changed([...this.#notesByKey.keys()]);
  }

  /** The note at `path`. */
  note(path: string): CaseNote | undefined {
    return this.#notes.get(path);
  }

  /** The case with this key (see `clientKey`). */
  get(key: string): Case | undefined {
    const notes = this.#notesByKey.get(key);
    if (notes === undefined) return undefined;
    const known = this.#folded.get(key);
    if (known !== undefined) return known;
    const folded = buildCase(key, notes.values(), this.#protocols);
    this.#folded.set(key, folded);
    this.#onFold();
    return folded;
  }

  /** The cases of the note at `path`: several when it names several clients, none when there is no such note. */
  casesOf(path: string): readonly Case[] {
    const note = this.#notes.get(path);
    return note === undefined ? [] : this.#casesWith(caseKeys(note.clients));
  }

  /** All cases by client as clients compare, by code point; the case without client first. */
  cases(): readonly Case[] {
    this.#sortedKeys ??= [...this.#notesByKey.keys()].sort(compareCodePoints);
    return this.#casesWith(this.#sortedKeys);
  }

  #casesWith(keys: readonly string[]): readonly Case[] {
    return keys.flatMap(key => this.get(key) ?? []);
  }

  #notesOf(key: string): Map<string, CaseNote> {
    const known = this.#notesByKey.get(key);
    if (known !== undefined) return known;
    const notes = new Map<string, CaseNote>();
    this.#notesByKey.set(key, notes);
    this.#sortedKeys = undefined;
    return notes;
  }

  #removeFrom(key: string, path: string): void {
    const notes = this.#notesByKey.get(key);
    if (notes === undefined) return;
    notes.delete(path);
    if (notes.size > 0) return;
    this.#notesByKey.delete(key);
    this.#sortedKeys = undefined;
  }

  #changed(keys: readonly string[]): readonly string[] {
    for (const key of keys) this.#folded.delete(key);
    return [...new Set(keys)];
  }
}
