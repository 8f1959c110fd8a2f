import { sectionInsertionPlace, stageInsertionPlace } from '../change/insertionPlace';
import { sectionTemplate, stageTemplate, type Template } from '../change/template';
import { line, optionalLine } from '../describe/line';
import { type Message, message, type Titles, titleIn } from '../message';
import type { Note, StageRegion } from '../note/note';
import type { CaretLine } from '../note/placeAt';
import { isAskedOfNote, type Section, type Stage, stepsOf } from '../protocol/schema';
import { unitWords } from '../protocol/unit';
import { currentStage } from './currentStage';
import { furtherStages, insertableStages, repeatableSections, repeatableStages } from './insertableHeadings';
import { nextFirst } from './nextFirst';
import type { OfferKind, UnplacedOffer } from './offer';
import { templateSnippet } from './snippet';

const HASHES = /^ {0,3}(#+)/;
const LABEL = /^(?:\*\*|__)/;

/**
 * What a heading on the caret's line may be: the next missing stage, then the missing sections of the stage at the
 * caret, then the other missing stages, and last those that are not asked of the note. Sections come first where a stage heading would be out of place: after
 * more hashes than the stage has, and before other sections of the stage, which it would cut off. What may recur comes
 * after what is missing.
 */
export function headingOffers(note: Note, caret: CaretLine, language: string): readonly UnplacedOffer[] {
  if (caret.after.trim() !== '') return [];
  const offer = (stage: Stage): UnplacedOffer => stageOffer(note, stage, caret, language);
  const stages = [...missingStages(note, caret), ...repeatableStages(note)].map(offer);
  const further = stagesFrom(note, caret, furtherStages(note, caret.range)).map(offer);
  const current = currentStage(note, caret);
  if (current === undefined) return [...stages, ...further];
  const { region, missing, goesOn } = current;
  const sections = [...missing, ...repeatableSections(region)].map(section =>
    sectionOffer(note, region, section, caret, language),
  );
  const hashes = HASHES.exec(caret.before)?.[1]?.length ?? 0;
  if (goesOn || hashes > region.mark.level) return [...sections, ...stages, ...further];
  return [...stages.slice(0, 1), ...sections, ...stages.slice(1), ...further];
}

/** Whether the caret's line is the heading of a stage or section already. */
export function isKnownHeading({ stages }: Note, { number }: CaretLine): boolean {
  return stages.some(
    ({ mark, sections }) => mark.line === number || sections.some(section => section.mark.line === number),
  );
}

function missingStages(note: Note, caret: CaretLine): readonly Stage[] {
  return stagesFrom(note, caret, insertableStages(note, caret.range));
}

/** The stages from the one that comes after that before the caret. */
function stagesFrom(note: Note, { range }: CaretLine, stages: readonly Stage[]): readonly Stage[] {
  const before = note.stages.filter(({ mark }) => mark.range.start < range.start).at(-1);
  return nextFirst(stages, note.protocol?.protocol.stages ?? [], before?.stage);
}

function stageOffer(note: Note, stage: Stage, caret: CaretLine, language: string): UnplacedOffer {
  const steps = note.protocol === undefined ? [] : stepsOf(note.protocol.protocol);
  const template = stageTemplate(stage, language, stageInsertionPlace(note, stage).form);
  const detail = steps.includes(stage)
    ? message('offer.stage', {
        position: steps.indexOf(stage) + 1,
        count: steps.length,
        ...unitWords(note.protocol?.protocol),
      })
    : message('describe.aside');
  return templateOffer({ kind: 'stage', term: stage, detail, template }, note, caret, language);
}

function sectionOffer(
  note: Note,
  region: StageRegion,
  section: Section,
  caret: CaretLine,
  language: string,
): UnplacedOffer {
  const template = sectionTemplate(section, language, sectionInsertionPlace(note, region, section).form);
  const key = isAskedOfNote(section) ? 'offer.section' : 'offer.optional-section';
  const detail = message(key, { stage: region.stage.title });
  return templateOffer({ kind: 'section', term: section, detail, template }, note, caret, language);
}

interface TemplateOffer {
  readonly kind: OfferKind;
  readonly term: { readonly title: Titles; readonly description?: Titles | undefined };
  readonly detail: Message;
  readonly template: Template;
}

function templateOffer(
  { kind, term, detail, template }: TemplateOffer,
  note: Note,
  caret: CaretLine,
  language: string,
): UnplacedOffer {
  const label = titleIn(term.title, language);
  const preview = line('preview', { words: template.lines.join('\n').trimEnd() });
  return {
    kind,
    label,
    detail,
    documentation: [...optionalLine('text', term.description), preview],
    insert: parted(note, caret, templateSnippet(template)),
    range: caret.range,
    filterText: filterTextOf(caret, label),
  };
}

/** What is typed already, hashes or the emphasis of a label, and the title. */
function filterTextOf({ before }: CaretLine, label: string): string {
  const [emphasis] = LABEL.exec(before) ?? [];
  return emphasis === undefined ? `${HASHES.exec(before)?.[0] ?? ''} ${label}`.trimStart() : emphasis + label;
}

/** The snippet with a blank line before and after it where the note has none. */
function parted({ outline }: Note, { number }: CaretLine, snippet: string): string {
  const { text, lines } = outline;
  const isBlank = (range: { readonly start: number; readonly end: number }) =>
    text.slice(range.start, range.end).replace('\ufeff', '').trim() === '';
  const lead = number === 0 || isBlank(lines.lineRange(number - 1)) ? '' : '\n';
  const tail = isBlank(lines.lineRange(number + 1)) ? '' : '\n';
  return lead + snippet + tail;
}
