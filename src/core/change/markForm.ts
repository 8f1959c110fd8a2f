import { type Titles, titleIn } from '../message';
import type { Mark } from '../note/outline';
import type { Section, Stage } from '../protocol/schema';
import { onOneLine } from '../text/onOneLine';
import { plainText } from '../text/plainText';

const DEEPEST_LEVEL = 6;

/** How stages and sections are marked where something is to be written: by headings of a level, or by labels. */
export type MarkForm =
  | { readonly kind: 'heading'; readonly level: number }
  | {
      readonly kind: 'label';
      readonly isBold: boolean;
      readonly isLetter: boolean;
      /** What the labels stand behind, such as `- `; empty where they begin paragraphs. */
      readonly bullet: string;
    };

/** The form of a heading; `level` is 1 to 6. */
export function headingForm(level: number): MarkForm {
  return { kind: 'heading', level };
}

/** The form that a mark has. */
export function formOf(mark: Mark): MarkForm {
  if (mark.kind === 'heading') return headingForm(mark.level);
  const { isBold, title, item } = mark;
  const bullet = item === undefined || item.bullet === '' ? '' : `${item.bullet} `;
  return { kind: 'label', isBold, isLetter: isLetter(plainText(title)), bullet };
}

/** The form where what belongs to the mark is parted from it by blank lines, which would take it out of a list item. */
export function formOfParagraphs(mark: Mark): MarkForm {
  const form = formOf(mark);
  return form.kind === 'label' ? { ...form, bullet: '' } : form;
}

/** The form of what stands below: headings are one level deeper as far as Markdown has one, labels bold words. */
export function formBelow(form: MarkForm): MarkForm {
  if (form.kind === 'label') return { kind: 'label', isBold: true, isLetter: false, bullet: form.bullet };
  return headingForm(Math.min(form.level + 1, DEEPEST_LEVEL));
}

/** The source of a mark that names a stage or section in a language; where letters do, its letter if it has one. */
export function markLine(term: Stage | Section, language: string, form: MarkForm): string {
  const letter = form.kind === 'label' && form.isLetter ? letterOf(term, language) : undefined;
  return markOf(letter ?? titleIn(term.title, language), form);
}

/** A title as it stands in a mark, on one line. */
export function markTitle(titles: Titles, language: string): string {
  return onOneLine(titleIn(titles, language));
}

/** The source of a mark with this title. */
export function markOf(title: string, form: MarkForm): string {
  const words = onOneLine(title);
  if (form.kind === 'heading') return `${'#'.repeat(form.level)} ${words}`;
  return form.bullet + (form.isBold ? `**${words}:**` : `${words}:`);
}

function letterOf({ aliases }: Stage | Section, language: string): string | undefined {
  return [...(aliases[language] ?? []), ...Object.values(aliases).flat()].find(isLetter);
}

function isLetter(text: string): boolean {
  return [...text].length === 1;
}
