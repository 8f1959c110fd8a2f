import { projectExtensions, transcriptExtensions } from '../../core/exchange/importers/fileEndings';
import { type GoalStatus, goalStatuses } from '../../core/note/goalMention';
import { type CommandTable, goalsThat } from './commandEntry';
import {
  all,
  any,
  areNotesRead,
  inDraft,
  inNote,
  inTranscript,
  isNot,
  isNotSet,
  isSet,
  notInTranscript,
  type When,
} from './when';

/*
 * Every command, by what it is about. `npm run generate` writes the manifest and the page on commands from this table,
 * and `handlers.ts` says what each command runs.
 */

const hasFolder: When = 'workspaceFolderCount > 0';
const atCaret: When = 'editorTextFocus';
/** That a row of *Open Goals* has the focus, and nobody types to find one. */
const atGoalRow: When = all('focusedView == sessionNotes.openGoals', 'listFocus', '!inputFocus');
/** That Enter is one in the words of a note, with one caret and nothing else that it would mean. */
const isContinuingLists: When = all(
  'config.sessionNotes.continueLists',
  'editorTextFocus',
  '!editorReadonly',
  '!editorHasSelection',
  '!editorHasMultipleSelections',
  '!suggestWidgetVisible',
  '!inlineSuggestionVisible',
  '!inSnippetMode',
  '!renameInputVisible',
);
const ofAnyCase = any(areNotesRead, inNote);
const inComparison: When = "activeWebviewPanelId == 'sessionNotes.agreement'";

/** In the menu of goals and actions of *Open Goals*; elsewhere the command is about the one at the caret. */
const ofGoal = <Group extends `${string}@${number}`>(group: Group, goals = goalsThat()) =>
  ({
    palette: inNote,
    rows: [{ views: ['openGoals'], contexts: [goals], group }],
  }) as const;

const underWay = ['open', 'in-progress', 'on-hold'] as const;
const notBeing = (status: GoalStatus) =>
  goalsThat({ status: goalStatuses.filter(other => other !== status) });

const trees = ['openGoals', 'clients'] as const;
const ofClient = ['client', 'client-closed'] as const;
const ofSession = ['session', 'session-draft'] as const;
const anySession = [...ofSession, 'session-no-client', 'session-draft-no-client'] as const;

const unfinished = ['session-draft', 'session-draft-no-client', 'unfinished'] as const;

