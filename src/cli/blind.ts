import { join, resolve } from 'node:path';
import { type Blinding, type BlindingSource, blindTranscripts } from '../core/agreement/blindedCopy';
import { blindingKey } from '../core/agreement/blindingKey';
import { message } from '../core/message';
import { render } from '../l10n/catalogue';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { FileWriter } from './fileWriter';
import { outFolder } from './importOptions';
import { useConfiguredLanguage } from './language';
import { pathFrom } from './paths';
import { linesAbove } from './practiceAbove';
import { takeNotes } from './takeNotes';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

/** `session-notes blind`: copies of transcripts that do not tell whose session it is, with a key to them. */
export const blindCommand: Command = {
  options: { key: 'value', out: 'value' },
  help: message('cli.help.blind'),
  run: blind,
};

function blind(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const key = line.values.get('key');
  if (key === undefined || line.paths.length === 0) return { fault: message('cli.blind.needs-key') };
  const folder = outFolder(line, terminal.directory);
  if (isFault(folder)) return folder;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const sources: BlindingSource[] = [];
  const unread = takeNotes(workspace, terminal, ({ file, name, note }) => {
    if (note.frontMatter.kind === 'transcript')
      sources.push({ file: name, note, fields: file.root.config.blind });
  });
  const blinding = blindTranscripts(sources);
  if (sources.length === 0) return { fault: message('export.no-transcripts') };
  const written = write(blinding, key, folder, terminal);
  if (isFault(written)) return written;
  const refused = blinding.refused.map(({ file, reason }) => visible(`${file}: ${render(reason)}`));
  const isAll = refused.length + unread.length + written.errors.length === 0;
  return {
    exitCode: isAll ? 0 : 1,
    output: written.files.map(file => `${visible(file)}\n`).join(''),
    errors: [
      ...linesAbove(workspace.practicesAbove, terminal.directory),
      ...unread,
      ...refused,
      ...written.errors,
      ...leftOut(blinding),
    ],
  };
}

interface Written {
  readonly files: string[];
  readonly errors: string[];
}

/** The key comes first: a copy without it would be nobody's. */
function write({ copies }: Blinding, key: string, folder: string, { directory }: Terminal): Written | Fault {
  const written: Written = { files: [], errors: [] };
  if (copies.length === 0) return written;
  const writer = new FileWriter();
  try {
    if (!writer.create(resolve(directory, key), blindingKey(copies)))
      return { fault: message('cli.export.exists', { path: key }) };
  } catch {
    return { fault: message('cli.new.cannot-write', { path: key }) };
  }
  for (const { name, text } of copies) {
    const file = pathFrom(directory, join(folder, name));
    const fault = creationFault(writer, join(folder, name), text);
    if (fault === undefined) written.files.push(file);
    else written.errors.push(visible(render(message(fault, { path: file }))));
  }
  return written;
}

function creationFault(
  writer: FileWriter,
  file: string,
  text: string,
): 'cli.export.exists' | 'cli.new.cannot-write' | undefined {
  try {
    return writer.create(file, text) ? undefined : 'cli.export.exists';
  } catch {
    return 'cli.new.cannot-write';
  }
}

/** What the copies have not: the originals have it still. */
function leftOut({ copies }: Blinding): readonly string[] {
  return copies.map(({ name, leftOut: { fields, comments, outside } }) =>
    visible(render(message('blind.left-out', { file: name, fields, comments, outside }))),
  );
}
