import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/change/change';
import {
  addAlias,
  addOwnHeading,
  configure,
  ownHeadingConfig,
  trackNever,
  trackNeverFormat,
} from '../../../src/core/change/practiceEdits';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { applyEdits } from '../../../src/core/text/textEdit';

const alias = { stage: 'plan', alias: 'Langkah: kita', language: 'id' };

function changed(text: string, change: Change): string {
  assert.equal(change.kind, 'edits');
  return change.kind === 'edits' ? applyEdits(text, change.edits) : '';
}

/** The aliases of the stage `plan` after one was added. */
function aliasesIn(text: string): unknown {
  const { protocol, faults } = loadProtocol(changed(text, addAlias(text, alias)));
  assert.deepEqual(
    faults.filter(({ severity }) => severity === undefined),
    [],
  );
  return protocol?.stages.find(({ id }) => id === 'plan')?.aliases;
}

const head = 'id: own\ntitle: { en: Own, id: Sendiri }\n';

describe('a name that is added to a stage of a note format', () => {
  const stages: readonly (readonly [what: string, lines: string, aliases: object])[] = [
    [
      'without aliases',
      'stages:\n  - id: plan\n    title: { en: Plan, id: Rencana } # short\n    required: false\n  - id: end\n    title: { en: End, id: Akhir }\n',
      { id: ['Langkah: kita'] },
    ],
    [
      'with titles over several lines',
      'stages:\n- id: plan\n  title:\n    en: Plan\n    id: Rencana\n\n- id: end\n  title: { en: End, id: Akhir }\n',
      { id: ['Langkah: kita'] },
    ],
    [
      'in braces',
      'stages:\n  - { id: plan, title: { en: Plan, id: Rencana }, required: false }\n',
      { id: ['Langkah: kita'] },
    ],
    [
      'with aliases in brackets',
      'stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n    aliases: { en: [Steps], id: [Langkah, "Mau: apa"] }\n',
      { en: ['Steps'], id: ['Langkah', 'Mau: apa', 'Langkah: kita'] },
    ],
    [
      'with aliases in another language',
      'stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n    aliases:\n      en: [Steps]\n    required: false\n',
      { en: ['Steps'], id: ['Langkah: kita'] },
    ],
    [
      'with aliases of another language in braces',
      'stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n    aliases: { en: [Steps] }\n',
      { en: ['Steps'], id: ['Langkah: kita'] },
    ],
    [
      'with a list an item a line',
      'stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n    aliases:\n      id:\n        - Langkah # one\n        - Mau apa\n\n  - id: end\n    title: { en: End, id: Akhir }\n',
      { id: ['Langkah', 'Mau apa', 'Langkah: kita'] },
    ],
  ];
  for (const [what, lines, aliases] of stages) {
    it(`stands with the others: ${what}`, () => {
      assert.deepEqual(aliasesIn(head + lines), aliases);
      assert.deepEqual(aliasesIn((head + lines).replaceAll('\n', '\r\n')), aliases);
    });
  }

  it('is all that changes', () => {
    const text = `# Ours\n${head}stages:\n  - id: plan\n    title: { en: Plan } # short\n# end\n`;
    assert.equal(
      changed(text, addAlias(text, alias)),
      text.replace(' # short\n', ' # short\n    aliases: { id: ["Langkah: kita"] }\n'),
    );
  });

  it('stands in an entry of its own where the stage comes from the format that it starts from', () => {
    const text = 'id: own\nextends: soap\n';
    assert.equal(
      changed(text, addAlias(text, alias)),
      'id: own\nextends: soap\nstages:\n  - id: plan\n    aliases: { id: ["Langkah: kita"] }\n',
    );
  });

  it('is refused in a file that is not sound', () => {
    for (const text of ['', '- a\n', 'stages: [', `{id: own}`]) {
      assert.equal(addAlias(text, alias).kind, 'refused', text);
    }
  });
});