const writing = {
  'sessionNotes.newSessionNote': {
    title: { en: 'New Session Note', id: 'Buat Catatan Sesi' },
    does: 'Asks for the client and the day, for the note format where nothing says it and for the stages where it has some, and makes the note, with the open goals carried over.',
    icon: 'new-file',
    titleOf: [
      { view: 'openGoals', group: 'navigation@0' },
      { view: 'clients', group: 'navigation@0' },
    ],
  },
  'sessionNotes.newSessionNoteForClient': {
    title: { en: 'New Session Note', id: 'Buat Catatan Sesi' },
    does: 'Makes the next note of the client of the row.',
    icon: 'new-file',
    palette: false,
    rows: [
      { views: trees, contexts: ofClient, group: 'inline@2' },
      { views: trees, contexts: ofClient, group: '3_case@1' },
      { views: ['clients'], contexts: ofSession, group: '3_case@1' },
    ],
  },
  'sessionNotes.newQuickNote': {
    title: { en: 'New Quick Note', id: 'Buat Catatan Singkat' },
    does: 'Makes a note of one line about a client, of a contact that was no session: without stages, and finished.',
    icon: 'comment',
    rows: [{ views: trees, contexts: ofClient, group: '3_case@1.5' }],
  },
  'sessionNotes.finishNote': {
    title: { en: 'Finish Note', id: 'Selesaikan Catatan' },
    does: 'Finishes a draft by one list of what is missing, carried over and not followed, and the next appointment.',
    icon: 'pass',
    enablement: any(inDraft, areNotesRead),
    palette: inDraft,
    editorTitle: { when: inDraft, group: 'navigation@1' },
    titleOf: [{ view: 'thisNote', group: 'navigation@1' }],
    rows: [
      { views: ['clients'], contexts: unfinished, group: 'inline@1' },
      { views: ['clients'], contexts: unfinished, group: '2_finish@1' },
    ],
    noteMenu: { group: '1_finish@1' },
  },
  'sessionNotes.showPrompt': {
    title: { en: 'Show Prompt', id: 'Tampilkan Pertanyaan' },
    does: 'Says in full what the part at the caret asks.',
    enablement: inNote,
    noteMenu: { group: '3_insert@0' },
  },
  'sessionNotes.insertStage': {
    title: { en: 'Insert Stage', id: 'Sisipkan Tahap' },
    does: 'Inserts a stage that the note does not have, where it belongs.',
    enablement: inNote,
    noteMenu: { group: '3_insert@1' },
  },
  'sessionNotes.insertSection': {
    title: { en: 'Insert Section', id: 'Sisipkan Bagian' },
    does: 'Inserts a section that the stage at the caret does not have.',
    enablement: inNote,
    noteMenu: { group: '3_insert@2' },
  },
  'sessionNotes.insertGoal': {
    title: { en: 'Insert Goal', id: 'Sisipkan Tujuan' },
    does: 'Inserts a goal of the stage at the caret, or an open goal of the case.',
    enablement: inNote,
  },
  'sessionNotes.insertChoice': {
    title: { en: 'Insert Choice', id: 'Sisipkan Pilihan' },
    does: 'Inserts one of the choices of the section at the caret.',
    enablement: inNote,
  },
  'sessionNotes.insertMissingStages': {
    title: { en: 'Insert Missing Stages', id: 'Sisipkan Tahap yang Belum Ada' },
    does: 'Inserts every stage and section that is reported as missing.',
    enablement: inNote,
    titleOf: [{ view: 'thisNote', group: '1_insert@1' }],
    noteMenu: { group: '3_insert@3' },
  },
  'sessionNotes.insertFromChecklist': {
    title: { en: 'Insert Here', id: 'Sisipkan di Sini' },
    does: 'Inserts the stage or section of the row.',
    icon: 'add',
    palette: false,
    rows: [{ views: ['thisNote'], contexts: ['missing'], group: 'inline@1' }],
  },
  'sessionNotes.keepAsOwnHeading': {
    title: { en: 'This Heading Is My Own', id: 'Ini Judul Saya Sendiri' },
    does: 'Says for good, in `.session-notes/config.yaml`, that the heading of the row (≈) names no stage.',
    icon: 'circle-slash',
    palette: false,
    rows: [{ views: ['thisNote'], contexts: ['taken'], group: 'inline@1' }],
  },
  'sessionNotes.fixAllProblems': {
    title: { en: 'Fix All Problems in Note', id: 'Perbaiki Semua Masalah dalam Catatan' },
    does: 'Mends every problem of the note that has one right answer.',
    enablement: inNote,
  },
} as const satisfies CommandTable;

