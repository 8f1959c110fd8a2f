import { type Message, message, type Titles } from '../message';
import type { CodeTerm } from '../protocol/codebook';
import { group, type Line, type LinePart, line, optionalLine } from './line';

/** What a codebook says of a technique or code: its name, what it is, when it applies and when not. */
export function codeLines({ term, stage }: CodeTerm): readonly Line[] {
  const { id, title, label, definition, include, exclude, examples } = term;
  const kind: Message =
    stage === undefined ? message('code.code') : message('code.technique', { stage: stage.title });
  const symbol: readonly LinePart[] = label === undefined ? [] : [{ words: label }];
  return [
    line('title', { titles: title }),
    line('label', { words: `#${id}` }, ...symbol, kind),
    ...optionalLine('text', definition),
    ...labelled('code.include', include),
    ...labelled('code.exclude', exclude),
    ...group(message('code.examples'), exampleLines(examples)),
  ];
}

function labelled(key: 'code.include' | 'code.exclude', titles: Titles | undefined): readonly Line[] {
  return group(message(key), optionalLine('text', titles));
}

/** The examples stand one beside the other in each language; each line is shown in the reader's. */
function exampleLines(examples: Readonly<Record<string, readonly string[]>>): readonly Line[] {
  const longest = Math.max(0, ...Object.values(examples).map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => {
    const titles = Object.entries(examples).flatMap(([language, texts]) => {
      const text = texts[at];
      return text === undefined ? [] : [[language, text] as const];
    });
    return line('item', { titles: Object.fromEntries(titles) });
  });
}
