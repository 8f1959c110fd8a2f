import type { Wording } from './commandEntry';

/** What the manifest says of the extension as a whole. */
export const listing = {
  displayName: { en: 'Session Notes', id: 'Session Notes' },
  description: {
    en: 'Structured counseling notes in plain Markdown: SOAP, DAP, BIRP, four stages or your own format, open goals across sessions, and a validator. In English and Indonesian.',
    id: 'Catatan sesi konseling yang terstruktur dalam Markdown biasa: SOAP, DAP, BIRP, empat tahap, atau format sendiri, tujuan yang masih terbuka antarsesi, dan pemeriksa. Dalam bahasa Inggris dan Indonesia.',
  },
  container: { en: 'Sessions', id: 'Sesi' },
  virtualWorkspaces: {
    en: 'In a virtual workspace, only files whose names fit sessionNotes.files and notes that are open are read.',
    id: 'Di ruang kerja virtual, hanya berkas yang namanya sesuai dengan sessionNotes.files dan catatan yang terbuka yang dibaca.',
  },
} as const satisfies Readonly<Record<string, Wording>>;
