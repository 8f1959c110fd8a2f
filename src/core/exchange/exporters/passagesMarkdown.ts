import type { Renderer } from '../../describe/markdown';
import { message, titleIn } from '../../message';
import { literalMarkdown } from '../../text/literalMarkdown';
import type { TextRange } from '../../text/textRange';
import type { Turn } from '../../transcript/transcript';
import { type FoundPassage, lineOfPassage, passagesByCode } from './passages';

/** A page of coded words, and which stretches of it lead to which of them. */
export interface PassagesPage {
  readonly text: string;
  readonly links: readonly { readonly range: TextRange; readonly to: FoundPassage }[];
}

/** What is shown: of these codes, in the order of the page. */
interface PassagesRequest {
  readonly codes: readonly string[];
  /** Whether only places are shown, no words. */
  readonly bare: boolean;
}

/**
 * Coded words as a page of Markdown, one line end at its end: a part for each code, with each place, what was said there
 * and around it. What is coded of a turn stands in ⟦ ⟧. Nothing from a transcript becomes markup.
 */
export function passagesMarkdown(
  found: readonly FoundPassage[],
  { codes, bare }: PassagesRequest,
  voice: Renderer,
): PassagesPage {
  const page = new Page();
  const count = found.length;
  const transcripts = new Set(found.map(({ version }) => version.file)).size;
  page.paragraph(`# ${literalMarkdown(voice.say(message('passages.title', { codes: codes.join(', ') })))}`);
  page.paragraph(literalMarkdown(voice.say(message('passages.count', { count, transcripts }))));
  const byCode = passagesByCode(found);
  for (const code of codes) {
    const ofCode = byCode.get(code) ?? [];
    page.paragraph(`## ${literalMarkdown(codeName(code, ofCode[0], voice))} (${ofCode.length})`);
    for (const each of ofCode) {
      if (bare) page.place(placeOf(each), each);
      else page.coded(each, voice);
    }
  }
  return { text: page.text, links: page.links };
}

class Page {
  text = '';
  readonly links: PassagesPage['links'][number][] = [];

  paragraph(line: string): void {
    this.text += `${this.text === '' ? '' : '\n'}${line}\n`;
  }

  /** A place on a line of its own, which leads there. */
  place(line: string, to: FoundPassage, before = ''): void {
    const literal = literalMarkdown(line);
    this.paragraph(before + literal);
    const end = this.text.length - 1;
    this.links.push({ range: { start: end - literal.length, end }, to });
  }

  coded(each: FoundPassage, voice: Renderer): void {
    const { before, turn, behind, memo } = each;
    const facts = factsOf(each, voice);
    this.place(placeOf(each), each, facts.length === 0 ? '### ' : `### ${dotted(facts)} · `);
    const said = [...before.map(turnLine), codedLine(each), ...behind.map(turnLine)];
    this.paragraph(said.map(line => `> ${line}`).join('\n>\n'));
    const words = memo === undefined ? [] : [voice.say(message('passages.memo', { memo }))];
    const stage = each.version.protocol?.stages.find(({ id }) => id === turn.stage);
    const named = stage === undefined ? [] : [titleIn(stage.title, voice.language)];
    if (words.length + named.length > 0) this.paragraph(dotted([...named, ...words]));
  }
}

function codeName(code: string, first: FoundPassage | undefined, voice: Renderer): string {
  const { stages = [], codes = [] } = first?.version.protocol ?? {};
  const term = [...stages.flatMap(({ techniques }) => techniques), ...codes].find(({ id }) => id === code);
  return term === undefined ? `#${code}` : `${titleIn(term.title, voice.language)} · #${code}`;
}

function placeOf(each: FoundPassage): string {
  return `${each.version.file}:${lineOfPassage(each) + 1}`;
}

function factsOf({ facts, version }: FoundPassage, { say }: Renderer): readonly string[] {
  const { session } = facts;
  return [
    ...facts.clients,
    ...(session === undefined ? [] : [say(message('goals.session', { session }))]),
    ...(facts.date === undefined ? [] : [facts.date]),
    ...(version.transcript.rater === undefined ? [] : [version.rater]),
  ];
}

function turnLine({ speaker, words }: Turn): string {
  return speakerOf(speaker) + literalMarkdown(words);
}

function codedLine({ turn: { speaker, words }, passage }: FoundPassage): string {
  const { start, end } = passage ?? { start: 0, end: words.length };
  const marked = `${words.slice(0, start)}⟦${words.slice(start, end)}⟧${words.slice(end)}`;
  return speakerOf(speaker) + literalMarkdown(marked);
}

function speakerOf(speaker: string | undefined): string {
  return speaker === undefined ? '' : `**${literalMarkdown(speaker)}:** `;
}

function dotted(parts: readonly string[]): string {
  return parts.map(literalMarkdown).join(' · ');
}
