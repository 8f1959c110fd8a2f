import { isOpen } from '../../core/case/case';
import { rangeMessages, scoreText } from '../../core/describe/measureFacts';
import { message, titleIn } from '../../core/message';
import type {
  CaseProgress,
  ProgressGoal,
  ProgressSession,
  ProgressStage,
} from '../../core/progress/caseProgress';
import type { ScorePoint } from '../../core/progress/gasCourse';
import type { Standing } from '../../core/progress/goalMarks';
import type { MeasureCourse } from '../../core/progress/measureCourse';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { dotted } from '../picture/texts';

/** The client, also where there is none. */
export function clientName({ client }: CaseProgress): string {
  return client === '' ? render(message('goals.no-client')) : client;
}

/** How many sessions and open goals a case has. */
export function countsOf({ sessions, goals }: CaseProgress): string {
  const held = sessions.filter(session => session.held).length;
  const open = goals.filter(({ status }) => isOpen(status)).length;
  return render(message('progress.counts', { sessions: held, open }));
}

/** A session in full: its number, date, and what sets it apart. */
export function sessionWords(session: ProgressSession): string {
  const { date, attendance, contact, draft } = session;
  return dotted([
    sessionName(session),
    session.session === undefined ? undefined : date,
    attendance === 'attended' ? undefined : message(`visit.attendance.${attendance}`),
    contact && message(`visit.contact.${contact}`),
    draft ? message('visit.draft') : undefined,
  ]);
}

function sessionName({ session, date, path }: ProgressSession): string {
  if (session !== undefined) return render(message('goals.session', { session }));
  return date ?? path;
}

/** The title of a stage; its id where its protocol is not there any more. */
export function progressStageName({ title, stage }: ProgressStage): string {
  if (stage === undefined) return render(message('goals.no-stage'));
  return titleIn(title, interfaceLanguage()) || stage;
}

/** Whether a session records a stage. */
export function recordedWords(isRecorded: boolean): string {
  return render(message(isRecorded ? 'progress.recorded' : 'progress.not-recorded'));
}

/** How a goal stands after a session. */
export function standingWords(standing: Standing | undefined): string {
  if (standing === undefined) return render(message('progress.not-opened'));
  const status = render(message(`goal-status.${standing.status}`));
  if (!standing.mentioned) return render(message('progress.as-before', { status }));
  const { gas, carried } = standing.mark;
  return dotted([
    status,
    carried ? message('goal-status.carried-over') : undefined,
    gas === undefined ? undefined : message('progress.level', { level: signed(gas) }),
  ]);
}

/** What is to be known of a goal besides its text. */
export function goalFacts({ kind, status, due, process }: ProgressGoal): readonly string[] {
  const facts = [
    message(process ? 'progress.process-goal' : `goals.kind.${kind}`),
    message(`goal-status.${status}`),
    ...(due === undefined || !isOpen(status) ? [] : [message('goals.due', { date: due })]),
  ];
  return facts.map(fact => render(fact));
}

/** The T-score after a session. */
export function scoreWords({ score, goals }: ScorePoint): string {
  return render(message('progress.t-score-of', { score: decimal(score), goals }));
}

/** A number to one decimal, as the language of the interface writes it. */
export function decimal(value: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return value.toLocaleString(interfaceLanguage(), digits);
}

/** A level of goal attainment with its sign: `+1`, `−2`. */
export function signed(level: number): string {
  if (level === 0) return '0';
  return level > 0 ? `+${level}` : `\u2212${-level}`;
}

/** A measure by its name. */
export function measureName({ title }: Pick<MeasureCourse, 'title'>): string {
  return titleIn(title, interfaceLanguage());
}

/** How far a measure goes, and which way is better. */
export function rangeWords(course: MeasureCourse): readonly string[] {
  return rangeMessages(course).map(said => render(said));
}

/** The scores of a session, or that there are none. */
export function measureWords(values: readonly number[]): string {
  return values.length === 0 ? render(message('progress.no-score')) : scoreText(values, interfaceLanguage());
}

/** A number as the language of the interface writes it. */
export function localNumber(value: number): string {
  return value.toLocaleString(interfaceLanguage());
}
