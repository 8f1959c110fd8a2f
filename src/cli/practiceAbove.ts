import { join } from 'node:path';
import { message } from '../core/message';
import { practiceFolder } from '../core/practice/loadPractice';
import { render } from '../l10n/catalogue';
import { pathFrom } from './paths';
import type { PracticeAbove } from './roots';
import { visible } from './terminal';

/** One line for each practice above the working directory: whether what it says counts, or why not. */
export function linesAbove(above: readonly PracticeAbove[], directory: string): readonly string[] {
  return above.map(({ folder, isFollowed }) => {
    const path = pathFrom(directory, join(folder, practiceFolder));
    return visible(render(message(isFollowed ? 'cli.practice-above' : 'cli.practice-of-others', { path })));
  });
}
