import type { Voice } from '../core/describe/markdown';
import { interfaceLanguage, render } from '../l10n/catalogue';

/** How descriptions are put into words now. */
export function voice(): Voice {
  return { language: interfaceLanguage(), say: message => render(message) };
}
