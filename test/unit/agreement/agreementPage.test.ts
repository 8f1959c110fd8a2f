import assert from 'node:assert/strict';
import { agreementPage } from '../../../src/core/agreement/agreementPage';
import type { Report } from '../../../src/core/agreement/agreementReport';
import { allAtOnce } from '../../../src/core/agreement/compareRaters';
import { reportMarkdown } from '../../../src/core/agreement/reportMarkdown';
import type { Version } from '../../../src/core/agreement/version';
import { renderQuoting } from '../../../src/l10n/catalogue';
import { version } from './versions';

const good = 'RA: Good that you came.';

describe('the page that compares raters', () => {
  it('leads from each disagreement to the turn in the version of each rater', () => {
    const jt = version({ rater: 'JT' }, `${good} #empathy`);
    const ra = version({ rater: 'RA' }, `${good} #attending`);
    assert.deepEqual(placesIn(pageOf(jt, ra)), [
      [jt.file, 0],
      [ra.file, 0],
    ]);
  });

  it('says where words differ, and compares nothing', () => {
    const page = pageOf(version({ rater: 'JT' }, good), version({ rater: 'RA' }, `${good} Very.`));
    assert.equal(page.title, 'The raters cannot be compared');
    assert.equal(page.sections.length, 1);
    assert.equal(placesIn(page).length, 2);
  });

  it('says where one rater has two versions: of the only transcript, and beside what is compared', () => {
    const twice = ['a.md', 'b.md'].map(file => version({ id: 't2', rater: 'RA', file }, good));
    assert.match(pageOf(...twice).lines[0] ?? '', /^a\.md and b\.md are both versions of “t2” by “RA”/);
    const page = pageOf(...twice, version({ rater: 'JT' }, good), version({ rater: 'RA' }, good));
    assert.match(page.title, /^Agreement/);
    assert.match(page.sections.at(-1)?.lines[0] ?? '', /^a\.md and b\.md/);
  });

  it('names at its end what no other rater has, and says so where that is all there is', () => {
    const alone = version({ id: 't3', rater: 'RA' }, good);
    assert.match(pageOf(alone).lines[0] ?? '', /^There is nothing to compare/);
    const page = pageOf(alone, version({ rater: 'JT' }, good), version({ rater: 'RA' }, good));
    assert.deepEqual(page.sections.at(-1)?.title, 'Not compared');
    assert.match(reportMarkdown(page), /\n## Not compared\n\nLeft out: t3\.RA\.md: [^\n]+\n$/);
  });

  it('is copied as Markdown in which nothing from a transcript is markup', () => {
    const text = reportMarkdown({
      title: 'Raters *A*',
      lines: ['[a](b)'],
      sections: [
        {
          title: 'Codes',
          lines: [],
          table: { head: ['a|b', 'c'], rows: [[{ text: 'x' }, { text: '<i>' }]] },
        },
      ],
    });
    assert.equal(
      text,
      '# Raters \\*A\\*\n\n\\[a\\](b)\n\n## Codes\n\n| a\\|b | c    |\n|------|------|\n| x    | \\<i> |\n',
    );
  });
});

function pageOf(...versions: readonly Version[]): Report {
  const options = { on: 'codes', unit: 'turn', uncoded: 'missing', roles: undefined } as const;
  return allAtOnce(agreementPage(versions, options, { language: 'en', say: renderQuoting }));
}

function placesIn({ sections }: Report): readonly (readonly [file: string, turn: number])[] {
  const cells = sections.flatMap(({ table }) => table?.rows.flat() ?? []);
  return cells.flatMap(({ place }) =>
    place === undefined ? [] : [[place.version.file, place.turn] as const],
  );
}
