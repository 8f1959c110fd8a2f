import type { ReportFormat } from '../checkOptions';
import type { CheckReport } from '../checkReport';
import type { Paint } from '../terminal';
import { formatGithub } from './github';
import { formatJson } from './json';
import { formatJunit } from './junit';
import { formatSarif } from './sarif';
import { formatText } from './text';

type Format = (report: CheckReport, paint: Paint) => string | Iterable<string>;

/** The ways to put out what `check` found. */
export const formats: Readonly<Record<ReportFormat, Format>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
};
