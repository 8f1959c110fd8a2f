import { comparableGoalText } from '../note/comparableGoalText';
import { remembered } from '../text/remembered';

/** The words of a goal, and the same as goals are compared by. */
interface GoalWords {
  readonly text: string;
  /** See {@link comparableGoalText}. */
  readonly comparableText: string;
}

/**
 * The texts that cases keep of notes, none of which holds on to the note that it was read from. What several notes say,
 * as a goal that is carried from session to session, is kept once.
 */
export class KeptTexts {
  readonly #texts = new Map<string, string>();
  readonly #goals = new Map<string, GoalWords>();

  text(text: string): string {
    return remembered(this.#texts, text, own => own);
  }

  goal(text: string): GoalWords {
    return remembered(this.#goals, text, own => ({ text: own, comparableText: comparableGoalText(own) }));
  }
}
