import assert from 'node:assert/strict';
import { addOwnCode, ownProtocolText, renameOwnCode } from '../../../src/core/change/ownCodes';
import { renameCode } from '../../../src/core/change/renameCode';
import { setStageFrom } from '../../../src/core/change/setStage';
import { codeOffers } from '../../../src/core/complete/codeOffers';
import { codeLines } from '../../../src/core/describe/codeLines';
import { describeAt } from '../../../src/core/describe/describeAt';
import { toMarkdown } from '../../../src/core/describe/markdown';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { applyEdits } from '../../../src/core/text/textEdit';
import { filterPlaces, readCodedTranscript } from '../../../src/core/transcript/codedTranscript';
import { removableCodes } from '../../../src/core/transcript/codesAt';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { onlyTurn, readNote, transcriptText } from './transcripts';

/** The transcript with a caret at the `|` of its lines. */
function atCaret(...lines: readonly string[]): { readonly turns: TurnChunks; readonly offset: number } {
  const marked = transcriptText(...lines);
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0);
  return { turns: TurnChunks.of(readNote(marked.replace('|', ''))), offset };
}

function offered(...lines: readonly string[]): readonly string[] {
  const { turns, offset } = atCaret(...lines);
  return codeOffers(turns, offset, 'en').map(({ insert }) => insert);
}

describe('what is offered behind # in a turn', () => {
  it('is the techniques of its stage first, then the others, then codes', () => {
    assert.deepEqual(offered('## Working', '', 'RA: a #|'), [
      '#mild-confrontation',
      '#attending',
      '#open-question',
      '#affect',
      '#time',
      '#change-talk',
    ]);
  });

  it('puts what does not apply to the speaker last, and leaves out what the turn has', () => {
    assert.deepEqual(offered('K-014: a #time #|').slice(0, 2), ['#affect', '#change-talk']);
    assert.deepEqual(offered('K-014: a #t|').includes('#time'), true);
  });

  it('comes in the comment of a passage, too', () => {
    assert.equal(offered('RA: {==a==}{>>#affect #|<<}').includes('#affect'), false);
    assert.equal(offered('RA: {==a==}{>>#|<<}').length, 6);
  });

  it('does not come in words, heads, headings and outside of turns', () => {
    for (const line of ['RA: a|', 'RA: a C#|', '#|', '##|', 'teks #|'])
      assert.deepEqual(offered(line), [], line);
  });
});

describe('what is said of a code', () => {
  it('is its title, id, stage, definition, and when it applies', () => {
    const text = transcriptText('RA: a #attending');
    const note = readNote(text);
    const described = describeAt(note, text.indexOf('#attending') + 3, [], TurnChunks.of(note));
    assert.ok(described?.kind === 'code');
    assert.equal(text.slice(described.range.start, described.range.end), '#attending');
    const voice = { language: 'id', say: ({ key }: { readonly key: string }) => key };
    assert.match(
      toMarkdown(codeLines(described.code), voice),
      /\*\*Menghampiri\*\*[\s\S]*Menunjukkan perhatian/,
    );
  });
});

describe('a transcript by two protocols', () => {
  const both = (...lines: readonly string[]) => {
    const marked = transcriptText(...lines).replace(
      'protocol: training',
      'protocol: [training, supervision]',
    );
    const turns = TurnChunks.of(readNote(marked.replace('|', '')));
    return { turns, offset: marked.indexOf('|') };
  };

  it('is offered the codes of both, those of the stage first by whichever it stands in', () => {
    const { turns, offset } = both('## Review', '', 'RA: a #|');
    const inserted = codeOffers(turns, offset, 'en').map(({ insert }) => insert);
    assert.deepEqual(inserted, [
      '#feedback',
      '#attending',
      '#open-question',
      '#mild-confrontation',
      '#affect',
      '#time',
      '#silence',
      '#change-talk',
    ]);
  });

  it('says what the codes of the second mean, and of an id of both what the first means', () => {
    const meant = (code: string): string | undefined => {
      const { turns } = both(`RA: a #${code}`);
      const described = describeAt(turns.note, turns.note.outline.text.lastIndexOf(code), [], turns);
      return described?.kind === 'code' ? described.code.term.title['en'] : undefined;
    };
    assert.deepEqual(['silence', 'feedback', 'time', 'nothing'].map(meant), [
      'Silence',
      'Feedback',
      'Time',
      undefined,
    ]);
  });

  it('knows the roles of both', () => {
    const { turns } = both('Penyelia: a');
    assert.deepEqual(
      [...turns.turns()].map(({ role }) => role),
      ['supervisor'],
    );
  });
});

