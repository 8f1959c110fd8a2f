import { languages } from '../language/languages';
import { textByLanguage } from '../language/languageWords';
import { type Titles, titleIn } from '../message';
import { withoutComments } from '../note/comments';
import type { Prompts } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { onOneLine } from '../text/onOneLine';
import { formBelow, type MarkForm, markLine } from './markForm';

/** The lines of a stage or section that is yet to be written; its prompt is among them only where prompts are comments. */
export interface Template {
  /** Without line ends: marks, prompts as HTML comments if any, and empty lines to write on. */
  readonly lines: readonly string[];
  /** The indices of the lines to write on, in order; never empty. */
  readonly writingLines: readonly number[];
}

/** A section. */
export function sectionTemplate(
  section: Section,
  language: string,
  form: MarkForm,
  prompts: Prompts = 'ghost',
): Template {
  return templateOf(section, language, form, prompts);
}

/** A stage with the sections that it must have. */
export function stageTemplate(
  stage: Stage,
  language: string,
  form: MarkForm,
  prompts: Prompts = 'ghost',
): Template {
  const sections = stage.sections
    .filter(section => section.required === true)
    .map(section => sectionTemplate(section, language, formBelow(form), prompts));
  if (sections.length === 0) return templateOf(stage, language, form, prompts);
  return joinTemplates([{ lines: [markLine(stage, language, form)], writingLines: [] }, ...sections]);
}

/** A mark, its prompt where it is written, and a line to write on. */
function templateOf(term: Stage | Section, language: string, form: MarkForm, prompts: Prompts): Template {
  const isWritten = prompts === 'comments' && term.prompt !== undefined;
  const prompt = isWritten ? [promptComment(titleIn(term.prompt, language))] : [];
  const lines = [markLine(term, language, form), '', ...prompt, ''];
  return { lines, writingLines: [lines.length - 1] };
}

/** The templates one after the other, a blank line between each two. */
export function joinTemplates(templates: readonly Template[]): Template {
  const lines: string[] = [];
  const writingLines: number[] = [];
  for (const template of templates) {
    if (lines.length > 0) lines.push('');
    writingLines.push(...template.writingLines.map(index => index + lines.length));
    lines.push(...template.lines);
  }
  return { lines, writingLines };
}

/** A text without the comments that are the prompt of `term`, in whatever language; every other one is the user's. */
export function withoutPrompt(text: string, { prompt = {} }: Stage | Section): string {
  const prompts = new Set(Object.values(prompt).map(each => promptComment(each)));
  return prompts.size === 0 ? text : withoutComments(text, comment => prompts.has(onOneLine(comment)));
}

/** A prompt as a comment; two hyphens in a row would end it early, so a dash stands for them. */
function promptComment(prompt: string): string {
  return `<!-- ${onOneLine(prompt).replace(/-{2,}/g, '–')} -->`;
}

const otherwise = textByLanguage(languages, ({ session }) => session);

/** What a session is called in the text of notes: the title of the protocol's field `session`, if it has one. */
export function sessionTitle({ protocol }: CompiledProtocol): Titles {
  return protocol.fields.find(({ id }) => id === 'session')?.title ?? otherwise;
}
