import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { achievementCodes } from '../../../src/cli/formats/fhirStatus';
import { uuidOf } from '../../../src/core/text/uuid';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote } from './notes';

const schema: object = JSON.parse(readFileSync('test/fixtures/schemas/fhir-goal-bundle.schema.json', 'utf8'));
const isBundle = new Ajv({ strict: false }).compile(schema);

interface Resource {
  readonly id: string;
  readonly identifier: readonly [{ readonly value: string }];
  readonly lifecycleStatus: string;
  readonly achievementStatus: { readonly coding: readonly [{ readonly code: string }] };
  readonly category: readonly { readonly text: string }[];
  readonly description: { readonly text: string };
  readonly subject: object;
  readonly [element: string]: unknown;
}

interface Bundle {
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

function bundleOf(folder: string, ...args: readonly string[]): Bundle {
  const { output } = sessionNotes(folder, ['goals', '--format', 'fhir', ...args]);
  assert.equal(isBundle(JSON.parse(output)), true, JSON.stringify(isBundle.errors));
  return JSON.parse(output);
}

function goalsOf(folder: string, ...args: readonly string[]): readonly Resource[] {
  return bundleOf(folder, ...args).entry?.map(({ resource }) => resource) ?? [];
}

function goalWith(folder: string, key: string): Resource {
  const goal = goalsOf(folder, '--status', 'all').find(({ identifier: [{ value }] }) => value === key);
  assert.ok(goal, key);
  return goal;
}

function statusOf({ lifecycleStatus, achievementStatus }: Resource): string {
  return `${lifecycleStatus} ${achievementStatus.coding[0].code}`;
}

const items = `- [ ] Open it ^open
- [/] Go **on** with it ^on [due:: 2026-05-01] [role:: client]
- [>] Carry it ^carry
- [h] Rest it ^rest
- [x] Reach it ^reach
- [-] Drop it ^drop [reason:: too much at once]
- [ ] Try half of it ^half [replaces:: ^drop]
`;

const practice = () =>
  folderWith({
    '1.md': completeNote({ session: 1, date: '2026-02-04' }, '- [ ] Reach it ^reach\n- [-] Rest it ^rest\n'),
    '2.md': completeNote({ session: 2, date: '2026-02-11' }, items),
    '3.md': completeNote({ session: 3, date: '2026-02-18' }, '- [x] Reach it ^reach\n'),
  });

describe('session-notes goals as FHIR', () => {
  after(removeFolders);

  it('has both axes of the status of each goal', () => {
    const folder = practice();
    const statuses: Readonly<Record<string, string>> = {
      '^open': 'active in-progress',
      '^on': 'active in-progress',
      '^carry': 'active in-progress',
      '^rest': 'on-hold not-achieved',
      '^reach': 'completed achieved',
      '^drop': 'cancelled not-achieved',
      'four-stage/relationship/positive-relationship': 'proposed no-progress',
    };
    for (const [key, status] of Object.entries(statuses)) {
      assert.equal(statusOf(goalWith(folder, key)), status, key);
    }
  });

  it('takes what is open in a closed case for no longer sought and not achieved', () => {
    const folder = folderWith({
      '1.md': completeNote({ extra: 'closed: referred' }, '- [/] Sleep ^sleep\n'),
    });
    assert.equal(statusOf(goalWith(folder, '^sleep')), 'completed not-achieved');
  });

  it('knows the codes of goal achievement, all and no others', () => {
    const codes = JSON.stringify(schema);
    assert.ok(codes.includes(`"code":{"enum":${JSON.stringify(Object.keys(achievementCodes))}}`));
  });

  it('gives the words of the goal, its dates and reason, and of the client the code alone', () => {
    const { id, extension, ...goal } = goalWith(practice(), '^on');
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.equal(extension, undefined);
    const client = { type: 'Patient', identifier: { value: 'C-007' } };
    assert.deepEqual(goal, {
      resourceType: 'Goal',
      identifier: [{ value: '^on' }],
      lifecycleStatus: 'active',
      achievementStatus: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
            code: 'in-progress',
            display: 'In Progress',
          },
        ],
      },
      category: [{ text: 'goal' }, { text: 'four-stage/planning' }],
      description: { text: 'Go on with it' },
      subject: client,
      startDate: '2026-02-11',
      target: [{ dueDate: '2026-05-01' }],
      statusDate: '2026-02-11',
      expressedBy: client,
    });
    assert.equal(goalWith(practice(), '^drop')['statusReason'], 'too much at once');
  });

  it('dates the status by the first of the latest mentions that have it', () => {
    const folder = practice();
    assert.equal(goalWith(folder, '^reach')['statusDate'], '2026-02-11');
    assert.equal(goalWith(folder, '^reach')['startDate'], '2026-02-04');
    assert.equal(goalWith(folder, '^rest')['statusDate'], '2026-02-11');
  });

  it('joins a goal that was changed with what took its place, where both are in the bundle', () => {
    const folder = practice();
    assert.deepEqual(goalWith(folder, '^drop')['extension'], [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/goal-relationship',
        extension: [
          {
            url: 'type',
            valueCodeableConcept: {
              coding: [
                {
                  system: 'http://hl7.org/fhir/goal-relationship-type',
                  code: 'replacement',
                  display: 'Replacement',
                },
              ],
            },
          },
          {
            url: 'target',
            valueReference: { reference: `urn:uuid:${goalWith(folder, '^half').id}`, type: 'Goal' },
          },
        ],
      },
    ]);
    const [dropped] = goalsOf(folder, '--status', 'dropped');
    assert.equal(dropped?.['extension'], undefined);
  });

  it('has ids that stay, and differ from goal to goal and from client to client', () => {
    const folder = practice();
    const ids = () => goalsOf(folder, '--status', 'all').map(({ id }) => id);
    assert.deepEqual(ids(), ids());
    assert.equal(goalWith(practice(), '^on').id, goalWith(folder, '^on').id);
    const goal = '- [ ] Sleep ^sleep\n';
    const many = folderWith({
      'north/.session-notes/config.yaml': '',
      'north/a.md': completeNote({}, goal),
      'south/.session-notes/config.yaml': '',
      'south/a.md': completeNote({}, goal),
      'south/b.md': completeNote({ client: 'K-021' }, goal),
    });
    const entries = bundleOf(many, 'north', 'south').entry ?? [];
    assert.equal(entries.length, 3);
    assert.equal(new Set(entries.map(({ fullUrl }) => fullUrl)).size, 3);
    for (const { fullUrl, resource } of entries) assert.equal(fullUrl, `urn:uuid:${resource.id}`);
  });

  it('says of a goal without client that the client is not known', () => {
    const [goal] = goalsOf(folderWith({ 'a.md': completeNote({ client: '' }, '- [ ] Sleep ^sleep\n') }));
    assert.deepEqual(goal?.subject, {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
      ],
    });
  });

  it('is a bundle without entries where no goal is listed', () => {
    assert.deepEqual(bundleOf(folderWith({})), { resourceType: 'Bundle', type: 'collection' });
  });

  it('is valid for the sample workspace and for goals with odd words', () => {
    assert.ok(goalsOf('examples', '--status', 'all').length > 20);
    const odd = '- [ ] ^only\n- [ ] a\u0007b\u202e <b>c</b> ^odd\n- [-] *x* ^x [reason:: \u0001]\n';
    const goals = goalsOf(folderWith({ 'a.md': completeNote({}, odd) }), '--status', 'all');
    assert.equal(goals.filter(({ category }) => category[0]?.text === 'goal').length, 3);
  });
});

describe('a UUID of a name', () => {
  it('is that of version 5, as another implementation makes it', () => {
    // uuid.uuid5(uuid.UUID('543a1dbf-6429-5821-abf5-f1b3f3251841'), name) in Python.
    assert.equal(uuidOf('["c-007","^decide"]'), '1dd333ae-c414-551f-ab5e-72b8bd1b389e');
    assert.equal(uuidOf('täglich'), '56cdc22d-b794-5a1a-91cb-f2a20ce2ddf0');
  });
});
