import { message } from '../../message';
import { markRange, stageDemand } from '../../note/note';
import { unitWords } from '../../protocol/unit';
import type { Finding, Rule } from '../rule';

/** The second and every further mark that names the same stage exactly, unless it may recur. */
export const duplicateStage: Rule = {
  id: 'duplicate-stage',
  check({ note }) {
    if (stageDemand(note) !== 'full') return [];
    const firstLines = new Map<string, number>();
    const findings: Finding[] = [];
    for (const { stage, mark, naming } of note.stages) {
      if (stage.repeatable || naming !== 'exactly') continue;
      const firstLine = firstLines.get(stage.id);
      if (firstLine === undefined) {
        firstLines.set(stage.id, mark.line);
        continue;
      }
      findings.push({
        message: message('problem.duplicate-stage', {
          stage: stage.title,
          line: firstLine + 1,
          ...unitWords(note.protocol?.protocol),
        }),
        range: markRange(mark),
        stage: stage.id,
      });
    }
    return findings;
  },
};
