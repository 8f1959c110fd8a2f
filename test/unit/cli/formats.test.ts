import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import type { CheckReport, ReportedProblem } from '../../../src/cli/checkReport';
import { formats } from '../../../src/cli/formats/formats';
import { ruleIds } from '../../../src/core/ruleIds';

const plain = (_: unknown, text: string): string => text;

const problem: ReportedProblem = {
  file: 'K-014/session 3, draft.md',
  rule: 'missing-stage',
  severity: 'error',
  message: 'The stage “Closing” is missing.',
  line: 12,
  column: 4,
  endLine: 12,
  endColumn: 20,
  protocol: 'four-stage',
  stage: 'closing',
  section: undefined,
};

function reportOf(problems: readonly ReportedProblem[], over: Partial<CheckReport> = {}): CheckReport {
  const count = (severity: string): number => problems.filter(each => each.severity === severity).length;
  return {
    files: 5,
    notes: [...new Set(['clean.md', ...problems.map(({ file }) => file)])],
    drafts: 1,
    errors: count('error'),
    warnings: count('warning'),
    tooManyWarnings: false,
    problems,
    ...over,
  };
}

const anyText = fc.string({ unit: 'binary' });
const anyFile = fc.string({ unit: 'binary', minLength: 1 });
const anyLine = fc.integer({ min: 1, max: 9999 });
const anyColumn = fc.integer({ min: 1, max: 999 });
const anyPlace = {
  file: anyFile,
  message: anyText,
  line: anyLine,
  column: anyColumn,
  endLine: anyLine,
  endColumn: anyColumn,
};
const anyProblem: fc.Arbitrary<ReportedProblem> = fc.record(
  {
    ...anyPlace,
    rule: fc.constantFrom(...ruleIds),
    severity: fc.constantFrom('error', 'warning', 'info', 'hint'),
    protocol: fc.constant(undefined),
    stage: fc.option(anyText, { nil: undefined }),
    section: fc.constant(undefined),
    quote: anyText,
    related: fc.array(fc.record(anyPlace), { maxLength: 3 }),
  },
  {
    requiredKeys: [
      'file',
      'rule',
      'severity',
      'message',
      'line',
      'column',
      'endLine',
      'endColumn',
      'protocol',
      'stage',
      'section',
    ],
  },
);
const anyReport = fc
  .record({ problems: fc.array(anyProblem, { maxLength: 6 }), tooManyWarnings: fc.boolean() })
  .map(({ problems, tooManyWarnings }) => reportOf(problems, { tooManyWarnings }));

/** What no terminal may get raw: controls besides the line feeds of the format itself, marks that turn text. */
const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

function textOf(output: string | Iterable<string>): string {
  return typeof output === 'string' ? output : [...output].join('');
}

describe('every format', () => {
  it('puts out nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(anyReport, report => {
        for (const format of Object.values(formats)) {
          assert.doesNotMatch(textOf(format(report, plain)).replaceAll('\n', ''), unsafe);
        }
      }),
    );
  });
});

