import { fieldWriting } from '../change/fieldEdits';
import { insertAll, insertSection, insertStage } from '../change/insertion';
import { message } from '../message';
import { fittingFormat } from '../note/fittingFormat';
import type { Note, StageRegion } from '../note/note';
import { formatTitled } from '../protocol/formatNames';
import type { Section, Stage } from '../protocol/schema';
import { unitWords } from '../protocol/unit';
import { plainText } from '../text/plainText';
import { useHeading } from './headingFixes';
import type { Fix } from './problem';
import type { RuleContext } from './rule';
import type { SectionMending } from './rules/missingSection';
import type { StageMending } from './rules/missingStage';

/** No more fixes of one kind are offered. */
const MOST_OFFERED = 8;

/** What mends that stages are missing. */
export const stageMending: StageMending = {
  ofAll: fixesTogether,
  ofOne: (stage, context) => [
    ...titledFormat(context.note),
    insertion(stage, context),
    ...headingFixes([stage], context),
    ...markingDraft(context.note),
  ],
  ofSet: (absent, context) => absent.map(stage => insertion(stage, context)),
};

/** What mends that sections are missing. */
export const sectionMending: SectionMending = (region, sections, context) =>
  sections.map(section => sectionInsertion(region, section, context));

function sectionInsertion(region: StageRegion, section: Section, { note, language }: RuleContext): Fix {
  const { edits, caret } = insertSection(note, region, section, language);
  const title = message('fix.insert-section', { section: section.title });
  return { title, safety: 'suggestion', edits, caret };
}

function fixesTogether(stages: readonly Stage[], context: RuleContext): readonly Fix[] {
  const { note, language } = context;
  const all = insertAll(
    note,
    stages.map(stage => ({ stage })),
    language,
  );
  const insertions: readonly Fix[] = stages.map(stage => insertion(stage, context));
  const insertingAll: Fix = {
    title: message('fix.insert-stages', { ...unitWords(note.protocol?.protocol) }),
    safety: 'suggestion',
    edits: all.flatMap(({ edits }) => edits),
    ...(all[0] !== undefined && { caret: all[0].caret }),
  };
  return [
    ...titledFormat(note),
    ...onlyThese(note),
    ...(stages.length > 1 ? [insertingAll] : []),
    ...insertions.slice(0, MOST_OFFERED),
    ...headingFixes(stages, context),
    ...markingDraft(note),
  ];
}

function insertion(stage: Stage, { note, language }: RuleContext): Fix {
  const { edits, caret } = insertStage(note, stage, language);
  const title = message('fix.insert-stage', { stage: stage.title, ...unitWords(note.protocol?.protocol) });
  return { title, safety: 'suggestion', edits, caret };
}

/** Says in the front matter that the session was about the stages that the note has. */
function onlyThese(note: Note): readonly Fix[] {
  const present = new Set(note.stages.map(({ stage }) => stage.id));
  const ids = note.protocol?.protocol.stages.map(({ id }) => id).filter(id => present.has(id)) ?? [];
  const edit = fieldWriting(note, 'stages', `[${ids.join(', ')}]`);
  return edit === undefined || ids.length === 0
    ? []
    : [
        {
          title: message('fix.only-these-stages', { ...unitWords(note.protocol?.protocol) }),
          safety: 'suggestion',
          edits: [edit],
        },
      ];
}

/** The format that the note has all parts of, or that its first line names, where the note says none: another one was only taken for granted. */
function titledFormat(note: Note): readonly Fix[] {
  const { frontMatter, protocolId } = note;
  if (frontMatter.protocols.length > 0) return [];
  const id = formatInTitle(note) ?? fittingFormat(note);
  const edit = id === undefined || id === protocolId ? undefined : fieldWriting(note, 'protocol', id);
  if (edit === undefined) return [];
  const value = `protocol: ${id}`;
  return [{ title: message('fix.use-value', { value }), safety: 'suggestion', edits: [edit] }];
}

/** What parts the name of a format from the client and the day in a title. */
const PARTING = /[,;|·:]| [-\u2013\u2014] |\s+(?=[#\d])/;

function formatInTitle({ outline, context }: Note): string | undefined {
  const [first] = outline.blocks;
  const line =
    first?.kind === 'heading' ? first.title : first?.kind === 'paragraph' ? first.lines[0]?.text : undefined;
  const title = plainText(line ?? '');
  for (const part of [title, ...title.split(PARTING)]) {
    const id = formatTitled(part, context.protocols);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A draft shows what it lacks as hints. */
function markingDraft(note: Note): readonly Fix[] {
  if (note.frontMatter.draft) return [];
  const edit = fieldWriting(note, 'status', 'draft');
  return edit === undefined
    ? []
    : [{ title: message('fix.mark-draft'), safety: 'suggestion', edits: [edit] }];
}

/** The headings with words below them that name nothing may be those of the stages. */
function headingFixes(stages: readonly Stage[], context: RuleContext): readonly Fix[] {
  const headings = context.note.unnamed.filter(({ hasWords, asked }) => hasWords && asked.length === 0);
  return headings
    .flatMap(({ heading }) => stages.flatMap(stage => useHeading(heading, stage, context, false)))
    .slice(0, MOST_OFFERED);
}
