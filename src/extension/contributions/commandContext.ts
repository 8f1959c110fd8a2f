import type * as vscode from 'vscode';
import type { AgreementViews } from '../agreement/agreementViews';
import type { OpenGoalsState } from '../openGoals/openGoalsState';
import type { OpenGoalsView } from '../openGoals/openGoalsView';
import type { CaseViews } from '../progress/caseViews';
import type { Services } from '../services/services';
import type { CodesView } from '../transcripts/codesView';
import type { TranscriptTools } from '../transcripts/transcriptTools';

/** What commands work on. */
export interface CommandContext extends Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly goalsState: OpenGoalsState;
  readonly openGoals: OpenGoalsView;
  readonly caseViews: CaseViews;
  readonly agreement: AgreementViews;
  readonly transcripts: TranscriptTools;
  readonly codes: CodesView;
}
