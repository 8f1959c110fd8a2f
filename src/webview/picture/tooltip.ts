import { element } from './element';

const distance = 8;

/** The lines beside what is pointed at. They are for the eye: a screen reader is told in its own way. */
export class Tooltip {
  readonly element = element('div', { class: 'tooltip', 'aria-hidden': 'true', hidden: '' });

  /** Shows lines below a place of the window, or above it where there is more room; without lines, hides them. */
  show(lines: readonly string[], beside: DOMRect | undefined): void {
    this.element.hidden = lines.length === 0 || beside === undefined;
    if (beside === undefined || lines.length === 0) return;
    this.element.replaceChildren(...lines.map(line => element('div', {}, line)));
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.min(beside.left, window.innerWidth - width - distance);
    const below = beside.bottom + distance;
    const top = below + height > window.innerHeight ? beside.top - height - distance : below;
    this.element.style.left = `${Math.max(distance, left)}px`;
    this.element.style.top = `${Math.max(distance, top)}px`;
  }
}
