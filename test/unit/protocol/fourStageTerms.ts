import type { GoalRow, TechniqueRow, TermRow } from './termRow';

export const goalRows: readonly GoalRow[] = [
  {
    id: 'positive-relationship',
    role: 'counselor',
    english: ['Build a pleasant and positive relationship', 'Establish a positive relationship'],
    indonesian: [
      'Membangun hubungan yang menyenangkan dan positif',
      'Membina hubungan yang menyenangkan dan positif',
    ],
  },
  {
    id: 'explain-process',
    role: 'counselor',
    english: [
      "Explain to the client the counseling process and each party's responsibilities",
      "Explain the counseling process and each other's responsibilities",
      'Explain the process and responsibilities',
    ],
    indonesian: [
      'Menjelaskan kepada konseli proses konseling dan tanggung jawab masing-masing',
      'Menjelaskan proses konseling dan tanggung jawab masing-masing',
    ],
  },
  {
    id: 'facilitate-communication',
    role: 'counselor',
    english: ['Facilitate communication'],
    indonesian: ['Memfasilitasi komunikasi', 'Menfasilitasi komunikasi'],
  },
  {
    id: 'verify-problem',
    role: 'counselor',
    english: [
      'Identify and verify which problem the client wants to resolve',
      "Identify and verify which of the client's problems is to be resolved",
      'Identify and verify the problem to work on',
    ],
    indonesian: [
      'Mengidentifikasi dan memverifikasi masalah konseli mana yang ingin diselesaikan',
      'Mengidentifikasi dan memverifikasi masalah konseli yang ingin diselesaikan',
    ],
  },
  {
    id: 'plan-assessment',
    role: 'counselor',
    english: [
      'Plan with the client how to obtain the assessment data needed for the counseling to succeed',
      'Plan with the client how to obtain the assessment data needed',
      'Plan the assessment together',
    ],
    indonesian: [
      'Membuat rencana bersama konseli untuk memperoleh data asesmen yang dibutuhkan agar menyukseskan proses konseling',
      'Membuat rencana bersama konseli untuk memperoleh data asesmen yang dibutuhkan',
      'Merencanakan asesmen bersama konseli',
    ],
  },
  {
    id: 'understand-process',
    role: 'client',
    english: ['Understand the counseling process and take responsibility in it'],
    indonesian: [
      'Memahami proses konseling dan bertanggung jawab di dalamnya',
      'Memahami proses konseling dan bertanggung jawab dalam proses konseling',
    ],
  },
  {
    id: 'share-reasons',
    role: 'client',
    english: [
      'Share and make clear the reasons for seeking counseling help',
      'Share and affirm the reasons for seeking counseling help',
      'Share and affirm the reasons for seeking counseling',
    ],
    indonesian: [
      'Menyampaikan dan menegaskan alasan mencari bantuan konseling',
      'Membagikan dan menegaskan alasannya mencari bantuan konseling',
    ],
  },
  {
    id: 'cooperate-in-assessment',
    role: 'client',
    english: [
      'Cooperate in the assessment of the problem and of themselves',
      'Cooperate in the assessment of the problem and of oneself',
      'Cooperate in the assessment of the problem and of self',
    ],
    indonesian: [
      'Bekerja sama dalam asesmen tentang masalah dan dirinya',
      'Bekerja sama di dalam asesmen tentang problem dan dirinya',
    ],
  },
];

export const techniqueRows: readonly TechniqueRow[] = [
  {
    id: 'verbal-communication',
    stage: 'exploration',
    english: ['Verbal communication'],
    indonesian: ['Komunikasi verbal'],
  },
  {
    id: 'nonverbal-communication',
    stage: 'exploration',
    english: ['Nonverbal communication', 'Non-verbal communication'],
    indonesian: ['Komunikasi nonverbal', 'Komunikasi non verbal'],
  },
  {
    id: 'repetition',
    stage: 'planning',
    english: ['Repetition', 'Repeating'],
    indonesian: ['Repetisi', 'Pengulangan'],
  },
  {
    id: 'mild-confrontation',
    stage: 'planning',
    english: ['Mild confrontation', 'Gentle confrontation'],
    indonesian: ['Konfrontasi ringan', 'Konfrontasi lunak', 'Konfrontasi halus'],
  },
  {
    id: 'clear-interpretation',
    stage: 'planning',
    english: ['Clear interpretation of information', 'Clear interpretation', 'Interpretation'],
    indonesian: [
      'Interpretasi informasi yang jelas',
      'Interpretasi yang jelas',
      'Interpretasi',
      'Penafsiran informasi',
    ],
  },
  {
    id: 'reinforcement',
    stage: 'planning',
    english: ['Reinforcement', 'Strengthening'],
    indonesian: ['Penguatan', 'Peneguhan'],
  },
];

export const choiceRows: readonly TermRow[] = [
  {
    id: 'resolved',
    english: ['Resolved', 'Solved'],
    indonesian: ['Terselesaikan', 'Selesai', 'Tuntas', 'Teratasi'],
  },
  {
    id: 'continued',
    english: ['Continued', 'To be continued', 'Ongoing'],
    indonesian: ['Diteruskan', 'Dilanjutkan', 'Lanjut', 'Berlanjut'],
  },
  {
    id: 'changed',
    english: ['Changed', 'Modified', 'Revised'],
    indonesian: ['Diubah', 'Dirubah', 'Disesuaikan'],
  },
  { id: 'shortened', english: ['Shortened', 'Cut short'], indonesian: ['Dipersingkat', 'Diperpendek'] },
  {
    id: 'increased',
    english: ['Increased', 'Added to', 'Expanded', 'Extended'],
    indonesian: ['Ditambah', 'Diperbanyak', 'Diperpanjang'],
  },
  { id: 'reduced', english: ['Reduced', 'Decreased', 'Tapered'], indonesian: ['Dikurangi', 'Diperjarang'] },
];
