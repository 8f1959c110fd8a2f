import { markdownEndings } from '../../text/markdownPath';

/** The ends of the names of files that may hold a transcript, without the dot. */
export const transcriptExtensions: readonly string[] = [
  ...[
    'vtt',
    'webvtt',
    'srt',
    'sbv',
    'cha',
    'eaf',
    'exb',
    'textgrid',
    'docx',
    'xlsx',
    'csv',
    'tsv',
    'json',
    'rtf',
  ],
  ...['html', 'htm', 'txt', ...markdownEndings],
];

/** The ends of the names of REFI-QDA projects and codebooks, without the dot. */
export const projectExtensions: readonly string[] = ['qdpx', 'qdc'];
