import type { SceneName } from './inputs';
import type { Scene } from './scene';
import { completion } from './scenes/completion';
import { goals } from './scenes/goals';
import { problems } from './scenes/problems';
import { progress } from './scenes/progress';
import { raters } from './scenes/raters';
import { tour } from './scenes/tour';
import { transcript } from './scenes/transcript';

/** The scenes, by the name of their picture. */
export const scenes: Readonly<Record<SceneName, Scene>> = {
  tour,
  completion,
  problems,
  goals,
  progress,
  transcript,
  raters,
};
