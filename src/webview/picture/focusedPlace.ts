/**
 * Remembers what has the focus in the page, which is drawn anew when the case changes, and gives what puts the focus
 * back on what has taken its place.
 */
export function focusedPlace(main: HTMLElement): () => void {
  const focused = document.activeElement;
  if (focused === null || !main.contains(focused)) return () => undefined;
  const cell = focused.closest<HTMLTableCellElement>('td, th');
  if (cell !== null) return placeInTable(main, cell);
  const selector = '.tools button, .scroller > svg';
  const at = [...main.querySelectorAll(selector)].indexOf(focused);
  return () => focus([...main.querySelectorAll(selector)][at]);
}

function placeInTable(main: HTMLElement, cell: HTMLTableCellElement): () => void {
  const row = cell.closest('tr')?.rowIndex ?? 0;
  const { cellIndex } = cell;
  return () => focus(main.querySelector('table')?.rows[row]?.cells[cellIndex]?.querySelector('button'));
}

function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}
