import * as vscode from 'vscode';
import { consensusRater, consensusText } from '../../core/agreement/consensus';
import { disputedTurns } from '../../core/agreement/disagreements';
import { pairVersions } from '../../core/agreement/pairVersions';
import type { RatedTranscript } from '../../core/agreement/version';
import { versionFileName } from '../../core/agreement/versionFileName';
import { message } from '../../core/message';
import { parseTranscript } from '../../core/transcript/parseTranscript';
import { notify, pickOne } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import { pathIn } from '../services/roots';
import type { Services } from '../services/services';
import { type OpenVersion, openVersions } from './openVersions';
import { settleTurns } from './settleTurns';
import { showNewVersion } from './showNewVersion';

/**
 * Walks the turns on which the raters of the active transcript differ, asks what holds, and writes that into a new file
 * beside theirs. Their own files stay as they are.
 */
export async function makeConsensus(parts: Services): Promise<void> {
  const note = parts.activeNote.current?.open.note;
  const id = note && parseTranscript(note).id;
  const versions = id === undefined ? [] : await openVersions(parts, id);
  const own = versions.filter(({ isConsensus }) => !isConsensus);
  const pairing = pairVersions(own.map(({ version }) => version));
  const {
    rated: [rated],
    doubled: [doubled],
  } = 'rated' in pairing ? pairing : { rated: [], doubled: [pairing] };
  if (rated === undefined) {
    await notify('error', doubled?.reason ?? message('agree.nothing'));
    return;
  }
  const base = await pickBase(rated, own);
  if (base === undefined) return;
  const settled = await settleTurns(disputedTurns(rated, 'codes'), base);
  if (settled === undefined) return;
  const path = pathIn(base.root, base.uri);
  const others = own.filter(each => each !== base);
  const text = consensusText({ base, others, settled });
  if (text === undefined) {
    await notify('error', message('agree.copy-differs'));
    return;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const document = await vscode.workspace.openTextDocument(base.uri);
  await showNewVersion(document, versionFileName(name, base.version.rater, consensusRater), text);
}

/** The version that all that is not disputed is taken from: where the raters' stages differ, the one whose stages hold. */
async function pickBase(
  rated: RatedTranscript,
  versions: readonly OpenVersion[],
): Promise<OpenVersion | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const ofActive = versions.find(({ uri }) => uri.toString() === active) ?? versions[0];
  const count = disputedTurns(rated, 'stage').length;
  if (count === 0) return ofActive;
  const items = versions.map(version => ({ label: nameShown(version.version.rater, 'rater'), version }));
  const picked = await pickOne(items, {
    title: message('agree.consensus-title'),
    placeHolder: message('agree.consensus-stages', { count }),
    ignoreFocusOut: true,
  });
  return picked?.version;
}
