import { type LoadedPractice, loadPractice } from '../../src/core/practice/loadPractice';
import type { Protocol } from '../../src/core/protocol/schema';

const own = `id: own
title: { en: Own }
roles: [{ id: counselor, title: { en: Counselor } }, { id: client, title: { en: Client } }]
stages:
  - id: alpha
    title: { en: Alpha stage }
    sections:
      - { id: one, title: { en: Section one }, tracks: goals }
      - id: two
        title: { en: Section two }
        required: false
        tracks: actions
        choices: [{ id: going-on, title: { en: Going on } }, { id: not-yet, title: { en: Not yet } }]
  - id: beta
    title: { en: Beta stage }
    required: false
    techniques: [{ id: listening, title: { en: Listening } }]
codes: [{ id: trust, title: { en: Trust } }]
`;

/** A format that asks for more words than anybody writes, so that all are counted. */
const counting = `id: counting
title: { en: Counting }
stages:
  - id: alpha
    title: { en: Alpha stage }
    minLength: 100000000
    sections: [{ id: one, title: { en: Section one }, minLength: 100000000 }]
`;

/** A format with a measure, of which each line of a note may give a score. */
const measuring = `id: measuring
title: { en: Measuring }
measures: [{ id: mood, title: { en: Mood }, min: 0, max: 10 }]
stages:
  - { id: alpha, title: { en: Alpha stage } }
`;

/** The practice that all shapes are read by. */
export const practice: LoadedPractice = loadPractice(
  { path: 'config.yaml', text: 'defaultProtocol: own\n' },
  [
    { path: 'own.yaml', text: own },
    { path: 'counting.yaml', text: counting },
    { path: 'measuring.yaml', text: measuring },
  ],
);

/** Its format. */
export function ownProtocol(): Protocol {
  const found = practice.protocols.get('own');
  if (found === undefined) throw new Error('the format of the shapes is not sound');
  return found.protocol;
}

/** The front matter of a note, without its end. */
export const head = '---\nprotocol: own\nclient: K-1\nsession: 1\ndate: 2026-01-05\n---\n';
export const transcriptHead = '---\nprotocol: own\nkind: transcript\nclient: K-1\n---\n\n';
