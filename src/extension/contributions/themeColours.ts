import type { Wording } from './commandEntry';

interface ColourEntry {
  readonly text: Wording;
  /** What it is in each kind of theme: a colour, or the id of one. */
  readonly dark: string;
  readonly light: string;
  readonly highContrast: string;
}

/** The colours that themes may set. */
export const themeColours: Readonly<Record<`sessionNotes.${string}`, ColourEntry>> = {
  'sessionNotes.stageHeading': {
    text: {
      en: 'Mark beside a heading that is recognized as a stage of the note format, in session notes',
      id: 'Penanda di samping judul yang dikenali sebagai tahap dalam format catatan, di catatan sesi',
    },
    dark: '#3794ff80',
    light: '#1a85ff80',
    highContrast: 'contrastBorder',
  },
  'sessionNotes.overdueDate': {
    text: {
      en: 'Due date that has passed, of a goal that is still open, in session notes',
      id: 'Tenggat yang sudah lewat dari tujuan yang masih terbuka, di catatan sesi',
    },
    dark: 'list.errorForeground',
    light: 'list.errorForeground',
    highContrast: 'problemsErrorIcon.foreground',
  },
  'sessionNotes.staleGoal': {
    text: {
      en: 'Open goals and actions that are older than the setting sessionNotes.goals.staleAfter allows',
      id: 'Tujuan dan tindakan yang sudah terbuka lebih lama dari batas pada setelan sessionNotes.goals.staleAfter',
    },
    dark: 'charts.purple',
    light: 'charts.purple',
    highContrast: 'charts.purple',
  },
  'sessionNotes.dueSoon': {
    text: {
      en: 'Open actions that are due before the next session',
      id: 'Tindakan terbuka yang tenggatnya sebelum sesi berikutnya',
    },
    dark: 'problemsWarningIcon.foreground',
    light: 'problemsWarningIcon.foreground',
    highContrast: 'problemsWarningIcon.foreground',
  },
};