describe('setting a stage from a turn on', () => {
  const set = (...lines: readonly string[]): string => {
    const { turns, offset } = atCaret(...lines);
    const { note } = turns;
    const [turn] = turns.turnsIn({ start: offset, end: offset });
    const stage = note.protocol?.protocol.stages[1];
    assert.ok(turn && stage);
    const after = applyEdits(note.outline.text, setStageFrom(note, turn, stage, 'id').edits);
    return after.slice(after.lastIndexOf('---\n') + 4);
  };

  it('puts its heading above the turn', () => {
    assert.equal(set('RA: a', '', 'K-014: b|'), 'RA: a\n\n## Bekerja\n\nK-014: b\n');
    assert.equal(set('RA: a', 'K-014: b|'), 'RA: a\n\n## Bekerja\n\nK-014: b\n');
  });

  it('takes the level of the stages that stand there', () => {
    assert.equal(
      set('### Opening', 'RA: a', '', 'K-014: b|'),
      '### Opening\nRA: a\n\n### Bekerja\n\nK-014: b\n',
    );
  });

  it('changes the heading that stands directly above', () => {
    assert.equal(set('### Opening', '', 'RA: a|'), '### Bekerja\n\nRA: a\n');
  });
});

describe('renaming a code', () => {
  it('writes the other id everywhere in a turn, once where it stands there already', () => {
    const { text } = onlyTurn('RA: {==a==}{>>#time #affect m<<} {==b==}{>>#time<<} #affect #time');
    const after = applyEdits(text, renameCode(readNote(text), 'time', 'affect').edits);
    assert.ok(after.endsWith('RA: {==a==}{>>#affect m<<} {==b==}{>>#affect<<} #affect\n'), after);
  });

  it('in a codebook changes its id, and where it is a parent', () => {
    const text =
      'id: own\ntitle: { en: Own }\ncodes:\n  - id: time # x\n    title: { en: Time }\n  - { id: past, title: { en: Past }, parent: time }\n';
    const after = applyEdits(text, renameOwnCode(text, 'time', 'when').edits);
    assert.deepEqual(
      loadProtocol(after).protocol?.codes.map(({ id, parent }) => [id, parent]),
      [
        ['when', undefined],
        ['past', 'when'],
      ],
    );
    assert.ok(after.includes('- id: when # x\n'));
  });
});