describe('the text format', () => {
  it('groups problems by file and ends with the counts', () => {
    const warning: ReportedProblem = {
      ...problem,
      line: 3,
      severity: 'warning',
      rule: 'goal-status',
      message: 'What?',
    };
    const text = textOf(formats.text(reportOf([warning, problem]), plain));
    assert.equal(
      text,
      [
        'K-014/session 3, draft.md',
        '  3:4   warning  goal-status    What?',
        '  12:4  error    missing-stage  The stage “Closing” is missing.',
        '',
        'Notes: 2 (drafts: 1) · errors: 1 · warnings: 1',
        '',
      ].join('\n'),
    );
  });

  it('has room for as many problems of one file as there are', () => {
    const many = Array.from({ length: 300_000 }, () => problem);
    assert.equal(textOf(formats.text(reportOf(many), plain)).split('\n').length, many.length + 4);
  });

  it('shows a control character as its code', () => {
    const text = textOf(formats.text(reportOf([{ ...problem, message: 'a\u001b[31mb\u202ec' }]), plain));
    assert.match(text, /a\\u001b\[31mb\\u202ec/);
  });

  it('shows the line of the note where quoting was asked for', () => {
    const text = textOf(formats.text(reportOf([{ ...problem, quote: '- [?] Tidur' }]), plain));
    assert.match(text, / \| - \[\?\] Tidur\n/);
  });
});

describe('the JSON format', () => {
  it('has the fields of the contract and no other', () => {
    const { section, ...written } = problem;
    const { file, message, line, column, endLine, endColumn } = problem;
    const related = [{ file, message, line, column, endLine, endColumn }];
    const quoted = { ...problem, quote: 'words of the note', related };
    assert.deepEqual(JSON.parse(textOf(formats.json(reportOf([quoted]), plain))), {
      files: 5,
      notes: 2,
      drafts: 1,
      errors: 1,
      warnings: 0,
      problems: [written],
    });
    assert.equal(section, undefined);
  });

  it('is what it would be in one piece, however many problems there are', () => {
    for (const count of [0, 1, 499, 500, 501, 1000, 1203]) {
      const problems = Array.from({ length: count }, (_, at) => ({ ...problem, line: at + 1 }));
      const text = textOf(formats.json(reportOf(problems), plain));
      assert.equal(text, `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
      assert.equal(JSON.parse(text).problems.length, count);
    }
  });

  it('means the same although unsafe characters are escaped', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const { problems } = JSON.parse(textOf(formats.json(report, plain)));
        assert.deepEqual(
          problems.map((each: ReportedProblem) => each.message),
          // A half of a surrogate pair survives JSON as its escape.
          report.problems.map(each => each.message),
        );
      }),
    );
  });
});

describe('the GitHub format', () => {
  it('writes one workflow command for each problem, with what ends properties escaped', () => {
    const strange = { ...problem, file: '50%, a:b.md', message: '100%: done\n::error::x' };
    assert.equal(
      textOf(formats.github(reportOf([strange]), plain)),
      '::error file=50%25%2C a%3Ab.md,line=12,endLine=12,col=4,endColumn=20,title=missing-stage::100%25: done\\u000a::error::x\n',
    );
  });

  it('gives no end column for a problem over several lines', () => {
    assert.doesNotMatch(textOf(formats.github(reportOf([{ ...problem, endLine: 14 }]), plain)), /endColumn/);
  });

  it('keeps each problem on one line', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const lines = textOf(formats.github(report, plain)).split('\n');
        assert.equal(lines.length, report.problems.length + 1);
        assert.ok(lines.slice(0, -1).every(line => /^::(error|warning|notice) /.test(line)));
      }),
    );
  });
});

describe('the SARIF format', () => {
  const { id, $schema, ...schema } = JSON.parse(
    readFileSync('test/fixtures/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
  );
  // The schema has a pattern that is none of ours and not one with the flag u.
  const validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);

  it('is valid against the schema of the standard', () => {
    assert.equal(id.endsWith('sarif-2.1.0-rtm.5.json'), true);
    fc.assert(
      fc.property(anyReport, report => {
        assert.ok(
          validate(JSON.parse(textOf(formats.sarif(report, plain)))),
          JSON.stringify(validate.errors),
        );
      }),
    );
  });

  it('would not be valid with an unknown level', () => {
    const log = JSON.parse(textOf(formats.sarif(reportOf([problem]), plain)));
    log.runs[0].results[0].level = 'severe';
    assert.equal(validate(log), false);
  });

  it('names rule and place, the path percent-encoded', () => {
    const { results, tool, columnKind } = JSON.parse(textOf(formats.sarif(reportOf([problem]), plain)))
      .runs[0];
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(tool.driver.rules[results[0].ruleIndex].id, 'missing-stage');
    assert.equal(tool.driver.rules.length, ruleIds.length);
    assert.deepEqual(results[0].locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'K-014/session%203%2C%20draft.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 4, endLine: 12, endColumn: 20 },
        },
      },
    ]);
  });
});

describe('the JUnit format', () => {
  const schema = readFileSync('test/fixtures/schemas/jenkins-junit.xsd', 'utf8');
  const validate = async (contents: string) =>
    await validateXML({ xml: { fileName: 'report.xml', contents }, schema });

  it('is valid against the schema that Jenkins reads by', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async report => {
        const { valid, errors } = await validate(textOf(formats.junit(report, plain)));
        assert.ok(valid, JSON.stringify(errors));
      }),
      { numRuns: 15 },
    );
  });

  it('would not be valid without the count of tests', async () => {
    const { valid } = await validate(
      textOf(formats.junit(reportOf([problem]), plain)).replaceAll(/ tests="\d+"/g, ''),
    );
    assert.equal(valid, false);
  });

  it('counts only errors as failures, and a note without problems as passed', () => {
    const warning: ReportedProblem = { ...problem, severity: 'warning' };
    const xml = textOf(formats.junit(reportOf([problem, warning]), plain));
    assert.match(xml, /<testsuites name="session-notes" tests="3" failures="1" errors="0">/);
    assert.equal(xml.match(/<failure /g)?.length, 1);
    assert.match(xml, /<testcase name="session-notes" classname="clean.md" time="0"\/>/);
  });

  it('counts warnings as failures once there are too many', () => {
    const warning: ReportedProblem = { ...problem, severity: 'warning' };
    const xml = textOf(formats.junit(reportOf([warning], { tooManyWarnings: true }), plain));
    assert.equal(xml.match(/<failure /g)?.length, 1);
  });
});
