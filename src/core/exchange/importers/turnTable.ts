import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import type { CueCoding } from './codedWords';
import { type Source, type SourceTable, withRowsJoined } from './containers/source';
import {
  type Claim,
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import { namesBehind } from './plainSpeakers';
import {
  isAnnouncement,
  isOfName,
  labelledLine,
  labelSize,
  speakersAmong,
  withoutColon,
} from './speakerLabel';
import { codesInCell, timesOfCell } from './tableCells';
import { type Columns, columnsOf } from './tableColumns';
import { namesWithoutNumbers } from './turnNumbers';

/**
 * Reads tables of turns, as reports of counseling sessions print them and researchers keep them: a column with the
 * speaker and one with the words, a column for each speaker (`Konselor`, `Pernyataan konseli`, `Respons konselor`) read
 * from left to right, or one column whose cells begin with `Name:`. Columns of times, techniques and stages are kept;
 * others are left out. Lines above the tables belong to nobody, lines below them are left out.
 */
export function* readTurnTables(given: Source, context: ImportContext): Steps<ImportedTranscript> {
  const source = withRowsJoined(given);
  const tables = new TurnTables(source, context);
  const firstOf = new Map(
    source.tables.flatMap(table => (table[0]?.[0] === undefined ? [] : [[table[0][0], table]])),
  );
  const inTables = new Set(source.tables.flat(2));
  for (const at of source.pieces.keys()) {
    const table = firstOf.get(at);
    if (table !== undefined) tables.takeTable(table);
    else if (!inTables.has(at)) tables.takeLoose(at);
    yield;
  }
  return tables.finished();
}

const nobody = { start: undefined, end: undefined, speaker: undefined };

/** Whether any of the tables of a file is one of turns. */
export function hasTurnTables(source: Source, context: ImportContext): boolean {
  const { tables, pieces } = withRowsJoined(source);
  const textOf = (at: number): string => pieces[at]?.text ?? '';
  return tables.some(
    table =>
      columnsOf(
        table.map(row => row.map(textOf)),
        context,
      ) !== undefined,
  );
}

class TurnTables {
  readonly #source: Source;
  readonly #context: ImportContext;
  readonly #cues: Cue[] = [];
  readonly #preamble: string[] = [];
  readonly #claims: Claim[] = [];
  readonly #faults: ImportFault[] = [];
  readonly #remarks: ImportFault[] = [];
  #stage = '';
  #isStageOpen = false;

  constructor(source: Source, context: ImportContext) {
    this.#source = source;
    this.#context = context;
  }

  takeLoose(at: number): void {
    const text = this.#text(at).trim();
    if (text === '') return;
    if (this.#cues.length === 0 && namesBehind(text) > 0) this.#claim(at, message('import.left.attendees'));
    else if (this.#cues.length === 0) this.#preamble.push(text);
    else this.#claim(at, message('import.left.outside-table'));
  }

  /** A row beside the turns; where its title is that of somebody's name, the name goes with it. */
  #takeLooseRow(row: readonly number[]): void {
    const isOfSomebody = isOfName(withoutColon(this.#text(row[0]).trim()));
    if (isOfSomebody && this.#cues.length === 0)
      for (const at of row) this.#claim(at, message('import.left.attendees'));
    else for (const at of row) this.takeLoose(at);
  }

  takeTable(table: SourceTable): void {
    const columns = this.#isOfHead(table) ? undefined : this.#columnsOf(table);
    const first = table[0]?.[0] ?? 0;
    if (columns === undefined) {
      const isAfter = this.#cues.length > 0;
      if (!isAfter && this.#source.tables.length === 1)
        this.#faults.push({
          line: this.#source.pieces[first]?.line ?? 0,
          reason: message('import.no-columns'),
        });
      for (const row of table) this.#takeLooseRow(row);
      return;
    }
    if (columns.hasHeader) for (const at of table[0] ?? []) this.#claim(at, message('import.left.head'));
    const rows = columns.hasHeader ? table.slice(1) : table;
    const speakers = columns.kind === 'labelled' ? this.#labelsIn(rows, columns) : new Set<string>();
    const width = columns.hasHeader ? (table[0]?.length ?? 0) : Number.POSITIVE_INFINITY;
    const nameIn = (row: readonly number[]): string =>
      withoutColon(this.#text(row[columns.speaker ?? -1]).trim());
    const bases = namesWithoutNumbers(rows.map(nameIn), this.#context);
    for (const [at, row] of rows.entries()) {
      this.#takeRow(row.slice(0, width), columns, speakers, bases.get(at) ?? nameIn(row));
      this.#takeBeyond(row.slice(width));
    }
  }

  #columnsOf(table: SourceTable): Columns | undefined {
    return columnsOf(
      table.map(row => row.map(at => this.#text(at))),
      this.#context,
    );
  }

  /** Whether a table above one of turns has a title in each row and what it is: `Nama konseli`, `Kelas`. */
  #isOfHead(table: SourceTable): boolean {
    const place = this.#source.tables.indexOf(table);
    const titles = table.map(row => this.#text(row[0]).trim());
    return (
      table.every(row => row.length === 2) &&
      new Set(titles).size === titles.length &&
      titles.some(title => isAnnouncement(withoutColon(title))) &&
      this.#source.tables.slice(place + 1).some(other => this.#columnsOf(other)?.hasHeader === true)
    );
  }

  /** Cells that no title stands above: a comma in words without quotation marks parts them, too. */
  #takeBeyond(cells: readonly number[]): void {
    const said = cells.filter(at => this.#text(at).trim() !== '');
    const line = this.#source.pieces[said[0] ?? -1]?.line;
    if (line === undefined) return;
    this.#faults.push({ line, reason: message('import.more-cells') });
    for (const piece of said)
      this.#cues.push({ ...nobody, words: this.#text(piece).trim(), piece, isLoose: true });
  }

  #text(at: number | undefined): string {
    return at === undefined ? '' : (this.#source.pieces[at]?.text ?? '');
  }

  #claim(piece: number | undefined, as: Claim['as'], text = this.#text(piece), isSure = false): void {
    if (piece !== undefined && text.trim() !== '') this.#claims.push({ piece, text, as, isSure });
  }

  #labelsIn(rows: SourceTable, { words }: Columns): ReadonlySet<string> {
    const lines = rows.flatMap(row => this.#text(row[words[0]?.at ?? -1]).split('\n'));
    const labels = lines.flatMap(line => labelledLine(line.trim()) ?? []);
    return speakersAmong(labels, lines.length, this.#context).names;
  }

  #takeRow(row: readonly number[], columns: Columns, speakers: ReadonlySet<string>, speaker: string): void {
    const from = this.#cues.length;
    const [start, until] = this.#times(row[columns.start ?? -1], columns.unit) ?? [];
    const [end = until] = this.#times(row[columns.end ?? -1], columns.unit) ?? [];
    for (const [index, at] of row.entries()) {
      const column = columns.words.find(each => each.at === index);
      if (index === columns.speaker) this.#takeName(at, speaker);
      else if (column === undefined) this.#takeOther(at, index, columns);
      else this.#takeWords(at, { start, end, speaker: column.speaker ?? (speaker || undefined) }, speakers);
    }
    this.#openStage(columns.stages.map(index => this.#stageOf(row[index])).find(each => each !== undefined));
    this.#placeStage(from);
    for (const index of columns.codes) this.#takeCodes(row[index], from);
  }

  #openStage(stage: string | undefined): void {
    if (stage === undefined || stage === this.#stage) return;
    this.#stage = stage;
    this.#isStageOpen = true;
  }

  /** A stage begins with the first words beside or below it. */
  #placeStage(from: number): void {
    const cue = this.#cues[from];
    if (!this.#isStageOpen || cue === undefined) return;
    this.#cues[from] = { ...cue, stage: this.#stage };
    this.#isStageOpen = false;
  }

  /** The cell of the speaker; behind the name the number of the turn may stand. */
  #takeName(at: number, speaker: string): void {
    const [text = '', number = ''] = this.#text(at)
      .trim()
      .split(/(\s*\d+\s*:?)$/);
    const isNumbered = text.length > 0 && speaker === text.replace(/[ .-]+$/, '');
    this.#claim(at, 'speaker', isNumbered ? text : this.#text(at), true);
    if (isNumbered) this.#claim(at, message('import.left.identifiers'), number);
  }

  /** A cell that holds no words. */
  #takeOther(at: number, index: number, columns: Columns): void {
    if (index === columns.start || index === columns.end)
      this.#claim(
        at,
        this.#times(at, columns.unit) === undefined
          ? quoting('import.left.nearly-time', { time: this.#text(at).trim() })
          : 'time',
      );
    else if (columns.stages.includes(index))
      this.#claim(at, this.#stageOf(at) === undefined ? message('import.left.stages') : 'code');
    else if (!columns.codes.includes(index)) {
      const isNumber = columns.numbers.includes(index) && !/\p{L}{2}/u.test(this.#text(at));
      this.#claim(at, message(isNumber ? 'import.left.identifiers' : 'import.left.columns'));
    }
  }

  #takeWords(
    piece: number,
    cue: Pick<Cue, 'start' | 'end' | 'speaker'>,
    speakers: ReadonlySet<string>,
  ): void {
    if (speakers.size === 0) {
      // A colon between the columns of names and words belongs to neither.
      const words = this.#text(piece).trim().replace(/^:\s*/, '');
      if (words !== '') this.#cues.push({ ...cue, words, piece });
      return;
    }
    let isFirst = true;
    for (const line of this.#text(piece)
      .split('\n')
      .map(each => each.trim())) {
      const label = labelledLine(line);
      const last = this.#cues.at(-1);
      if (line === '') continue;
      if (label !== undefined && speakers.has(label.name)) {
        this.#claim(piece, 'speaker', line.slice(0, labelSize(line, label)));
        this.#cues.push({ ...cue, speaker: label.name, words: label.words, piece });
      } else if (isFirst || last === undefined)
        this.#cues.push({ ...cue, speaker: last?.speaker, words: line, piece });
      else this.#cues[this.#cues.length - 1] = { ...last, words: `${last.words}\n${line}` };
      isFirst = false;
    }
  }

  #times(at: number | undefined, unit: Columns['unit']): readonly number[] | undefined {
    return timesOfCell(this.#text(at), unit);
  }

  #stageOf(at: number | undefined): string | undefined {
    const text = this.#text(at).trim();
    return text === '' ? undefined : this.#context.stageNamed?.(text);
  }

  /** The techniques of a row are the counselor's, whose turn they go to; without one to the last of the row. */
  #takeCodes(at: number | undefined, from: number): void {
    const own = this.#cues.slice(from);
    const counselors = own.findIndex(({ speaker }) => this.#context.isCounselor?.(speaker ?? '') === true);
    const target = from + (counselors < 0 ? own.length - 1 : counselors);
    const cue = this.#cues[target];
    const parts = codesInCell(this.#text(at), this.#context);
    if (at === undefined || this.#text(at).trim() === '') return;
    if (cue === undefined || own.length === 0 || parts === undefined) {
      this.#claim(at, message('import.left.codes'));
      return;
    }
    const range = { start: 0, end: cue.words.length };
    const codings = parts.map(({ code }): CueCoding => ({ range, code, memo: undefined }));
    this.#cues[target] = { ...cue, codings: [...(cue.codings ?? []), ...codings] };
    this.#claim(at, 'code');
    const unknown = parts.filter(({ isKnown }) => !isKnown).map(({ code }) => code);
    if (unknown.length > 0)
      this.#remarks.push({
        line: this.#source.pieces[at]?.line ?? 0,
        reason: message('import.unknown-codes'),
        codes: unknown,
      });
  }

  finished(): ImportedTranscript {
    const { pieces, tables } = this.#source;
    const isEmpty = this.#cues.length === 0 && this.#faults.length === 0;
    const faults = isEmpty ? [{ line: 0, reason: message('import.no-columns') }] : this.#faults;
    const claims = [...this.#claims].sort((a, b) => a.piece - b.piece);
    if (this.#cues.length > 0)
      return {
        ...nothingImported,
        cues: this.#cues,
        preamble: this.#preamble,
        faults,
        claims,
        remarks: this.#remarks,
      };
    const cues = pieces.flatMap(({ text }, piece): readonly Cue[] =>
      text.trim() === '' ? [] : [{ ...nobody, words: text.trim(), piece, isLoose: true }],
    );
    const titles = tables[0]?.[0]?.map(at => this.#text(at).trim()) ?? [];
    return { ...nothingImported, cues, faults, titles: titles.filter(title => title !== '') };
  }
}
