import assert from 'node:assert/strict';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import type { CompiledProtocol } from '../../../src/core/protocol/compiledProtocol';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';

/** The format of a practice, in three languages, of which the program speaks two. */
const ownFormat = compiled(`
id: own
title: { en: Own }
roles:
  - { id: client, title: { en: Client }, aliases: { id: [Siswa binaan] } }
synonyms:
  - [sorrow, grief]
stages:
  - id: arrival
    title: { en: Arriving and settling, id: Kedatangan dan penyesuaian, fr: L'accueil du groupe }
  - id: sharing-sorrow
    title: { en: Sharing the grief, id: Membagikan duka, fr: Le partage }
    sections:
      - { id: losses, title: { en: Losses, id: Kehilangan } }
      - { id: memories, title: { en: Shared memories, id: Kenangan bersama } }
  - id: ritual
    title: { en: Farewell ritual, id: Ritual perpisahan }
    aliases: { en: [Memories kept] }
    sections:
      - { id: gifts, title: { en: Gifts, id: Pemberian } }
      - { id: words, title: { en: Words, id: Kata-kata } }
  - id: going-home
    title: { en: Going home, id: Pulang }
    sections:
      - { id: words, title: { en: Words, id: Kata-kata } }
`);

function compiled(yaml: string): CompiledProtocol {
  const { protocol } = loadProtocol(yaml);
  assert.ok(protocol);
  return compileProtocol(protocol);
}

function loose(title: string, protocol = ownFormat): string | undefined {
  return protocol.titleWords(title).loose?.term.id;
}

function related(title: string): readonly string[] {
  return ownFormat.titleWords(title).related.map(({ stage }) => stage.id);
}

describe('the words of a heading', () => {
  it('name a stage when all of them are its own, in whatever order and form', () => {
    assert.equal(loose('Settled, arrived'), 'arrival');
    assert.equal(loose('Penyesuaian setelah datang'), undefined);
    assert.equal(loose('Kedatangan, menyesuaikan'), 'arrival');
    assert.equal(loose('Our shared griefs'), 'sharing-sorrow');
    assert.equal(loose('Berbagi duka'), undefined);
    assert.equal(loose('Pembagian duka'), 'sharing-sorrow');
    assert.equal(loose("Groupe d'accueil"), 'arrival');
  });

  it('name none where a word is not its own, or none is its own alone', () => {
    assert.equal(loose('Sharing the grief with uncle'), undefined);
    assert.equal(loose('Sharing the losses'), undefined);
    assert.equal(loose('Shared griefs and memories'), undefined);
    assert.equal(loose('Memories kept of the farewell'), 'ritual');
    assert.equal(loose('Words'), undefined);
  });

  it('do without what tells nothing: roles, times, questions, the session, a bracket, a number', () => {
    for (const title of [
      'Farewell ritual of this session (candles)',
      'What was the ritual of farewell today?',
      "The client's farewell ritual",
      '3. Farewell ritual next week',
      'Ritual perpisahan konseli minggu depan',
      'Ritual perpisahan siswa binaan',
    ])
      assert.equal(loose(title), 'ritual', title);
    assert.equal(loose('Ritual of this session'), undefined);
  });

  it('that are a single one must be all of a title, but for its ending', () => {
    const small = compiled(`
id: small
title: { en: Small }
stages:
  - { id: plans, title: { en: Plans, id: Rencana kegiatan }, aliases: { id: [Membaik] } }
  - { id: view, title: { en: "The client's view", id: Pandangan } }
`);
    assert.equal(loose('Plan for next week', small), 'plans');
    assert.equal(loose('Viewed today', small), 'view');
    assert.equal(loose('Pandangannya', small), 'view');
    assert.equal(loose('Rencana', small), undefined);
    assert.equal(loose('Baik', small), undefined);
    assert.equal(loose('Views of last week', small), undefined);
  });

  it('tell the language that most of them are in', () => {
    assert.equal(ownFormat.titleWords('Griefs shared').loose?.language, 'en');
    assert.equal(ownFormat.titleWords('Pembagian duka').loose?.language, 'id');
  });

  it('have to do with the stages that have one of them, those of whose titles they are first, if not all have it', () => {
    assert.deepEqual(related('Losses and gifts'), ['sharing-sorrow', 'ritual']);
    assert.deepEqual(related('Memories of losses and grief'), ['sharing-sorrow', 'ritual']);
    assert.deepEqual(related('Losses, and our farewell'), ['ritual', 'sharing-sorrow']);
    assert.deepEqual(related('Words'), ['ritual', 'going-home']);
    assert.deepEqual(related('School'), []);
  });

  it('have nothing to do with a stage by the mere root of one of its words', () => {
    assert.deepEqual(related('Memberi salam'), ['ritual']);
    assert.deepEqual(related('Beri salam'), []);
  });

  it('open a stage where they are the title of a section that no other stage has', () => {
    const opens = (title: string) => ownFormat.titleWords(title).opens;
    assert.deepEqual(
      [opens('**Losses:**')?.stage.id, opens('**Losses:**')?.match.term.id],
      ['sharing-sorrow', 'losses'],
    );
    assert.equal(opens('Words'), undefined);
    assert.equal(opens('Losses of today'), undefined);
  });
});

