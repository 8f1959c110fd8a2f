import type { StageRow } from './termRow';

/** What the four-stage protocol holds, kept apart from its file so that an edit of the file cannot lose a title. */
export const stageRows: readonly StageRow[] = [
  {
    id: 'relationship',
    required: true,
    english: ['Building the relationship', 'Relationship building', 'Relationship establishment', 'Rapport'],
    indonesian: [
      'Membangun hubungan',
      'Membina hubungan',
      'Pembinaan hubungan',
      'Pembinaan hubungan baik',
      'Rapport',
    ],
    sections: [
      {
        id: 'counselor-goals',
        required: true,
        english: ["Counselor's goals", 'Goals of the counselor'],
        indonesian: ['Tujuan konselor', 'Tujuan dari segi konselor'],
      },
      {
        id: 'client-goals',
        required: true,
        english: ["Client's goals", 'Goals of the client'],
        indonesian: ['Tujuan konseli', 'Tujuan dari segi konseli', 'Tujuan dari segi konseling'],
      },
      {
        id: 'quality',
        required: 'case',
        english: ['Quality of the relationship', 'What came back from the client'],
        indonesian: ['Kualitas hubungan', 'Timbal balik konseli', 'Suasana hubungan'],
      },
    ],
  },
  {
    id: 'exploration',
    required: true,
    english: [
      'Identifying and exploring the problem',
      'Problem identification and exploration',
      'Exploring the problem',
    ],
    indonesian: [
      'Identifikasi dan eksplorasi masalah',
      'Pengidentifikasian dan pengeksplorasian problem',
      'Mengidentifikasi dan mengeksplorasi masalah',
      'Eksplorasi masalah',
      'Penggalian masalah',
    ],
    sections: [
      {
        id: 'account',
        required: 'case',
        english: ['The problem as the client tells it', 'Presenting problem', 'Presenting concern'],
        indonesian: ['Masalah yang disampaikan konseli', 'Cerita konseli', 'Keluhan', 'Uraian masalah'],
      },
      {
        id: 'definition',
        required: true,
        english: ['Problem definition', 'Definition of the problem', 'Problem statement'],
        indonesian: ['Definisi masalah', 'Rumusan masalah', 'Pendefinisian masalah'],
      },
      {
        id: 'time',
        required: true,
        english: ['Time dimension', 'Past, present and future', 'Timeline', 'History of the problem', 'Time'],
        indonesian: ['Dimensi waktu', 'Informasi berdimensi waktu', 'Aspek waktu', 'Riwayat masalah'],
      },
      {
        id: 'feeling',
        required: true,
        english: ['Feeling dimension', 'Feelings', 'Feeling', 'Affective dimension', 'Emotional dimension'],
        indonesian: ['Dimensi perasaan', 'Perasaan', 'Aspek perasaan', 'Dimensi afektif', 'Dimensi emosi'],
      },
      {
        id: 'cognition',
        required: true,
        english: ['Cognitive dimension', 'Cognition', 'Thoughts', 'Thinking'],
        indonesian: ['Dimensi kognitif', 'Kognisi', 'Dimensi kognisi', 'Pikiran', 'Aspek kognitif'],
      },
      {
        id: 'integration',
        required: 'case',
        english: ['Integration of the information', 'Summary of the three dimensions'],
        indonesian: ['Integrasi informasi', 'Pengintegrasian informasi', 'Rangkuman informasi'],
      },
      {
        id: 'communication',
        required: false,
        english: [
          "Counselor's communication",
          'Verbal and nonverbal communication',
          'Verbal and nonverbal communication of the counselor',
        ],
        indonesian: [
          'Komunikasi konselor',
          'Komunikasi verbal dan nonverbal',
          'Komunikasi verbal dan nonverbal konselor',
        ],
      },
    ],
  },
  {
    id: 'planning',
    required: true,
    english: ['Planning how to solve the problem', 'Planning for problem solving', 'Planning the solution'],
    indonesian: [
      'Perencanaan pemecahan masalah',
      'Merencanakan pemecahan problem',
      'Rencana pemecahan masalah',
      'Perencanaan solusi',
    ],
    sections: [
      {
        id: 'solution',
        required: true,
        english: ['Best-fitting solution', 'Most suitable solution', 'Chosen solution', 'Agreed solution'],
        indonesian: [
          'Solusi yang paling tepat',
          'Solusi terpilih',
          'Solusi terbaik',
          'Solusi yang disepakati',
        ],
      },
      {
        id: 'alternatives',
        required: true,
        english: ['Alternative solutions', 'Alternatives', 'Other options considered'],
        indonesian: [
          'Alternatif solusi',
          'Alternatif solusi yang lain',
          'Solusi alternatif',
          'Alternatif pemecahan masalah',
        ],
      },
      {
        id: 'explanation',
        required: 'case',
        english: ['Explanation of the solution', 'How it was explained'],
        indonesian: ['Penjelasan solusi', 'Penjelasan solusi kepada konseli'],
      },
    ],
  },
  {
    id: 'closing',
    required: true,
    english: [
      'Applying the solution and closing',
      'Solution application and termination',
      'Applying the solution and ending counseling',
      'Termination',
    ],
    indonesian: [
      'Penerapan solusi dan penutup konseling',
      'Pengaplikasian solusi dan penutup konseling',
      'Penerapan solusi dan pengakhiran konseling',
      'Aplikasi solusi dan pengakhiran',
      'Terminasi',
    ],
    sections: [
      {
        id: 'result',
        required: false,
        english: ['Result of applying the solution', 'Result', 'Results of the actions', 'What was done'],
        indonesian: [
          'Hasil penerapan',
          'Hasil penerapan solusi',
          'Penerapan solusi',
          'Hasil tindakan',
          'Pelaksanaan tindakan',
        ],
      },
      {
        id: 'actions',
        required: true,
        english: ["Client's actions", 'Action steps', 'Homework', 'What the client will do'],
        indonesian: [
          'Tindakan konseli',
          'Langkah konseli',
          'Rencana aksi',
          'Tugas konseli',
          'Pekerjaan rumah',
        ],
      },
      {
        id: 'start-end',
        required: true,
        english: ['Start and end points of the process', 'Start point and end point', 'Start and end points'],
        indonesian: [
          'Titik awal dan titik akhir proses konseling',
          'Titik awal dan titik akhir',
          'Titik awal dan akhir',
        ],
      },
      {
        id: 'decision',
        required: true,
        english: ['Decision', "Counselor's decision", 'Outcome', 'Disposition'],
        indonesian: ['Keputusan', 'Keputusan konselor', 'Status masalah', 'Hasil akhir'],
      },
    ],
  },
];
