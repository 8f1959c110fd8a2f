import { dirname, resolve } from 'node:path';
import { message } from '../core/message';
import { loadPractice } from '../core/practice/loadPractice';
import { indexLines } from '../core/text/lineIndex';
import { renderQuoting } from '../l10n/catalogue';
import { type CheckReport, compareProblems, reportProblem } from './checkReport';
import type { Fault } from './command';
import { pathFrom } from './paths';
import { DiskRoots, protocolFilesIn, readYamlFile } from './roots';

/**
 * Validates the protocol in `file`, relative to `directory`, beside the other protocols of the root that it lies in,
 * from which it may start. A fault where there is no such file.
 */
export function checkProtocol(file: string, directory: string): CheckReport | Fault {
  const path = resolve(directory, file);
  const read = readYamlFile(path);
  if (read === undefined) return { fault: message('cli.no-such-path', { path: file }) };
  const { folder, config } = new DiskRoots(directory).rootOf(dirname(path));
  const others = protocolFilesIn(folder).filter(other => other.file !== path);
  const sources = [read, ...others].map(({ file: at, ...rest }) => ({ path: pathFrom(folder, at), ...rest }));
  const { files } = loadPractice(undefined, sources, config);
  const problems = files[0]?.problems ?? [];
  const count = (severity: string): number =>
    problems.filter(problem => problem.severity === severity).length;
  const lines = indexLines(read.text);
  const name = pathFrom(directory, path);
  return {
    files: 1,
    notes: [],
    drafts: 0,
    errors: count('error'),
    warnings: count('warning'),
    tooManyWarnings: false,
    problems: problems
      .map(problem => reportProblem(name, lines, problem, renderQuoting))
      .sort(compareProblems),
  };
}
