import { type Message, message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { decode } from '../../text/decode';
import { windowsText } from '../../text/windowsText';
import { isXmlFault, readXml } from '../../xml/readXml';
import { isNearlyTimesLine, isTimesLine } from './captionBlocks';
import { csvSource } from './containers/csvSource';
import { htmlSource } from './containers/htmlSource';
import { hasMarkdownTable, markdownSource } from './containers/markdownSource';
import { docxSource, xlsxSource } from './containers/officeSource';
import { openDocumentSource } from './containers/openDocumentSource';
import { rtfSource } from './containers/rtfSource';
import { linesSource, type Source } from './containers/source';
import { isTimedText, timedTextSource, withBreaks } from './containers/timedTextSource';
import { type XmlSource, xmlSource } from './containers/xmlSource';
import { isPacked } from './fileEndings';
import type { ImportFault } from './importedTranscript';
import { type JsonSource, jsonSource } from './jsonTexts';
import { type TextGridSource, textGridSource } from './textGrid';

/** A file unpacked and decoded, and how what it holds is to be read. */
export type OpenedTranscript = { readonly isWindows?: boolean } & (
  | {
      readonly kind: 'text';
      readonly source: Source;
      readonly text: string;
      /** The same as a table whose columns are parted by tabs, where each line has one. */
      readonly tabbed?: Source;
    }
  | { readonly kind: 'captions' | 'chat' | 'table'; readonly source: Source; readonly text: string }
  | { readonly kind: 'textgrid'; readonly source: TextGridSource; readonly text: string }
  | { readonly kind: 'elan' | 'exmaralda'; readonly source: XmlSource; readonly text: string }
  | { readonly kind: 'json'; readonly source: JsonSource; readonly text: string }
);

type Unopened = ImportFault;

/** Subtitles of Aegisub and its kin (`.ass`, `.ssa`), whose words stand among styles. */
const STYLED_SUBTITLES = /^\[Script Info\]/i;
/** What captions begin with that somebody calls a table. */
const CAPTIONS_HEAD = /^(?:WEBVTT|\d+[\r\n])/;
const XML = /^(?:eaf|exb|ttml|dfxp)$/;
const CAPTIONS = /^(?:vtt|webvtt|srt|sbv)$/;
/** How many lines are looked at for times. */
const FIRST_LINES = 60;

/**
 * Opens a file by what is in it, and by the end of its name where that does not tell. What is none of the formats is
 * taken for plain text. Never throws.
 */
export function* openTranscript(name: string, bytes: Uint8Array): Steps<OpenedTranscript | Unopened> {
  if (isArchive(bytes)) return yield* openOffice(name, bytes);
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return yield* openText(name, decoded.text);
  const windows = westernText(bytes);
  if (windows === undefined) return { reason: unreadable(decoded.reason) };
  const opened = yield* openText(name, windows);
  return 'reason' in opened ? opened : { ...opened, isWindows: true };
}

function unreadable(reason: Message): Message {
  return reason.key === 'file.not-text' ? message('import.not-read') : reason;
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function* openOffice(name: string, bytes: Uint8Array): Steps<OpenedTranscript | Unopened> {
  if (!isPacked(name)) return { reason: message('import.not-read') };
  const isSheet = /\.(?:xlsx|ods)$/i.test(name);
  const isOpen = /\.od[ts]$/i.test(name);
  const source = yield* isOpen ? openDocumentSource(bytes) : isSheet ? xlsxSource(bytes) : docxSource(bytes);
  if ('reason' in source) return { reason: source.reason };
  return { kind: isSheet ? 'table' : 'text', source, text: '' };
}

/** The same of a text that is decoded already, without a byte order mark. */
export function* openText(name: string, text: string): Steps<OpenedTranscript | Unopened> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const head = text.slice(0, 4096).trimStart();
  if (/^\{\\rtf/.test(head)) return openRtf(text);
  if (STYLED_SUBTITLES.test(head)) return { line: 0, reason: message('import.not-read') };
  if (!XML.test(ending) && isWebPage(head, ending)) return { kind: 'text', source: htmlSource(text), text };
  if (XML.test(ending) || /^<(?:\?xml|(?:tt|transcript|timedtext)[ >])/.test(head))
    return yield* openXml(text, ending);
  if (/^(?:File type = )?"ooTextFile/.test(head))
    return { kind: 'textgrid', source: yield* textGridSource(text), text };
  if (/^(?:json|jsonl|ndjson)$/.test(ending) || /^\{\s*"/.test(head)) return openJson(text);
  if (ending === 'cha' || /^@(?:UTF8|Begin)\b/.test(head))
    return { kind: 'chat', source: linesSource(text), text };
  if (isTable(head, ending)) return { kind: 'table', source: csvSource(text), text };
  if (
    /^WEBVTT(?:[ \t\r\n]|$)/.test(head) ||
    hasTimesLines(text) ||
    (CAPTIONS.test(ending) && text.includes('-->'))
  )
    return { kind: 'captions', source: linesSource(text, true), text };
  const source = hasMarkdownTable(text) ? markdownSource(text) : linesSource(text);
  return { kind: 'text', source, text, ...(isTabbed(text) && { tabbed: csvSource(text) }) };
}

/** Whether a text is a web page, or a part of one that is called so. */
function isWebPage(head: string, ending: string): boolean {
  if (/^x?html?$/.test(ending) && head.startsWith('<')) return true;
  return /^(?:<!DOCTYPE html|<html)\b/i.test(withoutComments(head.replace(/^<\?xml\b[^>]*>\s*/i, '')));
}

/** Without the comments that a page begins with, one by one: a pattern for all of them could run for ever. */
function withoutComments(head: string): string {
  let rest = head;
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return '';
    rest = rest.slice(end + '-->'.length).trimStart();
  }
  return rest;
}

function isTable(head: string, ending: string): boolean {
  return ending === 'tsv' || (ending === 'csv' && !CAPTIONS_HEAD.test(head));
}

/** Whether each line has a tab. */
function isTabbed(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '');
  return lines.length > 1 && lines.every(line => line.trim().includes('\t'));
}

function hasTimesLines(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n?|\n/, FIRST_LINES);
  return lines.some(line => isTimesLine(line) || isNearlyTimesLine(line));
}

function openRtf(text: string): OpenedTranscript | Unopened {
  const source = rtfSource(text);
  return 'reason' in source ? source : { kind: 'text', source, text };
}

function* openXml(text: string, ending: string): Steps<OpenedTranscript | Unopened> {
  yield;
  const root = readXml(withBreaks(text));
  yield;
  if (isXmlFault(root))
    return { line: root.line, reason: quoting('import.bad-xml', { detail: root.detail }) };
  if (isTimedText(root)) return { kind: 'captions', source: timedTextSource(root), text };
  if (root.name === 'basic-transcription' || ending === 'exb')
    return { kind: 'exmaralda', source: xmlSource(root), text };
  if (root.name !== 'ANNOTATION_DOCUMENT' && ending !== 'eaf') return { reason: message('import.not-read') };
  return { kind: 'elan', source: xmlSource(root), text };
}

function openJson(text: string): OpenedTranscript | Unopened {
  const source = jsonSource(text);
  if (source === undefined) return { line: 0, reason: message('import.no-segments') };
  return { kind: 'json', source, text };
}

/** Letters and signs of western European languages; others are more likely of another code page. */
const WESTERN =
  /^[\t\n\r\x20-\x7e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]*$/;
/** Several of them in a row are words of another script. */
const OTHER_SCRIPT = /[\u00c0-\u00ff]{4}/;

/** A letter that no other stands beside is a sign of its own in other code pages. */
const LONE = /(?<![a-z\u00c0-\u00ff])[\u00c0-\u00ff](?![a-z\u00c0-\u00ff])/i;

/** Bytes as text in Windows-1252, where they can hardly be anything else. */
export function westernText(bytes: Uint8Array): string | undefined {
  const text = bytes.includes(0) ? undefined : windowsText(bytes);
  const isWestern = text !== undefined && WESTERN.test(text) && !OTHER_SCRIPT.test(text) && !LONE.test(text);
  return isWestern ? text : undefined;
}
