import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import type { CompiledProtocol } from '../../../src/core/protocol/compiledProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { type Stage, stepsOf } from '../../../src/core/protocol/schema';
import { stageRows } from './fourStageHeadings';
import { choiceRows, goalRows, techniqueRows } from './fourStageTerms';
import type { TermRow } from './termRow';

const synonyms = [
  ['konseli', 'klien'],
  ['masalah', 'problem', 'permasalahan'],
  ['counselor', 'counsellor'],
  ['counseling', 'counselling'],
];

/** The title with each word that has synonyms swapped for each of them in turn, itself first. */
function swaps(title: string): readonly string[] {
  const swapped = synonyms.flatMap(set =>
    set.flatMap(word =>
      set
        .filter(other => other !== word)
        .map(other => title.replace(new RegExp(`\\b${word}\\b`, 'gi'), other))
        .filter(other => other !== title),
    ),
  );
  return [title, ...swapped];
}

/** Every wording of a term with the language that it shows; none where both languages have the wording. */
function wordings(row: TermRow): readonly { title: string; language: string | undefined }[] {
  const both = new Set(row.english.filter(title => row.indonesian.includes(title)));
  const of = (titles: readonly string[], language: string) =>
    titles.flatMap(swaps).map(title => ({ title, language: both.has(title) ? undefined : language }));
  return [...of(row.english, 'en'), ...of(row.indonesian, 'id')];
}

function fourStage(): CompiledProtocol {
  const found = builtinProtocols().find(({ protocol }) => protocol.id === 'four-stage');
  assert.ok(found);
  return found;
}

function stageOf(protocol: CompiledProtocol, id: string): Stage {
  const stage = protocol.stageByName(id);
  assert.ok(stage, `stage ${id}`);
  return stage;
}

