import { fieldWriting } from '../../change/fieldEdits';
import { insertAll, insertStage, stageInsertionPlace } from '../../change/insertion';
import { message } from '../../message';
import { frontMatterRange, markRange, type Note, stageDemand } from '../../note/note';
import { formatTitled } from '../../protocol/formatNames';
import type { Stage } from '../../protocol/schema';
import { unitWords } from '../../protocol/unit';
import { mayBePartial } from '../gaps';
import { useHeading } from '../headingFixes';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';
import { unmetStageSets } from '../unmetSets';

/** No more fixes of one kind are offered. */
const MOST_OFFERED = 8;

/** A required stage that nothing names, or a set of stages of which the note has too few. */
export const missingStage: Rule = {
  id: 'missing-stage',
  check(context) {
    const { missingStages } = context.gaps;
    const isOne = context.together && missingStages.length > 0 && mayBePartial(context.note);
    const single = isOne
      ? [togetherOf(missingStages, context)]
      : missingStages.map(stage => findingOf(stage, context));
    return [...single, ...setFindings(context)];
  },
};

function setFindings({ note, gaps, language }: RuleContext): readonly Finding[] {
  if (stageDemand(note) !== 'full') return [];
  return unmetStageSets(note, gaps).map(({ count, terms, absent }) => ({
    message: message('problem.missing-stage.of-set', {
      count,
      stages: terms.map(({ title }) => title),
      ...unitWords(note.protocol?.protocol),
    }),
    range: frontMatterRange(note),
    gap: true,
    fixes: () => absent.map(stage => insertion(stage, note, language)),
  }));
}

/** All that is absent, as one question: the session may not have been about it. */
function togetherOf(stages: readonly Stage[], context: RuleContext): Finding {
  const { note } = context;
  return {
    message: message('problem.missing-stage.together', { stages: stages.map(({ title }) => title) }),
    range: frontMatterRange(note),
    gap: true,
    // It asks; what is written is well written.
    maxSeverity: 'warning',
    fixes: () => fixesTogether(stages, context),
  };
}

function fixesTogether(stages: readonly Stage[], context: RuleContext): readonly Fix[] {
  const { note, language } = context;
  const all = insertAll(
    note,
    stages.map(stage => ({ stage })),
    language,
  );
  const insertions: readonly Fix[] = stages.map(stage => insertion(stage, note, language));
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

function findingOf(stage: Stage, context: RuleContext): Finding {
  const { note, language } = context;
  const { after } = stageInsertionPlace(note, stage);
  // In a transcript only a person can say where a stage began.
  const isTranscript = note.frontMatter.kind === 'transcript';
  return {
    message: message('problem.missing-stage', { stage: stage.title, ...unitWords(note.protocol?.protocol) }),
    range: after === undefined ? frontMatterRange(note) : markRange(after),
    stage: stage.id,
    gap: true,
    fixes: () => {
      if (isTranscript) return [];
      return [
        ...titledFormat(note),
        insertion(stage, note, language),
        ...headingFixes([stage], context),
        ...markingDraft(note),
      ];
    },
    ...(isTranscript && { maxSeverity: 'info' }),
  };
}

function insertion(stage: Stage, note: RuleContext['note'], language: string): Fix {
  const { edits, caret } = insertStage(note, stage, language);
  const title = message('fix.insert-stage', { stage: stage.title, ...unitWords(note.protocol?.protocol) });
  return { title, safety: 'suggestion', edits, caret };
}

/** Says in the front matter that the session was about the stages that the note has. */
function onlyThese(note: Note): readonly Fix[] {
  const present = new Set(note.stages.map(({ stage }) => stage.id));
  const ids = note.protocol?.protocol.stages.map(({ id }) => id).filter(id => present.has(id)) ?? [];
  const edit = fieldWriting(note, 'stages', `[${ids.join(', ')}]`);
  return edit === undefined
    ? []
    : [
        {
          title: message('fix.only-these-stages', { ...unitWords(note.protocol?.protocol) }),
          safety: 'suggestion',
          edits: [edit],
        },
      ];
}

/** The format that the first line names in full, where the note says none: another one was only taken for granted. */
function titledFormat(note: Note): readonly Fix[] {
  const { frontMatter, outline, protocolId, context } = note;
  const [first] = outline.blocks;
  const title =
    first?.kind === 'heading' ? first.title : first?.kind === 'paragraph' ? first.lines[0]?.text : '';
  if (frontMatter.protocols.length > 0 || title === undefined) return [];
  const id = formatTitled(title, context.protocols);
  const edit = id === undefined || id === protocolId ? undefined : fieldWriting(note, 'protocol', id);
  if (edit === undefined) return [];
  const value = `protocol: ${id}`;
  return [{ title: message('fix.use-value', { value }), safety: 'suggestion', edits: [edit] }];
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
