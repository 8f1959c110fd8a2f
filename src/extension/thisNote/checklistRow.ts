import type { SectionEntry, StageEntry } from '../../core/describe/noteChecklist';
import type { OpenNote } from '../services/openNotes';

/** A row of *This Note*: a stage, or a section of one. */
export type ChecklistRow =
  | { readonly kind: 'stage'; readonly open: OpenNote; readonly entry: StageEntry }
  | {
      readonly kind: 'section';
      readonly open: OpenNote;
      readonly entry: SectionEntry;
      readonly stage: StageEntry;
    };

/** Internal: the command that a click on a row runs; its argument is the row. */
export const goToStageCommand = 'sessionNotes.goToStage';
