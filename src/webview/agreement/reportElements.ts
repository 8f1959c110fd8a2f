import { element } from '../picture/element';
import type { LineTarget, ShownCell, ShownReport, ShownSection, ShownTable } from './messages';

/** A report as the page shows it: headings, paragraphs and tables; what leads to a line is given to `open`. */
export function reportElements(
  { title, lines, sections }: ShownReport,
  open: (target: LineTarget) => void,
): readonly HTMLElement[] {
  return [
    element('h1', {}, title),
    ...lines.map(line => element('p', {}, line)),
    ...sections.flatMap((section, at) => sectionElements(section, `section-${at}`, open)),
  ];
}

function sectionElements(
  { title, lines, table }: ShownSection,
  id: string,
  open: (target: LineTarget) => void,
): readonly HTMLElement[] {
  return [
    element('h2', { id }, title),
    ...lines.map(line => element('p', {}, line)),
    ...(table === undefined ? [] : [tableElement(table, id, open)]),
  ];
}

/** A table that is wider than the page is scrolled by itself, by keys too. */
function tableElement(
  { head, rows }: ShownTable,
  titleId: string,
  open: (target: LineTarget) => void,
): HTMLElement {
  const heads = head.map(text => element('th', { scope: 'col' }, text));
  const table = element(
    'table',
    { 'aria-labelledby': titleId },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows.map(row => rowElement(row, open))),
  );
  return element('div', { class: 'wide', role: 'region', tabindex: '0', 'aria-labelledby': titleId }, table);
}

/** What a row is about stands first in it, unless it leads somewhere: then it is one place among others. */
function rowElement(cells: readonly ShownCell[], open: (target: LineTarget) => void): HTMLElement {
  const made = cells.map(({ text, target }, at) => {
    if (target !== undefined)
      return element(
        'td',
        {},
        link(text, () => open(target)),
      );
    return at === 0 ? element('th', { scope: 'row' }, text) : element('td', {}, text);
  });
  return element('tr', {}, ...made);
}

function link(text: string, follow: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'link' }, text);
  made.addEventListener('click', follow);
  return made;
}
