import { zipSync } from 'fflate';
import { type Message, message } from '../../message';
import type { Protocol } from '../../protocol/schema';
import type { CsvOptions } from '../../text/csv';
import { codebookXml } from './codebookXml';
import type { ExportedTranscript } from './exportedTranscript';
import { type ProjectFiles, type ProjectRequest, projectFiles } from './projectXml';
import { bareRows, tidyRows } from './tidyRows';
import { tidyCsv, tidyJsonLines, wideCsv, wideJsonLines } from './tidyText';
import { webVttText } from './webVttText';

/** What transcripts are exported to. */
export const exportFormats = ['qdpx', 'qdc', 'csv', 'jsonl', 'vtt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How transcripts are to be exported. */
interface ExportRequest extends Omit<ProjectRequest, 'now'> {
  readonly format: ExportFormat;
  readonly now: Date;
  readonly csv: CsvOptions;
  /** Whether rows go without words of the transcripts; other formats are made of these. */
  readonly bare: boolean;
  /** Whether rows are turns, with a column for each code; else they are codings. */
  readonly isWide?: boolean;
  /** The protocols whose codebook is meant; those of the transcripts where there are none. */
  readonly protocols: readonly Protocol[];
}

/** What an export came to: the content of a file, or why there is none. */
type Exported = { readonly content: string | Uint8Array } | { readonly fault: Message };

/** Exports transcripts as the content of one file. */
export function exportTranscripts(
  transcripts: readonly ExportedTranscript[],
  request: ExportRequest,
): Exported {
  if (request.format === 'qdc') return codebook(transcripts, request);
  const [first, ...rest] = transcripts;
  if (first === undefined) return { fault: message('export.no-transcripts') };
  const rows = request.bare ? bareRows : tidyRows;
  switch (request.format) {
    case 'qdpx': {
      const now = `${request.now.toISOString().slice(0, 19)}Z`;
      return { content: projectArchive(projectFiles(transcripts, { ...request, now }), request.now) };
    }
    case 'csv':
      return { content: (request.isWide ? wideCsv : tidyCsv)(rows(transcripts), request.csv) };
    case 'jsonl':
      return { content: (request.isWide ? wideJsonLines : tidyJsonLines)(rows(transcripts)) };
    case 'vtt':
      return webVtt(first, rest.length);
  }
}

function webVtt({ versions }: ExportedTranscript, others: number): Exported {
  if (others > 0) return { fault: message('export.one-transcript', { count: others + 1 }) };
  const [{ file, transcript }] = versions;
  const content = webVttText(transcript.turns);
  return content === undefined ? { fault: message('export.no-times', { file }) } : { content };
}

function codebook(transcripts: readonly ExportedTranscript[], request: ExportRequest): Exported {
  const used = transcripts.flatMap(({ versions }) => versions.flatMap(({ protocol }) => protocol ?? []));
  const protocols = request.protocols.length > 0 ? request.protocols : [...new Set(used)];
  const content = codebookXml(protocols, { ...request.words, origin: request.origin });
  return content === undefined ? { fault: message('export.no-codes') } : { content };
}

/** The bytes of a REFI-QDA project: a ZIP archive with its files in UTF-8, without byte order marks. */
function projectArchive(files: ProjectFiles, now: Date): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: now, level: 6 });
}
