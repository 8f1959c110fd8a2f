import { markdownEndings } from '../../text/markdownPath';

/** The ends of the names of files that may hold a transcript, without the dot. */
export const transcriptExtensions: readonly string[] = [
  ...['vtt', 'webvtt', 'srt', 'sbv', 'ttml', 'dfxp', 'cha', 'eaf', 'exb', 'textgrid'],
  ...[
    'docx',
    'odt',
    'xlsx',
    'ods',
    'csv',
    'tsv',
    'json',
    'jsonl',
    'rtf',
    'html',
    'htm',
    'txt',
    ...markdownEndings,
  ],
];

/** Whether a file is a document or workbook by its name: those are packed, and have pictures and sound in them. */
export function isPacked(name: string): boolean {
  return /\.(?:docx|odt|xlsx|ods)$/i.test(name);
}

/** The ends of the names of REFI-QDA projects and codebooks, without the dot. */
export const projectExtensions: readonly string[] = ['qdpx', 'qdc'];
