import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import type { MeasureCourse } from '../../core/progress/measureCourse';
import { render } from '../../l10n/catalogue';
import { element } from '../picture/element';
import type { NoteTarget } from '../picture/messages';
import { dotted, type Spot } from '../picture/texts';
import { type CourseRow, gasSpots, measureSpots, sessionSpots } from './courseRows';
import { clientName, measureName, rangeWords } from './texts';

/**
 * All that the pictures show, as a table: a column for each session, a row for each stage, goal, action and measure, and
 * for the T-score. Places that lead to a note are buttons; one of them takes the Tab key, arrow keys move among them.
 */
export function courseTable(
  progress: CaseProgress,
  rows: readonly CourseRow[],
  open: (target: NoteTarget) => void,
): HTMLTableElement {
  const table = element('table');
  table.createCaption().append(render(message('progress.caption', { client: clientName(progress) })));
  table.createTHead().append(headRow(progress, open));
  for (const group of groupedByStage(rows)) {
    const body = table.createTBody();
    for (const row of group) body.append(courseRow(row, open));
  }
  if (progress.measures.length > 0) {
    const body = table.createTBody();
    for (const course of progress.measures) body.append(measureRow(course, progress, open));
  }
  if (progress.gas.scores.length > 0) table.createTBody().append(scoreRow(progress, open));
  moveByArrows(table);
  return table;
}

function headRow({ sessions }: CaseProgress, open: (target: NoteTarget) => void): HTMLTableRowElement {
  const corner = element('th', { scope: 'col' }, render(message('progress.row-heading')));
  const cells = sessionSpots(sessions).map(spot => element('th', { scope: 'col' }, spotContent(spot, open)));
  return element('tr', {}, corner, ...cells);
}

/** A body for each stage with its goals, so that its name heads them. */
function groupedByStage(rows: readonly CourseRow[]): readonly (readonly CourseRow[])[] {
  const groups: CourseRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (row.kind === 'stage' || group === undefined) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

function courseRow(row: CourseRow, open: (target: NoteTarget) => void): HTMLTableRowElement {
  const heading = element('th', { scope: 'row' }, row.label);
  if (row.facts.length > 0) heading.append(' ', element('small', {}, dotted(row.facts)));
  const cells = row.spots.map((spot, column) => {
    const cell = element('td', {}, spotContent(spot, open));
    if (row.kind === 'goal' && row.standings[column]?.mentioned === false) cell.className = 'as-before';
    return cell;
  });
  return element('tr', { class: row.kind }, heading, ...cells);
}

function measureRow(
  course: MeasureCourse,
  progress: CaseProgress,
  open: (target: NoteTarget) => void,
): HTMLTableRowElement {
  const heading = element('th', { scope: 'row' }, measureName(course));
  heading.append(' ', element('small', {}, dotted(rangeWords(course))));
  const cells = measureSpots(course, progress).map(spot => element('td', {}, spotContent(spot, open)));
  return element('tr', { class: 'stage' }, heading, ...cells);
}

function scoreRow(progress: CaseProgress, open: (target: NoteTarget) => void): HTMLTableRowElement {
  const heading = element('th', { scope: 'row' }, render(message('progress.gas')));
  const cells = gasSpots(progress).map(spot => element('td', {}, spotContent(spot, open)));
  return element('tr', { class: 'stage' }, heading, ...cells);
}

function spotContent({ words, target }: Spot, open: (target: NoteTarget) => void): Node | string {
  if (target === undefined) return words;
  const made = element('button', { type: 'button', tabindex: '-1' }, words);
  made.addEventListener('click', () => open(target));
  return made;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function moveByArrows(table: HTMLTableElement): void {
  table.querySelector('button')?.setAttribute('tabindex', '0');
  table.addEventListener('keydown', event => {
    const step = steps[event.key];
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
    if (step === undefined || cell === null) return;
    const next = nextButton(table, cell, step);
    if (next === undefined) return;
    event.preventDefault();
    table.querySelector('button[tabindex="0"]')?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

/** The nearest button from a cell on in one direction. */
function nextButton(
  table: HTMLTableElement,
  cell: HTMLTableCellElement,
  [rows, columns]: readonly [rows: number, columns: number],
): HTMLButtonElement | undefined {
  const row = cell.closest('tr')?.rowIndex ?? 0;
  for (let step = 1; ; step++) {
    const at = table.rows[row + step * rows]?.cells[cell.cellIndex + step * columns];
    if (at === undefined) return undefined;
    const found = at.querySelector('button');
    if (found !== null) return found;
  }
}
