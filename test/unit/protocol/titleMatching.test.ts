import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import type { CompiledProtocol } from '../../../src/core/protocol/compiledProtocol';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';

function compiled(yaml: string): CompiledProtocol {
  const { protocol, faults } = loadProtocol(yaml);
  // Titles in a language that others lack are no mistake here.
  assert.deepEqual(
    faults.filter(({ severity }) => severity === undefined),
    [],
  );
  assert.ok(protocol);
  return compileProtocol(protocol);
}

const brief = compiled(`
id: brief
title: { en: Brief counseling }
synonyms:
  - [guru BK, konselor]
  - [konselor, counselor]
stages:
  - id: opening
    title: { en: Opening, id: Pembukaan }
    aliases: { en: [A. M. check-in, 12 steps], id: [Catatan guru BK] }
    sections:
      - id: mood
        title: { en: Mood, id: Suasana hati }
  - id: middle
    title: { en: Middle, id: Inti }
    sections:
      - id: opening-words
        title: { en: Opening }
`);

function stageNamed(title: string): readonly [string | undefined, string | undefined] {
  const match = brief.matchStage(title);
  return [match?.term.id, match?.language];
}

describe('the title of a heading', () => {
  const decorated = [
    '**Pembukaan**',
    '*Pembukaan*',
    '_Pem_**bukaan**',
    '~~Pembukaan~~',
    '`Pembukaan`',
    '[Pembukaan](https://example.org "Pembukaan")',
    '[Pembukaan][ref]',
    '[Pembukaan]',
    '<b>Pembukaan</b>',
    'Pembukaan <!-- sebelum istirahat -->',
    '🎯 Pembukaan',
    'Pembukaan 👩‍🏫',
    ':memo: Pembukaan',
    'Pembukaan {.unnumbered}',
    'Pembukaan {-}',
    'Pembukaan:',
    'Pembukaan :',
    '**Pembukaan:**',
    'PEMBUKAAN',
    'pémbukaän',
    '  Pembukaan\t',
    'Pembukaan'.normalize('NFD'),
    'Ｐｅｍｂｕｋａａｎ',
    'Pembu\u00adkaan',
  ];
  for (const title of decorated) {
    it(`names its stage as ${JSON.stringify(title)}`, () => {
      assert.deepEqual(stageNamed(title), ['opening', 'id']);
    });
  }

  const numbered = [
    '1. Pembukaan',
    '1 Pembukaan',
    '1) Pembukaan',
    '1.2 Pembukaan',
    '1.2. Pembukaan',
    '10.Pembukaan',
    'II. Pembukaan',
    'iv) Pembukaan',
    'II – Pembukaan',
    'A. Pembukaan',
    'a) Pembukaan',
    '(2) Pembukaan',
    '(ii) Pembukaan',
    '(a) Pembukaan',
    'Tahap 1: Pembukaan',
    'Tahap 2: Pembukaan',
    'Tahap II: Pembukaan',
    'TAHAP 1 – PEMBUKAAN',
    'Tahap 1 Pembukaan',
    'Tahap ke-1: Pembukaan',
    'Stage 2 – Pembukaan',
    'Stage 2 — Pembukaan',
    'Stage 2 - Pembukaan',
    'I. Tahap 1: Pembukaan',
    '**1.** Pembukaan',
    '1\\. Pembukaan',
    'Stage 1: A. Pembukaan',
    'I. Tahap 1: A. Pembukaan',
  ];
  for (const title of numbered) {
    it(`names its stage after a number, as ${JSON.stringify(title)}`, () => {
      assert.deepEqual(stageNamed(title), ['opening', 'id']);
    });
  }

  it('has three numbers at most', () => {
    assert.deepEqual(stageNamed('(1) I. Tahap 1: A. Pembukaan'), [undefined, undefined]);
  });

  it('is found whole before its beginning is taken for a number', () => {
    assert.deepEqual(stageNamed('A. M. check-in'), ['opening', 'en']);
    assert.deepEqual(stageNamed('12 steps'), ['opening', 'en']);
    assert.deepEqual(stageNamed('2. A. M. check-in'), ['opening', 'en']);
    assert.deepEqual(stageNamed('steps'), [undefined, undefined]);
  });

  it('of only a stage number names the stage of that number', () => {
    assert.deepEqual(stageNamed('Tahap 2'), ['middle', 'id']);
    assert.deepEqual(stageNamed('Stage II:'), ['middle', 'en']);
    assert.deepEqual(stageNamed('Stage Two'), ['middle', 'en']);
    assert.deepEqual(stageNamed('Tahap dua:'), ['middle', 'id']);
    assert.deepEqual(stageNamed('Stage a'), [undefined, undefined]);
    assert.deepEqual(stageNamed('**Stage 1**'), ['opening', 'en']);
    assert.deepEqual(stageNamed('Tahap 3'), [undefined, undefined]);
    assert.deepEqual(stageNamed('Tahap 0'), [undefined, undefined]);
    assert.deepEqual(stageNamed('2'), [undefined, undefined]);
    assert.deepEqual(stageNamed('Tahap 2a'), [undefined, undefined]);
  });

  it('yields to an explicit id', () => {
    assert.deepEqual(stageNamed('Pembukaan {#middle}'), ['middle', undefined]);
    assert.deepEqual(stageNamed('Anything {#opening .big}'), ['opening', undefined]);
    assert.deepEqual(stageNamed('**Anything {.big #opening}**:'), ['opening', undefined]);
    assert.deepEqual(stageNamed('Pembukaan {#mood}'), [undefined, undefined]);
    assert.deepEqual(stageNamed('Pembukaan {#elsewhere}'), ['opening', 'id']);
    assert.deepEqual(stageNamed('Pembukaan \\{#middle}'), [undefined, undefined]);
  });

  it('is taken with the synonyms of its words, phrases and chains of them', () => {
    for (const title of ['Catatan guru BK', 'Catatan Konselor', 'Catatan counselor']) {
      assert.deepEqual(stageNamed(title), ['opening', 'id'], title);
    }
    assert.deepEqual(stageNamed('Catatan guru'), [undefined, undefined]);
  });

  it('names a section inside its stage only, whatever a stage is called', () => {
    const [opening, middle] = brief.protocol.stages;
    assert.ok(opening && middle);
    assert.equal(brief.matchSection(middle, 'Opening')?.term.id, 'opening-words');
    assert.equal(brief.matchSection(opening, 'Opening'), undefined);
    assert.equal(brief.matchSection(opening, 'B. Suasana hati')?.term.id, 'mood');
  });

  it('that is longer than any title names nothing', () => {
    assert.equal(brief.matchStage(`Opening ${'x'.repeat(100_000)}`), undefined);
    assert.equal(brief.nearHeading('['.repeat(100_000), undefined), undefined);
  });

  it('never throws, whatever it is', () => {
    const [opening] = brief.protocol.stages;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), title => {
        assert.ok(opening);
        brief.matchStage(title);
        brief.matchSection(opening, title);
        brief.matchGoal(opening, title);
        brief.nearHeading(title, opening);
        brief.stageByName(title);
        brief.nearStageName(title);
        brief.fieldByKey(title);
      }),
    );
  });
});

