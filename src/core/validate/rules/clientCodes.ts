import { classWithin, looksLikeName } from '../../case/clientCode';
import { message } from '../../message';
import { isFrontMatterSound } from '../../note/note';
import type { Rule } from '../rule';

/** A client that looks like a person's name, which then stands in each path, list and export. */
export const nameAsClient: Rule = {
  id: 'client-name',
  isShared: true,
  check({ note }) {
    if (!isFrontMatterSound(note)) return [];
    return note.frontMatter.clients
      .filter(({ value }) => looksLikeName(value))
      .map(({ range }) => ({ message: message('problem.client-name'), range, maxSeverity: 'hint' }));
  },
};

/** A client's code that holds the school class, which is another one next year. */
export const classInCode: Rule = {
  id: 'client-class',
  isShared: true,
  check({ note }) {
    if (!isFrontMatterSound(note)) return [];
    const { clients, entries } = note.frontMatter;
    const known = entries.find(({ key, field }) => CLASS_KEYS.has(field ?? key.toLowerCase()))?.values[0]
      ?.text;
    return clients
      .filter(({ value }) => classWithin(value, known) !== undefined)
      .map(({ range }) => ({ message: message('problem.client-class'), range, maxSeverity: 'hint' }));
  },
};

const CLASS_KEYS: ReadonlySet<string> = new Set(['class', 'kelas']);
