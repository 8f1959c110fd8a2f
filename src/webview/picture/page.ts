import { type MessageKey, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { element } from './element';

/** A button of the page's tool bar. */
export function button(title: MessageKey, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, render(message(title)));
  made.addEventListener('click', onClick);
  return made;
}
