import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { caseProgress } from '../../../src/core/progress/caseProgress';
import { progressCsv } from '../../../src/core/progress/progressCsv';
import { caseNote, mention, twoProtocols } from '../case/caseBuilder';

function csvOf(...notes: readonly CaseNote[]): string {
  return progressCsv(caseProgress(buildCase('a', notes, twoProtocols), twoProtocols));
}

const header =
  'client,session,date,attendance,contact,protocol,stage,stage_recorded,key,id,kind,goal,role,process,mentioned,status,gas,gas_t,carried,score';

describe('Case Progress as CSV', () => {
  it('has a row for each goal and each session from its first mention on', () => {
    const csv = csvOf(
      caseNote('1.md', { session: 1, date: '2026-01-01' }),
      caseNote('2.md', {
        session: 2,
        date: '2026-01-08',
        recordedStages: ['start'],
        mentions: [mention('Walk', { id: 'walk', status: 'in-progress', gas: -1, role: 'client' })],
      }),
      caseNote('3.md', { session: 3, attendance: 'no-show' }),
    );
    assert.equal(
      csv,
      [
        header,
        'A,2,2026-01-08,attended,,walk,start,TRUE,^walk,walk,goal,Walk,client,FALSE,TRUE,in-progress,-1,40,FALSE,',
        'A,3,,no-show,,walk,start,FALSE,^walk,walk,goal,Walk,client,FALSE,FALSE,in-progress,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('quotes what would break a row', () => {
    const csv = csvOf(
      caseNote('1.md', { session: 1, mentions: [mention('Say "no", then\nwalk', { id: 'w' })] }),
    );
    assert.ok(csv.includes(',"Say ""no"", then\nwalk",'), csv);
  });

  it('has the header alone for a case without goals', () => {
    assert.equal(csvOf(caseNote('1.md')), `${header}\r\n`);
  });
});
