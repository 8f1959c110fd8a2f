import assert from 'node:assert/strict';
import { type Config, defaultConfig } from '../../../src/core/config/config';
import { gapProblems } from '../../../src/core/validate/gapProblems';
import { noteText, read } from '../change/caseTexts';
import { problemsOf } from './support';

function gaps(extra: string, body: string, config: Config = defaultConfig): readonly string[] {
  return gapProblems(read(noteText(1, body, extra)), config).map(({ rule }) => rule);
}

const half = '## Planning the solution\n### Best-fitting solution\nSmall steps.\n### Alternative solutions\n';

describe('what a note lacks', () => {
  it('are required stages and sections that are missing or empty, in a draft too', () => {
    assert.deepEqual(gaps('stages: [planning, closing]\n', half), ['missing-stage', 'empty-section']);
    assert.deepEqual(gaps('stages: [planning]\nstatus: draft\n', '## Planning the solution\n'), [
      'empty-stage',
    ]);
  });

  it('is nothing else that is wrong with it', () => {
    const whole = `${half}None reported: not yet\n- [?] What\n`;
    assert.deepEqual(gaps('stages: [planning]\ndate: soon\n', whole), []);
  });

  it('is what the configuration and the note itself ask for', () => {
    const config: Config = { ...defaultConfig, rules: { 'empty-section': 'off' } };
    assert.deepEqual(gaps('stages: [planning]\n', half, config), []);
    const silenced = half.replace(
      '### Alternative',
      '<!-- session-notes-disable empty-section -->\n### Alternative',
    );
    assert.deepEqual(gaps('stages: [planning]\n', silenced), []);
    assert.deepEqual(gaps('attendance: no-show\n', ''), []);
  });

  it('is not what a title in other words among titles stands for, as in the problems', () => {
    const body =
      'A. Membangun hubungan\nBaik.\n\nB. Eksplorasi masalah\nTidur.\n\nC. Rencana penyelesaian\nJadwal.\n';
    const text = `---\nprotocol: four-stage\nclient: C-1\nsession: 1\ndate: 2026-01-14\n---\n${body}`;
    const counted = gapProblems(read(text), defaultConfig).map(({ stage }) => stage);
    const told = problemsOf(text).filter(({ rule }) => rule === 'missing-stage');
    assert.deepEqual(
      counted,
      told.map(({ stage }) => stage),
    );
    assert.deepEqual(counted, ['closing']);
  });
});
