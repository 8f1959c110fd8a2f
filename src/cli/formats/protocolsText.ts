import { setDemand } from '../../core/describe/demands';
import { message, type Titles, titleIn } from '../../core/message';
import type { Section, Stage } from '../../core/protocol/schema';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { type Paint, visible } from '../terminal';
import type { ListedProtocol } from './protocolsJson';

/** The protocols for people: a line each, and below it what it needs; a star marks what is required. */
export function formatProtocolsText(listed: readonly ListedProtocol[], paint: Paint): string {
  return listed.map(each => `${blockOf(each, paint).join('\n')}\n`).join('\n');
}

function blockOf({ protocol, file }: ListedProtocol, paint: Paint): readonly string[] {
  const { id, title, fields, stages, atLeast } = protocol;
  const origin = file === undefined ? render(message('protocols.builtin')) : visible(file);
  const named = fields.map(field => `${field.id}${field.required ? '*' : ''}`).join(', ');
  return [
    `${paint('bold', visible(id))}  ${name(title)}  ${paint('dim', `${origin} · ${Object.keys(title).join(', ')}`)}`,
    ...(named === '' ? [] : [`  ${visible(render(message('protocols.fields', { fields: named })))}`]),
    ...stages.flatMap(stageLines),
    ...atLeast.map(set => `  ${visible(render(setDemand(set, stages)))}`),
  ];
}

function stageLines({ title, required, sections, atLeast }: Stage): readonly string[] {
  const star = required ? '*' : '';
  return [
    `  ${name(title)}${star}${sections.length === 0 ? '' : `: ${sections.map(sectionName).join(', ')}`}`,
    ...atLeast.map(set => `    ${visible(render(setDemand(set, sections)))}`),
  ];
}

function sectionName({ title, required }: Section): string {
  return `${name(title)}${required === true ? '*' : ''}`;
}

function name(titles: Titles): string {
  return visible(titleIn(titles, interfaceLanguage()));
}