describe('a title', () => {
  it('is as good with `&` as with the word for it, in any language', () => {
    assert.equal(ownFormat.matchStage('Arriving & settling')?.term.id, 'arrival');
    assert.equal(ownFormat.matchStage('Kedatangan & penyesuaian')?.term.id, 'arrival');
  });

  it('may be the id of its stage, with blanks or hyphens', () => {
    assert.equal(ownFormat.matchStage('sharing-sorrow')?.term.id, 'sharing-sorrow');
    assert.equal(ownFormat.matchStage('Going home')?.language, 'en');
    assert.equal(ownFormat.matchStage('Sharing sorrow')?.term.id, 'sharing-sorrow');
  });

  it('stands behind a word for a number, or is one with the word for a stage', () => {
    assert.equal(ownFormat.matchStage('Third stage: Farewell ritual')?.term.id, 'ritual');
    assert.equal(ownFormat.matchStage('Tahap ketiga – Ritual perpisahan')?.term.id, 'ritual');
    assert.equal(ownFormat.matchStage('Ketiga: Ritual perpisahan')?.term.id, 'ritual');
    assert.equal(ownFormat.matchStage('Second stage')?.term.id, 'sharing-sorrow');
    assert.equal(ownFormat.matchStage('Tahap keempat')?.term.id, 'going-home');
    assert.equal(ownFormat.matchStage('Second thoughts'), undefined);
  });

  it('may be several with slashes between, each of another stage', () => {
    const named = (title: string) => ownFormat.matchStages(title)?.map(({ term }) => term.id);
    assert.deepEqual(named('Rituals / Going home'), undefined);
    assert.deepEqual(named('Farewell ritual/Going home'), ['ritual', 'going-home']);
    assert.deepEqual(named('Pulang/Going home'), undefined);
    assert.deepEqual(named('Going home'), undefined);
  });
});

describe('a slip of the pen', () => {
  it('is no other form of a word that the format has', () => {
    const [, soap] = builtinProtocols();
    assert.ok(soap);
    const near = (title: string, protocol: CompiledProtocol) =>
      protocol.nearHeading(title, undefined, true)?.title;
    const mi = builtinProtocols().find(({ protocol }) => protocol.id === 'mi-processes');
    assert.ok(mi);
    assert.equal(near('Planing', mi), 'Planning');
    assert.equal(near('Plans', mi), undefined);
    assert.equal(near('Change plans', mi), undefined);
    assert.equal(near('Chnage plan', mi), 'Change plan');
  });

  it('is found in the title of a section where it could open its stage', () => {
    assert.equal(ownFormat.nearHeading('Lossess', undefined), undefined);
    assert.equal(ownFormat.nearHeading('Lossess', undefined, true)?.title, 'Losses');
  });
});
