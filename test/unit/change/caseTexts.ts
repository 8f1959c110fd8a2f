import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Case, CaseGoal } from '../../../src/core/case/case';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtin, indexTexts } from '../case/noteTexts';

/** Reads a note by the built-in protocols, of a practice that makes ids of words. */
export function read(text: string): Note {
  return parseNote(text, { protocols: builtin, defaultProtocol: 'four-stage', goalIds: 'words' });
}

/** A note of the client K-014; `extra` are more lines of its front matter. */
export function noteText(session: number, body: string, extra = ''): string {
  return `---\nprotocol: four-stage\nclient: K-014\nsession: ${session}\n${extra}---\n${body}`;
}

/** The case of K-014 with notes of these texts, at `1.md`, `2.md`, …. */
export function caseOf(...texts: readonly string[]): Case {
  const found = indexTexts(texts.map((text, at) => [`${at + 1}.md`, text] as const)).get('k-014');
  assert.ok(found);
  return found;
}

/** The goal of a case with this text. */
export function goalNamed(found: Case, text: string): CaseGoal {
  const goal = found.goals.find(each => each.text === text);
  assert.ok(goal, text);
  return goal;
}

/** Bodies of notes with these items in the first and in the last stage. */
export function bodiesOf(items: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(items, items)
    .map(
      ([first, second]) =>
        `## Rapport\n${first.join('')}## Termination\n### Client's actions\n${second.join('')}`,
    );
}
