import { type Message, message, type Titles, titleIn } from '../../core/message';
import type {
  ProfileCode,
  ProfileColumn,
  ProfileStage,
  SpeakingRole,
  TranscriptProfile,
} from '../../core/progress/transcriptProfile';
import { interfaceLanguage, render } from '../../l10n/catalogue';

function titled(title: Titles | undefined, id: string | undefined, otherwise: Message): string {
  return title === undefined ? (id ?? render(otherwise)) : titleIn(title, interfaceLanguage());
}

export function roleName({ title, role }: SpeakingRole): string {
  return titled(title, role, message('picture.no-role'));
}

export function stageName({ title, stage }: ProfileStage): string {
  return titled(title, stage, message('picture.no-stage'));
}

export function codeName({ title, code }: ProfileCode): string {
  return titled(title, code, message('picture.no-stage'));
}

/** `Turn 5`, or `Turns 5–8`. */
export function columnWords({ from, to }: ProfileColumn): string {
  if (to - from === 1) return render(message('picture.turn', { turn: to }));
  return render(message('picture.turns', { from: from + 1, to }));
}

/** Who says how many words. */
export function talkWords(words: readonly number[], roles: readonly SpeakingRole[]): string {
  const parts = roles.flatMap((role, at) => {
    const count = words[at] ?? 0;
    return count === 0 ? [] : [render(message('picture.words', { role: roleName(role), words: count }))];
  });
  return parts.join(', ');
}

/** How much is coded, and the share of the words that each role says. */
export function summaryWords({ turns, coded, roles }: TranscriptProfile): string {
  const all = roles.reduce((sum, { words }) => sum + words, 0);
  const share = (words: number): string =>
    new Intl.NumberFormat(interfaceLanguage(), { style: 'percent' }).format(all === 0 ? 0 : words / all);
  const shares = roles.map(role =>
    render(message('picture.share', { role: roleName(role), share: share(role.words) })),
  );
  return [render(message('picture.counts', { turns, coded })), ...shares].join(' · ');
}
