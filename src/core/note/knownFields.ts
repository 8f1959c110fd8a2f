/** The fields that every note may have whatever its protocol, and the keys that mean them. */
const knownFields: Readonly<Record<string, readonly string[]>> = {
  protocol: ['protokol', 'format catatan', 'format-catatan'],
  client: ['clients', 'konseli', 'klien', 'counselee'],
  session: ['sesi', 'pertemuan'],
  date: ['tanggal'],
  counselor: ['counsellor', 'konselor'],
  kind: ['jenis'],
  stages: ['stage', 'tahap', 'tahapan'],
  status: [],
  attendance: ['kehadiran'],
  contact: ['kontak'],
  closed: ['ditutup', 'penutupan'],
  language: ['bahasa'],
  coder: ['pengode'],
  speakers: ['penutur', 'pembicara'],
  transcript: ['transkrip'],
  consensus: ['konsensus'],
  words: [],
};

const fieldOfKey: ReadonlyMap<string, string> = new Map(
  Object.entries(knownFields).flatMap(([field, aliases]) =>
    [field, ...aliases].map(key => [key, field] as const),
  ),
);

/** The known field that a front-matter key means, case ignored. */
export function knownField(key: string): string | undefined {
  return fieldOfKey.get(key.trim().toLowerCase());
}
