import * as vscode from 'vscode';
import { type CopyKind, copyForRater } from '../../core/agreement/copyForRater';
import { versionFileName } from '../../core/agreement/versionFileName';
import { clientKey } from '../../core/case/clientKey';
import { editsOf, refused } from '../../core/change/change';
import { setField } from '../../core/change/fieldEdits';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { parseTranscript } from '../../core/transcript/parseTranscript';
import { yamlScalar } from '../../core/yaml/yamlScalar';
import { render } from '../../l10n/catalogue';
import { askText, confirm, notify, pickOne } from '../services/dialogs';
import { areWordsHidden, nameShown } from '../services/hiddenWords';
import { noteToWrite, writeFile } from '../services/noteWriter';
import type { OpenNote } from '../services/openNotes';
import type { Services } from '../services/services';
import { openVersions } from './openVersions';
import { showNewVersion } from './showNewVersion';

/**
 * Asks for the rater and for what the copy leaves out, and creates it beside the active transcript. A transcript
 * without an id is given one first, after a confirmation that names the file.
 */
export async function copyForRaterCommand(parts: Services): Promise<void> {
  const open = activeTranscript(parts);
  if (open === undefined) return;
  const { id, rater: current } = parseTranscript(open.note);
  const versions = id === undefined ? [] : await openVersions(parts, id);
  const rater = await askRater([
    ...versions.map(each => each.version.rater),
    ...(current === undefined ? [] : [current]),
  ]);
  if (rater === undefined) return;
  const kind = await pickKind();
  if (kind === undefined || (id === undefined && !(await giveId(open)))) return;
  const source = activeTranscript(parts);
  if (source === undefined) return;
  const text = copyForRater(source.note, { kind, rater });
  if (text === undefined) {
    await notify('error', message('agree.copy-differs'));
    return;
  }
  await showNewVersion(source.document, copyName(source, kind, current, rater), text);
}

function activeTranscript({ activeNote }: Services): OpenNote | undefined {
  const open = activeNote.current?.open;
  return open?.note.frontMatter.kind === 'transcript' ? open : undefined;
}

async function askRater(taken: readonly string[]): Promise<string | undefined> {
  const keys = new Set(taken.map(clientKey));
  const typed = await askText({
    title: message('agree.copy-title'),
    prompt: message('agree.copy-rater'),
    validate: value => {
      if (keys.has(clientKey(value))) return message('agree.copy-taken');
      return value.trim() === '' ? message('agree.copy-nobody') : undefined;
    },
  });
  return typed?.trim();
}

async function pickKind(): Promise<CopyKind | undefined> {
  const kinds: readonly CopyKind[] = ['blank', 'stages', 'blinded'];
  const items = kinds.map(kind => ({
    label: render(message(`agree.copy-${kind}`)),
    detail: render(message(`agree.copy-${kind}-detail`)),
    copy: kind,
  }));
  const picked = await pickOne(items, { title: message('agree.copy-title') });
  return picked?.copy;
}

/** Writes a `transcript:` id into the transcript; tells whether that was done. */
async function giveId(open: OpenNote): Promise<boolean> {
  const { document, path } = open;
  const id = cleanName(path.replace(/(?:\.session)?\.\w+$/, '').replaceAll('/', '-'), '');
  const file = nameShown(vscode.workspace.asRelativePath(document.uri), 'file');
  const question = areWordsHidden()
    ? message('agree.needs-id-hidden', { file })
    : message('agree.needs-id', { file, id });
  if (!(await confirm({ weight: 'warning', question, button: message('agree.give-id') }))) return false;
  const naming = noteToWrite(open.root, document.uri, note => {
    const edit = setField(note, 'transcript', yamlScalar(id));
    return edit === undefined ? refused(message('case.front-matter-unclear')) : editsOf([edit]);
  });
  const writing = await writeFile(naming);
  if (writing.kind === 'written') return true;
  await notify('error', writing.reason);
  return false;
}

/** The name of a blinded copy tells no more than the copy does. */
function copyName(source: OpenNote, kind: CopyKind, current: string | undefined, rater: string): string {
  const { id = '' } = parseTranscript(source.note);
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return versionFileName(kind === 'blinded' ? cleanName(id, '.session.md') : name, current, rater);
}
