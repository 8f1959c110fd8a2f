import type { ReportFormat } from '../checkOptions';
import type { CheckReport } from '../checkReport';
import type { Paint } from '../terminal';
import { formatGithub } from './github';
import { formatJson } from './json';
import { formatJunit } from './junit';
import { formatSarif } from './sarif';
import { formatText } from './text';

/** The ways to put out what `check` found. */
export const formats: Readonly<Record<ReportFormat, (report: CheckReport, paint: Paint) => string>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
};
