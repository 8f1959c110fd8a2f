import type { LanguageTag } from './languages';

/** What transcripts and codebooks of other formats are told apart by in a language; all words as they are compared. */
export interface TranscriptWords {
  /** What announces something else than a speaker at the beginning of a line, before a colon. */
  readonly announcements: readonly string[];
  /** What begins the title of a line that has somebody's name: `Nama konseli: …`. */
  readonly naming: readonly string[];
  /** What ends the beginning of a line that tells what somebody said: `Dia bilang: …`. */
  readonly saying: readonly string[];
  /** What the columns of a table are called, alone or among other words. */
  readonly columns: Readonly<
    Record<'speaker' | 'words' | 'end' | 'number' | 'code' | 'stage', readonly string[]>
  >;
  /** What tiers are called that hold what is said, and those that hold something else. */
  readonly tiers: Readonly<Record<'speech' | 'other', readonly string[]>>;
  /** What counselors and clients are called besides the names of their roles, as whole names. */
  readonly roleNames: Readonly<Record<'counselor' | 'client', readonly string[]>>;
  /** What stands before the name of who sent a message, and before that of who got it. */
  readonly messages: Readonly<Record<'from' | 'to', readonly string[]>>;
  /** What begins lists of who was there. */
  readonly attendees: readonly string[];
  /** What the columns of a table of codes are called, the surest first; `passages` tell that it is one of what was coded. */
  readonly codebooks: Readonly<
    Record<'code' | 'name' | 'definition' | 'parent' | 'color' | 'id' | 'passages', readonly string[]>
  >;
}

/** These words by language. They stand apart from the other tables, as only who imports something needs them. */
export const transcriptWords: Readonly<Record<LanguageTag, TranscriptWords>> = {
  en: {
    announcements: [
      ...words(
        'nb note notes example date time place title session duration topic audio file media recording name age school location from to cc bcc subject sent',
      ),
      ...[
        'audio file',
        'audio source',
        'media file',
        'begin transcript',
        'end transcript',
        'end of transcript',
        'transcript',
      ],
    ],
    naming: ['name'],
    saying: words('said says say asked asks told tell thought replied answered'),
    columns: {
      speaker: words('speaker name who role interlocutor participant person informant sender author tier'),
      words: words(
        'verbatim dialogue dialog transcript transcription utterance text words statement sentence content value message annotation',
      ),
      end: words('end stop offset'),
      number: words('number row line turn'),
      code: words('technique techniques skill skills code codes'),
      stage: words('stage phase'),
    },
    tiers: {
      speech: words('speech utterance utterances transcript transcription words text orthography'),
      other: words(
        'gaze gesture gestures mouth hands gloss note notes comment comments action posture phones phonemes translation researcher context code codes coding theme themes nonverbal',
      ),
    },
    roleNames: { counselor: [], client: [] },
    messages: { from: ['from'], to: ['to'] },
    attendees: words('attendees participants speakers invited'),
    codebooks: {
      code: ['code', 'codes', 'code name', 'tag'],
      name: ['code name', 'name', 'title', 'code', 'codes', 'tag', 'label', 'theme', 'category'],
      definition: ['definition', 'description', 'comment', 'memo', 'code memo', 'meaning'],
      parent: ['parent', 'parent code', 'parent id', 'category', 'theme', 'group'],
      color: ['color', 'colour'],
      id: ['id', 'guid', 'code id'],
      passages: [
        ...words('speaker text transcript quote quotation excerpt segment document'),
        ...['quotation content', 'quotation name', 'coded segment', 'media title'],
      ],
    },
  },
  id: {
    announcements: [
      ...words(
        'catatan keterangan ket contoh misalnya tanggal waktu tempat jam pukul judul sesi durasi topik rekaman berkas nama hari lokasi kelas sekolah usia umur alamat dari kepada subjek perihal dikirim',
      ),
      'jenis kelamin',
    ],
    naming: ['nama'],
    saying: words(
      'bilang bilangnya kata katanya berkata jawab jawabnya menjawab tanya tanyanya bertanya pikir berpikir ngomong cerita',
    ),
    columns: {
      speaker: words('penutur pembicara pelaku subjek nama peran tokoh informan inisial partisipan pengirim'),
      words: words(
        'ujaran ucapan verbatim percakapan dialog kalimat transkrip teks kata pernyataan isi tuturan pesan wawancara',
      ),
      end: words('selesai akhir'),
      number: words('nomor baris urut'),
      code: words('teknik keterampilan kode'),
      stage: words('tahap tahapan fase langkah'),
    },
    tiers: {
      speech: words('ucapan ujaran transkrip tuturan kata teks'),
      other: words(
        'tatapan gestur gerak gerakan catatan komentar mimik ekspresi tindakan postur terjemahan peneliti konteks kode koding tema nonverbal',
      ),
    },
    roleNames: { counselor: words('kons ko'), client: [...words('siswa murid ki siswi'), 'peserta didik'] },
    messages: { from: ['dari'], to: ['ke', 'kepada'] },
    attendees: words('hadir peserta penutur'),
    codebooks: {
      code: ['kode', 'nama kode', 'subkode'],
      name: ['nama kode', 'nama', 'judul', 'kode', 'subkode', 'tema', 'kategori'],
      definition: [
        ...words('definisi deskripsi keterangan penjelasan pengertian komentar memo arti'),
        ...['memo kode', 'definisi operasional'],
      ],
      parent: ['induk', 'kode induk', 'tema induk', 'kategori induk', 'kategori', 'tema', 'kelompok'],
      color: ['warna'],
      id: [],
      passages: words('penutur teks transkrip kutipan segmen dokumen'),
    },
  },
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