const goals = {
  'sessionNotes.newGoal': {
    title: { en: 'New Goal', id: 'Tujuan Baru' },
    does: 'Asks for a goal and writes it into the note, at the caret, or into the newest note of the client of the row.',
    enablement: any(inNote, areNotesRead),
    rows: [{ views: trees, contexts: ['client'], group: '2_goal@1' }],
    noteMenu: { group: '2_goals@1' },
  },
  'sessionNotes.newAction': {
    title: { en: 'New Action', id: 'Tindakan Baru' },
    does: 'Asks for something to be done and the day that it is due, and writes it in the same way.',
    enablement: any(inNote, areNotesRead),
    rows: [{ views: trees, contexts: ['client'], group: '2_goal@2' }],
    noteMenu: { group: '2_goals@2' },
  },
  'sessionNotes.continueList': {
    title: { en: 'Continue List', id: 'Lanjutkan Daftar' },
    does: 'Goes on with a list after Enter, with a box where the item above has one; an item without words ends the list.',
    enablement: inNote,
    palette: false,
    key: { key: 'enter', mac: 'enter', when: all(inNote, isContinuingLists), types: '\n' },
  },
  'sessionNotes.markGoalAchieved': {
    title: { en: 'Mark Goal Achieved', id: 'Tandai Tujuan Tercapai' },
    does: 'Marks the goal or action of the row, or at the caret, as achieved.',
    ...ofGoal('1_status@1', notBeing('achieved')),
    key: { key: 'ctrl+k x', mac: 'cmd+k x', when: all(inNote, atCaret) },
    noteMenu: { group: '2_goals@4' },
  },
  'sessionNotes.markSelectedGoalAchieved': {
    title: { en: 'Mark Selected Goal Achieved', id: 'Tandai Tujuan Terpilih Tercapai' },
    does: 'Marks the goal or action whose row is selected in *Open Goals* as achieved; the menu of the row shows its key.',
    enablement: areNotesRead,
    palette: false,
    // The same key as in a note: the menu of a row shows that one.
    key: { key: 'ctrl+k x', mac: 'cmd+k x', when: atGoalRow },
  },
  'sessionNotes.markGoalInProgress': {
    title: { en: 'Mark Goal in Progress', id: 'Tandai Tujuan Sedang Berjalan' },
    does: 'Marks the goal or action as in progress.',
    ...ofGoal('1_status@2', notBeing('in-progress')),
  },
  'sessionNotes.putGoalOnHold': {
    title: { en: 'Put Goal on Hold', id: 'Tunda Tujuan' },
    does: 'Marks the goal or action as on hold.',
    ...ofGoal('1_status@3', notBeing('on-hold')),
  },
  'sessionNotes.dropGoal': {
    title: { en: 'Discontinue Goal', id: 'Hentikan Tujuan' },
    does: 'Marks the goal or action as discontinued.',
    ...ofGoal('1_status@4', notBeing('dropped')),
  },
  'sessionNotes.reopenGoal': {
    title: { en: 'Reopen Goal', id: 'Buka Kembali Tujuan' },
    does: 'Marks the goal or action as open again.',
    ...ofGoal('1_status@5', notBeing('open')),
  },
  'sessionNotes.setDueDate': {
    title: { en: 'Set Due Date', id: 'Atur Tenggat' },
    does: 'Asks for the day that the goal or action is due: the next session, in a week, two weeks, a month, or as typed.',
    ...ofGoal('2_goal@1'),
    noteMenu: { group: '2_goals@3' },
  },
  'sessionNotes.carryOverGoal': {
    title: { en: 'Carry Over Goal', id: 'Bawa Tujuan ke Catatan Terbaru' },
    does: 'Carries the goal or action into the newest note of its case.',
    ...ofGoal('2_goal@2', goalsThat({ status: underWay, mentioned: 'earlier' })),
  },
  'sessionNotes.changeGoal': {
    title: { en: 'Change Goal', id: 'Ubah Tujuan' },
    does: 'Drops the goal with a reason and opens what takes its place.',
    ...ofGoal('2_goal@3', goalsThat({ status: underWay })),
  },
  'sessionNotes.addGoalId': {
    title: { en: 'Add Goal Id', id: 'Beri Id pada Tujuan' },
    does: 'Writes one `^id` on every mention of the goal that has none.',
    ...ofGoal('2_goal@4', goalsThat({ id: 'unsigned' })),
  },
  'sessionNotes.carryOverOpenGoals': {
    title: { en: 'Carry Over Open Goals', id: 'Bawa Tujuan Terbuka ke Catatan Ini' },
    does: 'Carries every open goal of the case that the note covers and does not mention into it.',
    enablement: inNote,
    noteMenu: { group: '2_goals@5' },
  },
  'sessionNotes.goToGoal': {
    title: { en: 'Go to Goal', id: 'Buka Tujuan' },
    does: 'Opens the note of the row, at the goal.',
    icon: 'go-to-file',
    palette: false,
    rows: [{ views: ['openGoals'], contexts: [goalsThat(), 'mention'], group: 'inline@1' }],
  },
  'sessionNotes.findGoal': {
    title: { en: 'Find Goal', id: 'Cari Tujuan' },
    does: 'Finds a goal of *Open Goals* by its words.',
    icon: 'search',
    enablement: areNotesRead,
    titleOf: [{ view: 'openGoals', group: 'navigation@1' }],
  },
  'sessionNotes.goToNextOpenGoal': {
    title: { en: 'Go to Next Open Goal', id: 'Ke Tujuan Terbuka Berikutnya' },
    does: 'Moves the caret to the next open goal of the note.',
    enablement: inNote,
  },
  'sessionNotes.goToPreviousOpenGoal': {
    title: { en: 'Go to Previous Open Goal', id: 'Ke Tujuan Terbuka Sebelumnya' },
    does: 'Moves the caret to the open goal before.',
    enablement: inNote,
  },
  'sessionNotes.revealNoteInOpenGoals': {
    title: { en: 'Reveal Note in Open Goals', id: 'Tunjukkan Catatan di Tujuan Terbuka' },
    does: 'Shows the note’s client, or what it mentions, in *Open Goals*.',
    icon: 'target',
    enablement: inNote,
    titleOf: [{ view: 'openGoals', group: 'navigation@2' }],
  },
  'sessionNotes.groupByClient': {
    title: { en: 'Group Goals by Client', id: 'Kelompokkan Tujuan menurut Konseli' },
    does: 'Groups *Open Goals* by client.',
    palette: false,
    enablement: all(areNotesRead, isNot('sessionNotes.groupBy', 'client')),
    titleOf: [{ view: 'openGoals', group: '1_group@1' }],
  },
  'sessionNotes.groupByStage': {
    title: { en: 'Group Goals by Stage', id: 'Kelompokkan Tujuan menurut Tahap' },
    does: 'Groups *Open Goals* by stage.',
    palette: false,
    enablement: all(areNotesRead, isNot('sessionNotes.groupBy', 'stage')),
    titleOf: [{ view: 'openGoals', group: '1_group@2' }],
  },
  'sessionNotes.groupByDue': {
    title: { en: 'Group Goals by Due Date', id: 'Kelompokkan Tujuan menurut Tenggat' },
    does: 'Groups *Open Goals* by due date.',
    palette: false,
    enablement: all(areNotesRead, isNot('sessionNotes.groupBy', 'due')),
    titleOf: [{ view: 'openGoals', group: '1_group@3' }],
  },
  'sessionNotes.showOverdue': {
    title: { en: 'Show Only Overdue Goals', id: 'Tampilkan Hanya yang Lewat Tenggat' },
    does: 'Leaves out of *Open Goals* what is not overdue.',
    palette: false,
    enablement: all(areNotesRead, isNotSet('sessionNotes.filter.overdue')),
    titleOf: [{ view: 'openGoals', group: '2_filter@2' }],
  },
  'sessionNotes.showAnyDue': {
    title: { en: 'Show Goals with Any Due Date', id: 'Tampilkan Tujuan dengan Tenggat Apa Pun' },
    does: 'Shows all in *Open Goals* again, whenever they are due.',
    palette: false,
    enablement: all(areNotesRead, isSet('sessionNotes.filter.overdue')),
    titleOf: [{ view: 'openGoals', group: '2_filter@2' }],
  },
  'sessionNotes.showClosedCases': {
    title: { en: 'Show Closed Cases', id: 'Tampilkan Kasus yang Ditutup' },
    does: 'Shows the goals of closed cases in *Open Goals*, too.',
    palette: false,
    enablement: all(areNotesRead, isNotSet('sessionNotes.filter.closed')),
    titleOf: [{ view: 'openGoals', group: '2_filter@3' }],
  },
  'sessionNotes.hideClosedCases': {
    title: { en: 'Hide Closed Cases', id: 'Sembunyikan Kasus yang Ditutup' },
    does: 'Leaves the goals of closed cases out of *Open Goals* again.',
    palette: false,
    enablement: all(areNotesRead, isSet('sessionNotes.filter.closed')),
    titleOf: [{ view: 'openGoals', group: '2_filter@3' }],
  },
} as const satisfies CommandTable;