describe('a new code', () => {
  const code = { id: 'new-code', title: 'Kode: baru', definition: 'Bila "baru"', languages: ['en', 'id'] };

  it('starts a codebook from the built-in protocol', () => {
    const { set, faults } = loadWorkspaceProtocols([
      { path: 'a.yaml', text: ownProtocolText('four-stage', code) },
    ]);
    assert.deepEqual([...faults], []);
    const added = set.get('four-stage')?.protocol.codes.at(-1);
    assert.deepEqual(
      [added?.id, added?.title, added?.definition],
      ['new-code', { en: code.title, id: code.title }, { en: code.definition, id: code.definition }],
    );
  });

  it('is added behind the codes that are there, as they are written', () => {
    for (const codes of [
      '',
      'codes:\n  - id: a\n    title: { en: A, id: A }\n',
      'codes:\n- { id: a, title: { en: A, id: A } } # x\n',
    ]) {
      const text = `id: own\ntitle: { en: Own, id: Sendiri }\n${codes}synonyms: []\n`.replace(
        'synonyms: []\n',
        codes === '' ? '' : 'synonyms: []\n',
      );
      const change = addOwnCode(text, code);
      assert.ok(change.kind === 'edits');
      const { protocol, faults } = loadProtocol(applyEdits(text, change.edits));
      assert.deepEqual(faults, []);
      assert.deepEqual(
        protocol?.codes.map(({ id }) => id),
        codes === '' ? ['new-code'] : ['a', 'new-code'],
      );
    }
  });

  it('leaves the comment behind the last code where it stands', () => {
    const text =
      'id: own\ntitle: { en: Own, id: Sendiri }\ncodes:\n  - id: a\n    title: { en: A, id: A } # of A\n';
    const change = addOwnCode(text, { ...code, title: 'B', definition: undefined });
    assert.ok(change.kind === 'edits');
    const added = '  - id: new-code\n    title: { en: B, id: B }\n';
    assert.equal(applyEdits(text, change.edits), text + added);
  });

  it('may be called by a word that YAML takes for something else', () => {
    for (const id of ['true', 'null', 'yes']) {
      const text = 'id: own\ntitle: { en: Own, id: Sendiri }\n';
      const change = addOwnCode(text, { ...code, id });
      assert.ok(change.kind === 'edits');
      const { protocol, faults } = loadProtocol(applyEdits(text, change.edits));
      assert.deepEqual(faults, []);
      assert.deepEqual(
        protocol?.codes.map(each => each.id),
        [id],
      );
    }
  });

  it('is not written where the file is broken or its codes stand on one line', () => {
    for (const text of ['a: [', '', 'id: own\ncodes: [{ id: a, title: { en: A, id: A } }]\n']) {
      assert.equal(addOwnCode(text, code).kind, 'refused');
    }
  });
});

describe('what is coded in a transcript', () => {
  const text = transcriptText(
    '## Opening',
    '',
    'RA: satu {==dua==}{>>#affect<<} #attending',
    '',
    '## Working',
    '',
    'K-014: tiga #affect',
    '',
    'RA: x',
  );
  const coded = (() => {
    const steps = readCodedTranscript(TurnChunks.of(readNote(text)));
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  })();

  it('is told with place, words, speaker and stage', () => {
    assert.equal(coded.turns, 3);
    assert.deepEqual(
      coded.places.map(({ code, turn, excerpt, speaker, stage, isPassage }) => [
        code,
        turn,
        excerpt,
        speaker,
        stage,
        isPassage,
      ]),
      [
        ['affect', 0, 'dua', 'RA', 'opening', true],
        ['attending', 0, 'satu dua', 'RA', 'opening', false],
        ['affect', 1, 'tiga', 'K-014', 'working', false],
      ],
    );
    const [first] = coded.places;
    assert.equal(first && text.slice(first.range.start, first.range.end), 'dua');
  });

  it('can be narrowed to stages, roles and raters', () => {
    const none = new Set<string>();
    const codes = (filter: Partial<Parameters<typeof filterPlaces>[1]>): readonly string[] =>
      filterPlaces(coded, { stages: none, roles: none, raters: none, ...filter }).map(({ code }) => code);
    assert.deepEqual(codes({ stages: new Set(['working']) }), ['affect']);
    assert.deepEqual(codes({ roles: new Set(['counselor']) }), ['affect', 'attending']);
    assert.deepEqual(codes({ raters: new Set(['AB']) }), []);
  });

  it('can be taken off where it stands: passages there, then the turn', () => {
    const { turn, text: one } = onlyTurn('RA: {==satu==}{>>#affect<<} dua #attending');
    const at = (words: string) => ({ start: one.indexOf(words), end: one.indexOf(words) });
    assert.deepEqual(
      removableCodes([turn], at('satu')).map(({ code }) => code),
      ['affect', 'attending'],
    );
    assert.deepEqual(
      removableCodes([turn], at('dua')).map(({ code }) => code),
      ['attending'],
    );
  });
});