describe('any title of the four-stage protocol', () => {
  const [fourStage] = builtinProtocols();
  assert.ok(fourStage);
  const titles = fourStage.protocol.stages.flatMap(stage =>
    [stage.title, stage.aliases].flatMap(texts =>
      Object.values(texts)
        .flat()
        .map(title => ({ id: stage.id, title })),
    ),
  );
  const numberings = ['', '1. ', 'IV. ', 'c) ', '(3) ', 'Tahap 2: ', 'Stage 4 – ', '2.1 ', 'B. 2. '];
  const wrappings: readonly ((title: string) => string)[] = [
    title => title,
    title => `**${title}**`,
    title => `_${title}_`,
    title => `[${title}](x.md)`,
    title => `<u>${title}</u>`,
    title => `${title} {.x}`,
    title => `📝 ${title}`,
    title => title.toUpperCase(),
    title => title.replaceAll(' ', '  '),
    title => title.replaceAll("'", '’').replaceAll('-', '‑'),
    title => title.normalize('NFD'),
    title => `${title}:`,
  ];

  it('names its stage under any decoration that is ignored', () => {
    const decorations = fc.uniqueArray(fc.constantFrom(...wrappings), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.constantFrom(...numberings),
        decorations,
        (term, number, wraps) => {
          const title = wraps.reduce((wrapped, wrap) => wrap(wrapped), term.title);
          assert.equal(fourStage.matchStage(number + title)?.term.id, term.id, number + title);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