const cases = {
  'sessionNotes.openNoteToSide': {
    title: { en: 'Open to the Side', id: 'Buka di Samping' },
    does: 'Opens the note of the row beside the editor.',
    palette: false,
    rows: [{ views: ['clients'], contexts: [...anySession, 'unfinished'], group: '1_open@1' }],
  },
  'sessionNotes.copyNotePath': {
    title: { en: 'Copy Path of Note', id: 'Salin Lokasi Catatan' },
    does: 'Copies where the note of the row lies in its folder.',
    palette: false,
    rows: [{ views: ['clients'], contexts: [...anySession, 'unfinished'], group: '9_copy@1' }],
  },
  'sessionNotes.openLastSession': {
    title: { en: 'Open Last Session', id: 'Buka Sesi Terakhir' },
    does: 'Opens the newest note of a client.',
    enablement: areNotesRead,
    rows: [{ views: trees, contexts: [...ofClient, 'no-client'], group: '3_case@2' }],
  },
  'sessionNotes.goToClient': {
    title: { en: 'Go to Client', id: 'Buka Konseli' },
    does: 'Shows a client that you pick in *Clients*.',
    enablement: areNotesRead,
  },
  'sessionNotes.findInCase': {
    title: { en: 'Find in Case', id: 'Cari dalam Kasus' },
    does: 'Opens the search of VS Code for the notes of one client.',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: [...ofClient, 'no-client'], group: '3_case@5' }],
  },
  'sessionNotes.openNextSession': {
    title: { en: 'Open Next Session', id: 'Buka Sesi Berikutnya' },
    does: 'Opens the session after the note.',
    enablement: inNote,
    noteMenu: { group: '4_case@4' },
  },
  'sessionNotes.openPreviousSession': {
    title: { en: 'Open Previous Session', id: 'Buka Sesi Sebelumnya' },
    does: 'Opens the session before the note.',
    enablement: inNote,
    noteMenu: { group: '4_case@3' },
  },
  'sessionNotes.showCaseProgress': {
    title: { en: 'Show Case Progress', id: 'Tampilkan Perkembangan Kasus' },
    does: 'Shows a case over its sessions, as a picture and a table.',
    icon: 'graph-line',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: [...ofClient, 'no-client', ...anySession], group: '3_case@3' }],
    noteMenu: { group: '4_case@1' },
  },
  'sessionNotes.showSessionBrief': {
    title: { en: 'Show Session Brief', id: 'Tampilkan Ringkasan Sesi' },
    does: 'Shows on one page what to have in mind before the next session.',
    icon: 'preview',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: [...ofClient, 'no-client', ...anySession], group: '3_case@4' }],
    noteMenu: { group: '4_case@2' },
  },
  'sessionNotes.copySessionBrief': {
    title: { en: 'Copy Session Brief', id: 'Salin Ringkasan Sesi' },
    does: 'Copies the page of *Session Brief* as Markdown.',
    icon: 'copy',
    enablement: 'resourceScheme == session-notes-brief',
    editorTitle: { group: 'navigation@1' },
  },
  'sessionNotes.closeCase': {
    title: { en: 'Close Case', id: 'Tutup Kasus' },
    does: 'Closes a case in its newest note.',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: ['client'], group: '4_change@1' }],
  },
  'sessionNotes.reopenCase': {
    title: { en: 'Reopen Case', id: 'Buka Kembali Kasus' },
    does: 'Opens a closed case again, by a new note or by taking the closing away.',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: ['client-closed'], group: '4_change@1' }],
  },
  'sessionNotes.renameClient': {
    title: { en: 'Rename Client', id: 'Ganti Kode Konseli' },
    does: 'Gives a client another code in all notes.',
    enablement: ofAnyCase,
    rows: [{ views: trees, contexts: ofClient, group: '4_change@2' }],
  },
  'sessionNotes.showMine': {
    title: { en: 'Show Only My Cases', id: 'Tampilkan Hanya Kasus Saya' },
    does: 'Shows only the cases of the counselor of the settings.',
    palette: false,
    enablement: all(areNotesRead, isNotSet('sessionNotes.filter.mine'), 'config.sessionNotes.counselor'),
    titleOf: [
      { view: 'openGoals', group: '2_filter@1' },
      { view: 'clients', group: '2_filter@1' },
    ],
  },
  'sessionNotes.showEveryones': {
    title: { en: "Show Everyone's Cases", id: 'Tampilkan Kasus Semua Konselor' },
    does: 'Shows the cases of all counselors again.',
    palette: false,
    enablement: all(areNotesRead, isSet('sessionNotes.filter.mine')),
    titleOf: [
      { view: 'openGoals', group: '2_filter@1' },
      { view: 'clients', group: '2_filter@1' },
    ],
  },
} as const satisfies CommandTable;

