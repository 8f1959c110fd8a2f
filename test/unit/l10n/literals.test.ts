import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Literal, literalsInSources } from './literals';

/** The properties whose value VS Code shows, and what shows what it is given. */
const shownByExtension: ReadonlySet<string> = new Set([
  ...['title', 'label', 'description', 'detail', 'tooltip', 'prompt', 'message', 'text', 'placeHolder'],
  ...['placeholder', 'openLabel', 'saveLabel', 'value'],
  ...['confirm()', 'askText()', 'toldError()', 'separator()', 'button', 'question', 'minded'],
  ...['MarkdownString()', 'TreeItem()', 'Diagnostic()', 'CodeAction()', 'report()'],
]);
/** The properties of elements that are shown or read out, and what puts texts into them. */
const shownByPages: ReadonlySet<string> = new Set([
  ...['title', 'label', 'textContent', 'ariaLabel', 'placeholder', 'alt'],
  ...['append()', 'createTextNode()'],
]);

/** Words that are the same in every language: the name of the program, and those of keys on a keyboard. */
const names = /^(?:Session Notes ?|Enter|Escape|Home|End)$/;
/** What only who mends the program reads: its log, and what it says as it breaks. */
const forDevelopers = /^(?:log\.\w+|\w*Error)\(\)$/;
/** What the log calls what was drawn. */
const drawnViews = /^src\/extension\/services\/trace\.ts$/;
/** What the manifest is written from: its texts are in each language there. */
const contributions = /^src\/extension\/contributions\/(?!handlers|registerCommands)/;
const markup = /[<>]/;
const icon = /\$\([\w~-]+\)/g;

const hasLetters = ({ text }: Literal): boolean => /\p{L}/u.test(text.replace(icon, ''));
const readsAsText = ({ text }: Literal): boolean =>
  /(?<![\p{L}-])\p{L}{2,} \p{L}{2,}(?![\p{L}-])|^\p{Lu}\p{Ll}+\b/u.test(text);
const isNoText = ({ file, text, use = '' }: Literal): boolean =>
  drawnViews.test(file) ||
  contributions.test(file) ||
  use === 'traceDrawn()' ||
  names.test(text) ||
  forDevelopers.test(use) ||
  markup.test(text);
const place = ({ file, line, text }: Literal): string => `${file}:${line} ${JSON.stringify(text)}`;

describe('the code of the extension and of its pages', () => {
  let ofExtension: readonly Literal[] = [];
  let ofPages: readonly Literal[] = [];
  before(() => {
    const all = literalsInSources();
    ofExtension = all.filter(({ file }) => file.startsWith('src/extension/'));
    ofPages = all.filter(({ file }) => file.startsWith('src/webview/'));
    assert.ok(ofExtension.length > 1000 && ofPages.length > 300);
  });

  it('shows no text that is not in the catalogue', () => {
    const shown = [
      ...ofExtension.filter(({ use = '' }) => shownByExtension.has(use)),
      ...ofPages.filter(({ use = '' }) => shownByPages.has(use)),
    ];
    assert.ok(shown.length > 20);
    assert.deepEqual(
      shown
        .filter(hasLetters)
        .filter(literal => !isNoText(literal))
        .map(place),
      [],
    );
  });

  it('holds nothing else that reads as a text', () => {
    const texts = [...ofExtension, ...ofPages].filter(readsAsText);
    assert.deepEqual(texts.filter(literal => !isNoText(literal)).map(place), []);
  });
});
