import type { Change } from '../change/change';
import {
  addAlias,
  addOwnHeading,
  configure,
  ownHeadingConfig,
  trackNever,
  trackNeverFormat,
} from '../change/practiceEdits';
import type { PracticeChange } from '../validate/problem';

/** What a file of a practice begins with that a change makes; undefined where the change is of one that is there. */
export function newPracticeFile(change: PracticeChange): string | undefined {
  switch (change.kind) {
    case 'alias':
      return undefined;
    case 'own-heading':
      return ownHeadingConfig(change.title);
    case 'items':
      return `items: ${change.items}\n`;
    case 'default-format':
      return `defaultProtocol: ${change.protocol}\n`;
    case 'never-track':
      return trackNeverFormat(change.protocol, change);
  }
}

/** A change of the file of a practice that has this text. */
export function changePracticeFile(text: string, change: PracticeChange): Change {
  switch (change.kind) {
    case 'alias':
      return addAlias(text, change);
    case 'own-heading':
      return addOwnHeading(text, change.title);
    case 'items':
      return configure(text, { key: 'items', value: change.items });
    case 'default-format':
      return configure(text, { key: 'defaultProtocol', value: change.protocol });
    case 'never-track':
      return trackNever(text, change);
  }
}