const transcripts = {
  'sessionNotes.applyCode': {
    title: { en: 'Apply Code', id: 'Terapkan Kode' },
    does: 'Codes the turn at the caret, or what is selected in it.',
    enablement: inTranscript,
    editorMenu: { when: atCaret, group: '1_sessionNotes@1' },
    key: { key: 'ctrl+k a', mac: 'cmd+k a', when: atCaret },
    takesText: true,
  },
  'sessionNotes.removeCode': {
    title: { en: 'Remove Code', id: 'Hapus Kode' },
    does: 'Takes a code off the turn or passage at the caret.',
    enablement: inTranscript,
    editorMenu: { when: atCaret, group: '1_sessionNotes@2' },
    key: { key: 'ctrl+k shift+a', mac: 'cmd+k shift+a', when: atCaret },
    takesText: true,
  },
  'sessionNotes.setStageFromHere': {
    title: { en: 'Set Stage From Here', id: 'Tetapkan Tahap Mulai dari Sini' },
    does: 'Says which stage begins at the turn at the caret.',
    enablement: inTranscript,
    editorMenu: { when: atCaret, group: '1_sessionNotes@3' },
    takesText: true,
  },
  'sessionNotes.foldCodes': {
    title: { en: 'Fold Codes', id: 'Lipat Kode' },
    does: 'Folds the codes in transcripts to hints at the end of their turns.',
    icon: 'fold',
    enablement: all(inTranscript, isNotSet('sessionNotes.codesFolded')),
    editorTitle: { group: 'navigation@9' },
  },
  'sessionNotes.unfoldCodes': {
    title: { en: 'Unfold Codes', id: 'Bentangkan Kode' },
    does: 'Shows the codes in transcripts as they are written.',
    icon: 'unfold',
    enablement: all(inTranscript, isSet('sessionNotes.codesFolded')),
    editorTitle: { group: 'navigation@9' },
  },
  'sessionNotes.showTranscriptPicture': {
    title: { en: 'Show Transcript Picture', id: 'Tampilkan Diagram Transkrip' },
    does: 'Shows who speaks when, in which stage and with which codes.',
    icon: 'graph',
    enablement: any(areNotesRead, inTranscript),
    titleOf: [{ view: 'codes', group: 'navigation@2' }],
    editorTitle: { when: inTranscript, group: '1_sessionNotes@1' },
  },
  'sessionNotes.newCode': {
    title: { en: 'New Code', id: 'Kode Baru' },
    does: 'Adds a code to the codebook of the folder.',
    icon: 'add',
    enablement: hasFolder,
    titleOf: [{ view: 'codes', group: 'navigation@0' }],
  },
  'sessionNotes.filterCodes': {
    title: { en: 'Filter Codes', id: 'Saring Kode' },
    does: 'Chooses whose codes *Codes* shows.',
    icon: 'filter',
    enablement: areNotesRead,
    titleOf: [{ view: 'codes', group: 'navigation@1' }],
  },
  'sessionNotes.renameCode': {
    title: { en: 'Rename Code', id: 'Ganti Nama Kode' },
    does: 'Gives a code another id in all transcripts and in the codebook.',
    icon: 'edit',
    enablement: areNotesRead,
    rows: [{ views: ['codes'], contexts: ['code'], group: 'inline@1' }],
  },
  'sessionNotes.showPassages': {
    title: { en: 'Show Passages', id: 'Tampilkan Petikan' },
    does: 'Shows on one page what is coded with some codes in all transcripts, and what was said around it.',
    icon: 'quote',
    enablement: areNotesRead,
    rows: [{ views: ['codes'], contexts: ['code'], group: 'inline@2' }],
  },
  'sessionNotes.savePassages': {
    title: { en: 'Save Passages', id: 'Simpan Petikan' },
    does: 'Saves the page of *Show Passages* as Markdown or as a table (CSV).',
    icon: 'save-as',
    enablement: 'resourceScheme == session-notes-passages',
    editorTitle: { group: 'navigation@1' },
  },
  'sessionNotes.compareRaters': {
    title: { en: 'Compare Raters', id: 'Bandingkan Pengode' },
    does: 'Shows how far the raters of transcripts agree.',
    enablement: any(areNotesRead, inTranscript),
  },
  'sessionNotes.copyComparison': {
    title: { en: 'Copy Comparison of Raters', id: 'Salin Perbandingan Pengode' },
    does: 'Copies the page of *Compare Raters* as Markdown.',
    icon: 'copy',
    enablement: inComparison,
    editorTitle: { group: 'navigation@1' },
  },
  'sessionNotes.saveComparison': {
    title: { en: 'Save Comparison of Raters', id: 'Simpan Perbandingan Pengode' },
    does: 'Saves the page of *Compare Raters* as Markdown.',
    icon: 'save-as',
    enablement: inComparison,
    editorTitle: { group: 'navigation@2' },
  },
  'sessionNotes.copyForRater': {
    title: { en: 'Copy for Rater', id: 'Salin untuk Pengode' },
    does: 'Makes a copy of the transcript for another rater to code.',
    enablement: inTranscript,
  },
  'sessionNotes.makeBlindedCopy': {
    title: { en: 'Make Blinded Copy', id: 'Buat Salinan Tersamar' },
    does: 'Makes copies of transcripts that do not tell whose session it is, and a key to them where you say.',
    enablement: hasFolder,
    palette: inTranscript,
    explorer: {
      when: any('resourceExtname =~ /^\\.(md|markdown)$/i', 'explorerResourceIsFolder'),
      group: '7_sessionNotes@3',
    },
  },
  'sessionNotes.correctWords': {
    title: { en: 'Correct Words', id: 'Perbaiki Kata' },
    does: 'Corrects mis-heard words in all raters’ copies of the transcript at once; codes stay where they are.',
    enablement: inTranscript,
    editorMenu: { when: atCaret, group: '1_sessionNotes@4' },
  },
  'sessionNotes.makeConsensus': {
    title: { en: 'Make Consensus', id: 'Buat Konsensus' },
    does: 'Makes one version of a transcript out of those of its raters.',
    enablement: inTranscript,
  },
  'sessionNotes.importTranscript': {
    title: { en: 'Import Transcript', id: 'Impor Transkrip' },
    does: 'Makes transcripts, or a codebook, from files of other programs.',
    icon: 'cloud-download',
    explorer: { when: importable(), group: '7_sessionNotes@1' },
  },
  'sessionNotes.exportTranscripts': {
    title: { en: 'Export Transcripts', id: 'Ekspor Transkrip' },
    does: 'Writes transcripts and codes for other programs.',
    enablement: hasFolder,
    explorer: {
      when: any('resourceExtname =~ /^\\.(md|markdown)$/i', 'explorerResourceIsFolder'),
      group: '7_sessionNotes@2',
    },
  },
} as const satisfies CommandTable;

