import { message } from '../../core/message';
import type { TranscriptProfile } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import { element } from '../picture/element';
import { codeName, roleName, stageName } from './texts';

/** The tables that say what the pictures show: codes in each stage, and who says how much in each. */
export function profileTables(profile: TranscriptProfile): readonly HTMLTableElement[] {
  return [codesTable(profile), talkTable(profile)];
}

function codesTable({ codes, stages }: TranscriptProfile): HTMLTableElement {
  const total = render(message('picture.total'));
  const rows = codes.map(code => {
    const sum = code.counts.reduce((all, count) => all + count, 0);
    return rowOf(`${codeName(code)} (#${code.code})`, [...code.counts, sum]);
  });
  const heading = headingOf(render(message('picture.code')), [...stages.map(stageName), total]);
  return tableOf(render(message('picture.frequencies')), heading, rows);
}

function talkTable({ stages, roles }: TranscriptProfile): HTMLTableElement {
  const heading = headingOf(render(message('picture.stage')), [
    render(message('picture.turn-count')),
    ...roles.map(role => render(message('picture.words-of', { role: roleName(role) }))),
  ]);
  const rows = stages.map(stage => rowOf(stageName(stage), [stage.turns, ...stage.words]));
  return tableOf(render(message('picture.talk')), heading, rows);
}

function tableOf(
  caption: string,
  heading: HTMLTableRowElement,
  rows: readonly HTMLTableRowElement[],
): HTMLTableElement {
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, heading),
    element('tbody', {}, ...rows),
  );
}

function headingOf(corner: string, columns: readonly string[]): HTMLTableRowElement {
  return element('tr', {}, ...[corner, ...columns].map(words => element('th', { scope: 'col' }, words)));
}

function rowOf(name: string, values: readonly number[]): HTMLTableRowElement {
  const cells = values.map(value => element('td', {}, String(value)));
  return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
}
