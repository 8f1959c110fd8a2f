/** The commands for transcripts. */
export const transcriptCommands = [
  'applyCode',
  'removeCode',
  'setStageFromHere',
  'newCode',
  'renameCode',
  'filterCodes',
  'showTranscriptPicture',
] as const;

export type TranscriptCommand = (typeof transcriptCommands)[number];