/** Files that can be imported, but for Markdown, which is the notes themselves. */
function importable(): When {
  const extensions = [...transcriptExtensions, ...projectExtensions];
  const others = extensions.filter(extension => extension !== 'md' && extension !== 'markdown');
  return `resourceExtname =~ /^\\.(${others.join('|')})$/i`;
}

const protocols = {
  'sessionNotes.newProtocol': {
    title: { en: 'New Format', id: 'Format Catatan Baru' },
    does: 'Begins a note format of your own: blank, from another one, or from the headings of the note.',
  },
  'sessionNotes.showProtocol': {
    title: { en: 'Show Format', id: 'Tampilkan Format Catatan' },
    does: 'Shows the file of a note format.',
    takesText: true,
  },
  'sessionNotes.copyProtocol': {
    title: { en: 'Copy Built-in Format to Workspace', id: 'Salin Format Catatan Bawaan ke Ruang Kerja' },
    does: 'Copies a built-in note format into the folder, to be changed there.',
  },
  'sessionNotes.changeProtocol': {
    title: { en: 'Change Format', id: 'Ganti Format Catatan' },
    does: 'Writes the note anew by another note format, without losing a word.',
    enablement: all(inNote, notInTranscript),
    noteMenu: { group: '5_format@1' },
  },
} as const satisfies CommandTable;

