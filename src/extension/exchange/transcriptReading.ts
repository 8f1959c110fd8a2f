import {
  type ColumnKind,
  columnKinds,
  type ImportedTranscript,
  nothingImported,
} from '../../core/exchange/importers/importedTranscript';
import { importContext } from '../../core/exchange/importers/importTranscript';
import { readTranscriptFile } from '../../core/exchange/importers/readTranscript';
import { message } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import { render } from '../../l10n/catalogue';
import { confirm, pickMany, pickOne } from '../services/dialogs';
import { runYielding } from '../services/tools/yielding';
import { inEditor } from './editorRemarks';

/**
 * The reading of one file, which asks what the file does not tell: what the columns of a table hold, which tiers are
 * speech, and whether words that cannot be told to be anybody's become nobody's.
 */
export class TranscriptReading {
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #protocol: Protocol;
  readonly #named: string[] = [];
  #tiers: readonly string[] = [];
  #columns: ReadonlyMap<string, ColumnKind> = new Map();
  transcript: ImportedTranscript = nothingImported;
  isLenient = false;

  constructor(name: string, bytes: Uint8Array, protocol: Protocol) {
    this.#name = name;
    this.#bytes = bytes;
    this.#protocol = protocol;
  }

  /** Reads the file and asks; false where the user left a question. */
  async ask(): Promise<boolean> {
    await this.#read();
    return (await this.#askForColumns()) && (await this.#askForTiers()) && (await this.#askForLeniency());
  }

  /** Reads the file again with one more name that is a speaker's. */
  async declare(name: string): Promise<ImportedTranscript> {
    this.#named.push(name);
    await this.#read();
    return this.transcript;
  }

  async #read(): Promise<void> {
    const wishes = { tiers: this.#tiers, columns: this.#columns };
    const context = importContext(this.#protocol, this.#named, wishes);
    this.transcript = await runYielding(readTranscriptFile(this.#name, this.#bytes, context));
  }

  /** Of a table of which it cannot be told what its columns hold. */
  async #askForColumns(): Promise<boolean> {
    const { titles } = this.transcript;
    if (titles.length === 0) return true;
    const columns = new Map<string, ColumnKind>();
    const kinds = columnKinds.map(kind => ({ holds: kind, label: render(message(`import.column.${kind}`)) }));
    for (const column of titles) {
      const picked = await pickOne(kinds, { title: message('import.columns-title', { column }) });
      if (picked === undefined) return false;
      columns.set(column, picked.holds);
    }
    this.#columns = columns;
    await this.#read();
    return true;
  }

  /** Of a file in which some tiers were left out. */
  async #askForTiers(): Promise<boolean> {
    const { tiers } = this.transcript;
    if (tiers.every(({ isSpoken }) => isSpoken)) return true;
    const items = tiers.map(({ name, isSpoken }) => ({ label: name, picked: isSpoken }));
    const picked = await pickMany(items, { title: message('import.tiers-title') });
    if (picked === undefined) return false;
    this.#tiers = picked.map(({ label }) => label);
    await this.#read();
    return true;
  }

  async #askForLeniency(): Promise<boolean> {
    const { faults, cues } = this.transcript;
    const count = cues.filter(({ isLoose }) => isLoose === true).length;
    if (faults.length === 0 || count === 0) return true;
    const detail = faults
      .slice(0, 3)
      .map(({ line, reason }) => `${line === undefined ? '' : `${line + 1}: `}${render(inEditor(reason))}`)
      .join('\n');
    const question = message('import.would-be-nobodys', { count });
    const button = message('import.import-anyway');
    this.isLenient = await confirm({ weight: 'warning', question, detail, button });
    return this.isLenient;
  }
}
