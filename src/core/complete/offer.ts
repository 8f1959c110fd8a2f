import type { Line } from '../describe/line';
import type { Message } from '../message';
import type { ProtocolSet } from '../protocol/protocolSet';
import type { TextRange } from '../text/textRange';
import type { TurnChunks } from '../transcript/turnChunks';

/** What an offer puts into the note. */
export type OfferKind = 'stage' | 'section' | 'goal' | 'action' | 'choice' | 'field' | 'field-value' | 'code';

/** Something to put into a note at the caret, as data. */
export interface Offer {
  readonly kind: OfferKind;
  /** Its name, in the language in which it is inserted. */
  readonly label: string;
  readonly detail: Message;
  readonly documentation: readonly Line[];
  /** In VS Code's snippet syntax, lines ended by `\n`; `$0` stands at the first place to write. */
  readonly insert: string;
  /** What it replaces: a stretch of the caret's line that holds the caret. */
  readonly range: TextRange;
  /** What the text from the start of `range` to the caret is compared with. */
  readonly filterText: string;
  /** The place in the list, from 0. */
  readonly order: number;
  /** True of the first alone. */
  readonly preselect: boolean;
}

/** An offer that has no place in a list yet. */
export type UnplacedOffer = Omit<Offer, 'order' | 'preselect'>;

/** What offers depend on besides the note and its cases. */
export interface OfferOptions {
  /** The language of the interface, which inserted text follows where the note tells none. */
  readonly language: string;
  /** The date of today where the user is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The protocols that the note may name. */
  readonly protocols: ProtocolSet;
  /** The character whose typing asked for offers, one of {@link offerTriggers}; undefined when the user did. */
  readonly trigger?: string | undefined;
  /** The turns of the note, where it is a transcript. */
  readonly turns?: TurnChunks | undefined;
}

/** The characters that ask for offers when they are typed. */
export const offerTriggers: readonly string[] = ['#', '[', ':', ' '];

/** The offers in the order given, the first preselected. */
export function inOrder(offers: readonly UnplacedOffer[]): readonly Offer[] {
  return offers.map((offer, order) => ({ ...offer, order, preselect: order === 0 }));
}
