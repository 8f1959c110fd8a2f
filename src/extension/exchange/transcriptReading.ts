import * as vscode from 'vscode';
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
import { runYielding } from '../services/tools/yielding';

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
      const title = render(message('import.columns-title', { column }));
      const picked = await vscode.window.showQuickPick(kinds, { title });
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
    const title = render(message('import.tiers-title'));
    const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true });
    if (picked === undefined) return false;
    this.#tiers = picked.map(({ label }) => label);
    await this.#read();
    return true;
  }

  async #askForLeniency(): Promise<boolean> {
    const { faults, cues } = this.transcript;
    const count = cues.filter(({ isLoose }) => isLoose === true).length;
    if (faults.length === 0 || count === 0) return true;
    const goOn = render(message('import.import-anyway'));
    const detail = faults
      .slice(0, 3)
      .map(({ line, reason }) => `${line === undefined ? '' : `${line + 1}: `}${render(reason)}`)
      .join('\n');
    const question = render(message('import.would-be-nobodys', { count }));
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, goOn);
    this.isLenient = answer === goOn;
    return this.isLenient;
  }
}