/** The eye above the views that show words of notes. */
const eye = [
  { view: 'openGoals', group: 'navigation@4' },
  { view: 'clients', group: 'navigation@4' },
  { view: 'codes', group: 'navigation@4' },
] as const;

const other = {
  'sessionNotes.menu': {
    title: { en: 'Menu', id: 'Daftar Perintah' },
    does: 'Lists everything of Session Notes that can run now, in your language.',
    palette: 'sessionNotes.language',
    key: { key: 'ctrl+k ctrl+m', mac: 'cmd+k cmd+m', when: 'sessionNotes.language' },
  },
  'sessionNotes.chooseViewOptions': {
    title: { en: 'Choose View Options', id: 'Pilih Opsi Tampilan' },
    does: 'Groups and filters *Open Goals* and *Clients* by ticks.',
    enablement: areNotesRead,
  },
  'sessionNotes.hideWords': {
    title: { en: 'Hide Words', id: 'Sembunyikan Kata' },
    does: 'Takes the words of notes out of views, dialogs, problems and titles of tabs, for when others look on.',
    icon: 'eye',
    enablement: isNotSet('sessionNotes.wordsHidden'),
    titleOf: eye,
  },
  'sessionNotes.showWords': {
    title: { en: 'Show Words', id: 'Tampilkan Kata' },
    does: 'Shows the words of notes again.',
    icon: 'eye-closed',
    enablement: isSet('sessionNotes.wordsHidden'),
    titleOf: eye,
  },
  'sessionNotes.openSampleWorkspace': {
    title: { en: 'Open Sample Workspace', id: 'Buka Contoh Ruang Kerja' },
    does: 'Copies invented cases into a new folder and opens it.',
  },
  'sessionNotes.openDocumentation': {
    title: { en: 'Open Documentation', id: 'Buka Dokumentasi' },
    does: 'Opens these pages, which come with the extension: nothing is fetched.',
    titleOf: trees.map(view => ({ view, group: '9_help@1' }) as const),
  },
  'sessionNotes.refreshOpenGoals': {
    title: { en: 'Refresh Notes', id: 'Segarkan Catatan' },
    does: 'Reads all notes anew.',
    icon: 'refresh',
    enablement: hasFolder,
    titleOf: [
      { view: 'openGoals', group: 'navigation@3' },
      { view: 'clients', group: 'navigation@3' },
    ],
  },
  'sessionNotes.showLog': {
    title: { en: 'Show Log', id: 'Tampilkan Log' },
    does: 'Shows which files count as notes and why others do not; never what they say.',
  },
} as const satisfies CommandTable;

/** The commands by what they are about, in the order of the page on commands. */
export const commandGroups = {
  'Writing a note': writing,
  Goals: goals,
  Cases: cases,
  Transcripts: transcripts,
  'Note formats': protocols,
  Other: other,
} as const;

/** All of them by their ids: `handlers.ts` has one for each, and no other. */
export const commands = { ...writing, ...goals, ...cases, ...transcripts, ...protocols, ...other } as const;

export type CommandId = keyof typeof commands;
