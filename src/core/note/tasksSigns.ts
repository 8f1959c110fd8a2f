/**
 * What the Tasks plugin of Obsidian reads behind the words of a task, in any order: a priority, a day, how a task recurs, an
 * id, what it waits for, and what becomes of it.
 */
const SIGNS =
  /(?:[🔺⏫🔼🔽⏬]|[➕🛫⏳✅❌]\ufe0f?\s*\d{4}-\d{2}-\d{2}|🔁\ufe0f?\s*every[\p{L}\p{N}, ]{0,60}|(?:🆔|⛔|🏁)\ufe0f?\s*[\w-]+(?:, ?[\w-]+){0,9})\ufe0f?/gu;

/** Whether a text is nothing but signs of Tasks, which are read wherever they stand behind the words. */
export function areTasksSigns(text: string): boolean {
  return text.replace(SIGNS, '').trim() === '';
}