describe('the built-in four-stage protocol', () => {
  const compiled = fourStage();
  const { protocol } = compiled;

  it('has no faults', () => {
    const { protocol: loaded, faults } = loadProtocol(readFileSync('protocols/four-stage.yaml', 'utf8'));
    assert.deepEqual(faults, []);
    assert.deepEqual(protocol, loaded);
  });

  it('is asked of every session', () => {
    assert.equal(protocol.scope, 'session');
  });

  it('has the four stages and their sections in order, required as they should be', () => {
    const shape = stepsOf(protocol).map(({ id, required, sections }) => ({
      id,
      required,
      sections: sections.map(section => ({ id: section.id, required: section.required })),
    }));
    const expected = stageRows.map(({ id, required, sections }) => ({
      id,
      required,
      sections: sections.map(section => ({ id: section.id, required: section.required })),
    }));
    assert.deepEqual(shape, expected);
  });

  it('requires client, session and date', () => {
    const required = protocol.fields.filter(field => field.required).map(field => field.id);
    assert.deepEqual(required, ['client', 'session', 'date']);
  });

  it('tracks actions only where the client acts, and where that is looked back on', () => {
    const sections = protocol.stages.flatMap(stage => stage.sections);
    assert.deepEqual(
      sections.filter(({ tracks }) => tracks === 'actions').map(({ id, role }) => [id, role]),
      [
        ['result', 'review'],
        ['actions', 'client'],
      ],
    );
  });

  it('has the counselor answer for start, end and decision, and says of both what they answer for', () => {
    const closing = stageOf(compiled, 'closing').sections;
    const ofCounselor = closing.filter(({ role }) => role === 'counselor').map(({ id }) => id);
    assert.deepEqual(ofCounselor, ['start-end', 'decision']);
    for (const { description } of protocol.roles) assert.ok(description?.['en'] && description['id']);
  });

  it('names the article that it retells, and says that the book was not read', () => {
    assert.match(protocol.source ?? '', /kompasiana\.com/);
    assert.doesNotMatch(protocol.source ?? '', /Gibson/);
    const comment = readFileSync('protocols/four-stage.yaml', 'utf8').split(/^id:/m)[0] ?? '';
    assert.match(comment.replace(/\s*#\s*/g, ' '), /that book was not read/);
  });

  // As they stand in the article, slips of the pen included.
  const articleGoals = [
    ['positive-relationship', 'Membangun hubungan yang menyenangkan dan positif'],
    ['explain-process', 'Menjelaskan kepada klien proses konseling dan tanggung jawab masing-masing'],
    ['facilitate-communication', 'Menfasilitasi komunikasi'],
    ['verify-problem', 'Mengidentifikasi dan menverikasi problem klien mana yang ingin diselesaikan'],
    [
      'plan-assessment',
      'membuat rencana bersama klien untuk memperoleh data asesmen yang dibutuhkan agat kemudian menyukseskan proses konseling',
    ],
    ['understand-process', 'Memahami proses konseling dan bertanggung jawab dalam proses konseling'],
    ['share-reasons', 'Membagikan  dan menegaskan  alasannya mencari  bantuan konseling'],
    ['cooperate-in-assessment', 'Bekerja sama di dalam asesmen tentang problem dan dirinya'],
  ] as const;
  for (const [id, line] of articleGoals) {
    it(`knows the goal ${id} as the article words it`, () => {
      assert.equal(compiled.matchGoal(stageOf(compiled, 'relationship'), line)?.id, id);
    });
  }

  it('asks for one or several decisions, of which only "resolved" stands alone and closes the case', () => {
    const decision = stageOf(compiled, 'closing').sections.find(({ id }) => id === 'decision');
    assert.equal(decision?.multiple, true);
    assert.deepEqual(
      decision.choices.map(({ id, exclusive, closes }) => ({ id, exclusive, closes })),
      choiceRows.map(({ id }) => ({ id, exclusive: id === 'resolved', closes: id === 'resolved' })),
    );
  });

  for (const row of stageRows) {
    describe(`the stage ${row.id}`, () => {
      for (const { title, language } of wordings(row)) {
        it(`is named by "${title}"`, () => {
          const match = compiled.matchStage(title);
          assert.deepEqual([match?.term.id, match?.language], [row.id, language]);
        });
      }
    });
    for (const section of row.sections) {
      describe(`the section ${section.id} of ${row.id}`, () => {
        const stage = stageOf(compiled, row.id);
        for (const { title, language } of wordings(section)) {
          it(`is named by "${title}"`, () => {
            const match = compiled.matchSection(stage, title);
            assert.deepEqual([match?.term.id, match?.language], [section.id, language]);
          });
          it(`is named by "${title}" inside its stage only`, () => {
            const others = protocol.stages.filter(({ id }) => id !== row.id);
            const found = others.map(other => compiled.matchSection(other, title)?.term.id);
            assert.deepEqual(
              found,
              others.map(() => undefined),
            );
          });
        }
        it('has a prompt in both languages', () => {
          const prompt = stage.sections.find(({ id }) => id === section.id)?.prompt;
          assert.ok(prompt?.['en']);
          assert.ok(prompt['id']);
        });
      });
    }
  }

  describe('the goals of building the relationship', () => {
    const stage = stageOf(compiled, 'relationship');
    it('are those of the counselor and of the client, in order', () => {
      assert.deepEqual(
        stage.goals.map(({ id, role }) => [id, role]),
        goalRows.map(({ id, role }) => [id, role]),
      );
    });
    for (const row of goalRows) {
      for (const { title } of wordings(row)) {
        it(`${row.id} is stated by "${title}"`, () => {
          assert.equal(compiled.matchGoal(stage, title)?.id, row.id);
          assert.equal(compiled.matchGoal(stage, `${title.toLowerCase()}.`)?.id, row.id);
        });
      }
    }
  });

  describe('the decision', () => {
    const closing = stageOf(compiled, 'closing');
    const decision = closing.sections.find(({ id }) => id === 'decision');
    for (const row of choiceRows) {
      for (const { title } of wordings(row)) {
        it(`${row.id} is named by "${title}"`, () => {
          assert.ok(decision);
          assert.equal(compiled.matchChoice(decision, title)?.id, row.id);
        });
      }
    }
  });

  describe('the techniques', () => {
    it('stand in their stages, with all their titles', () => {
      const found = protocol.stages.flatMap(stage =>
        stage.techniques.map(({ id, title, aliases }) => ({
          id,
          stage: stage.id,
          english: [title['en'], ...(aliases['en'] ?? [])],
          indonesian: [title['id'], ...(aliases['id'] ?? [])],
        })),
      );
      assert.deepEqual(found, techniqueRows);
    });

    it("apply to the counselor's turns", () => {
      const roles = protocol.stages.flatMap(stage => stage.techniques.map(technique => technique.roles));
      assert.ok(roles.length > 0);
      for (const list of roles) assert.deepEqual(list, ['counselor']);
    });
  });

  it('calls every term in both languages', () => {
    const terms = [
      ...protocol.stages,
      ...protocol.stages.flatMap(stage => [...stage.sections, ...stage.goals, ...stage.techniques]),
      ...protocol.codes,
      ...protocol.roles,
    ];
    const incomplete = terms.filter(({ title }) => !title['en'] || !title['id']).map(({ id }) => id);
    assert.deepEqual(incomplete, []);
  });

  it('does not take a bare "Waktu" for the time dimension', () => {
    const exploration = stageOf(compiled, 'exploration');
    assert.equal(compiled.matchSection(exploration, 'Waktu'), undefined);
    assert.equal(compiled.nearHeading('Waktu', exploration), undefined);
  });
});
