import { detached } from './textLines';

/** As many texts are remembered; notes of one format seldom have more that differ. */
const MOST_REMEMBERED = 5000;
/** In UTF-16 code units; longer texts seldom come again. */
const LONGEST_REMEMBERED = 500;

/** What `known` has for a text, or what is made of it and remembered. */
export function remembered<Value>(
  known: Map<string, Value>,
  text: string,
  make: (text: string) => Value,
): Value {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (text.length > LONGEST_REMEMBERED) return make(text);
  if (known.size >= MOST_REMEMBERED) known.clear();
  // What is kept holds on to no text of a note.
  const own = detached(text);
  const made = make(own);
  known.set(own, made);
  return made;
}