describe('a heading that is called one’s own', () => {
  const own = (text: string) =>
    loadConfig(changed(text, addOwnHeading(text, 'Rencana: nanti'))).config.ownHeadings;

  it('stands in the configuration with the others', () => {
    assert.deepEqual(own('language: id\n'), ['Rencana: nanti']);
    assert.deepEqual(own('ownHeadings:\n  - Sekolah\nlanguage: id\n'), ['Sekolah', 'Rencana: nanti']);
    assert.deepEqual(own('ownHeadings: [Sekolah, "Baik: sekali"]\r\n'), [
      'Sekolah',
      'Baik: sekali',
      'Rencana: nanti',
    ]);
    assert.deepEqual(own('ownHeadings: []\n'), ['Rencana: nanti']);
    assert.deepEqual(loadConfig(ownHeadingConfig('Rencana: nanti')).config.ownHeadings, ['Rencana: nanti']);
  });

  it('is refused where the configuration is not sound', () => {
    assert.equal(addOwnHeading('language: [', 'x').kind, 'refused');
  });
});

describe('what a practice says of items without a box', () => {
  for (const [what, text] of [
    ['in an empty configuration', ''],
    ['below a remark', '# ours\n'],
    ['beside other keys', 'language: id # ours\nfiles: ["**/*.txt"]'],
    ['in place of what was said', 'items: ask # for now\nlanguage: id\n'],
    ['in braces', '{ language: id }\n'],
  ] as const) {
    it(`is written ${what}`, () => {
      const after = changed(text, configure(text, { key: 'items', value: 'text' }));
      const { config, faults } = loadConfig(after);
      assert.deepEqual(faults, []);
      assert.equal(config.items, 'text');
      for (const word of text.match(/# [\w ]+/g) ?? []) assert.ok(after.includes(word));
    });
  }

  it('is not written into what is no sound YAML', () => {
    assert.equal(configure('items: [ask\n', { key: 'items', value: 'text' }).kind, 'refused');
  });
});

describe('that nobody is to be asked about tasks in a part', () => {
  const base = loadProtocol(
    'id: base\ntitle: { en: Base, id: Dasar }\nstages:\n  - { id: plan, title: { en: Plan, id: Rencana }, sections: [{ id: risk, title: { en: Risk, id: Risiko } }] }\n',
  ).protocol;
  assert.ok(base);
  const tracksOf = (text: string) => {
    const { protocol, faults } = loadProtocol(text, { baseOf: () => base });
    assert.deepEqual(
      faults.filter(({ severity }) => severity === undefined),
      [],
    );
    const plan = protocol?.stages.find(({ id }) => id === 'plan');
    return [plan?.tracks, plan?.sections.find(({ id }) => id === 'risk')?.tracks];
  };

  for (const [what, text] of [
    ['of a stage that the file has', `${head}stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n`],
    [
      'of one that says otherwise',
      `${head}stages:\n  - id: plan\n    tracks: none\n    title: { en: Plan, id: Rencana }\n`,
    ],
    ['of one in braces', `${head}stages:\n  - { id: plan, title: { en: Plan, id: Rencana } }\n`],
    ['of one that comes from another format', `${head}extends: base\n`],
  ] as const) {
    it(`is written into its format, ${what}`, () => {
      assert.equal(
        tracksOf(changed(text, trackNever(text, { stage: 'plan', section: undefined })))[0],
        'never',
      );
    });
  }

  for (const [what, text] of [
    [
      'that the file has',
      `${head}stages:\n  - id: plan\n    title: { en: Plan, id: Rencana }\n    sections:\n      - id: risk\n        title: { en: Risk, id: Risiko }\n`,
    ],
    ['whose stage comes from another format', `${head}extends: base\n`],
    ['that comes from another format', `${head}extends: base\nstages:\n  - id: plan\n    required: false\n`],
    [
      'beside others that the file has',
      `${head}extends: base\nstages:\n  - id: plan\n    sections:\n      - id: more\n        title: { en: More, id: Lagi }\n`,
    ],
  ] as const) {
    it(`is written for a section ${what}`, () => {
      assert.equal(tracksOf(changed(text, trackNever(text, { stage: 'plan', section: 'risk' })))[1], 'never');
    });
  }

  it('begins a file that starts from the built-in format and has its title', () => {
    assert.deepEqual(tracksOf(trackNeverFormat('base', { stage: 'plan', section: 'risk' })), [
      undefined,
      'never',
    ]);
    assert.deepEqual(tracksOf(trackNeverFormat('base', { stage: 'plan', section: undefined })), [
      'never',
      undefined,
    ]);
  });
});
