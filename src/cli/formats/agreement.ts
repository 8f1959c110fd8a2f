import type { Agreement } from '../../core/agreement/agreement';
import { agreementJson } from '../../core/agreement/agreementJson';
import { agreementReport, type Report, type Table } from '../../core/agreement/agreementReport';
import { columnWidths, padded } from '../../core/agreement/reportMarkdown';
import type { CsvOptions } from '../../core/text/csv';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { safeJson, visible } from '../terminal';
import { formatAgreementCsv } from './agreementCsv';

/** How far raters agree, in one of the formats of `session-notes agree`. */
export function formatAgreement(
  agreement: Agreement,
  format: 'text' | 'json' | 'csv',
  csv: CsvOptions,
): string {
  if (format === 'json') return `${safeJson(agreementJson(agreement), 2)}\n`;
  if (format === 'csv') return formatAgreementCsv(agreement, csv);
  return text(agreementReport(agreement, { language: interfaceLanguage(), say: message => render(message) }));
}

function text({ title, lines, sections }: Report): string {
  const parts = [
    [title, ...lines].map(visible),
    ...sections.map(section => [
      ...[section.title, ...section.lines].map(visible),
      ...tableLines(section.table),
    ]),
  ];
  return parts.map(part => part.map(line => `${line}\n`).join('')).join('\n');
}

function tableLines(table: Table | undefined): readonly string[] {
  if (table === undefined) return [];
  const rows = [table.head, ...table.rows.map(row => row.map(cell => cell.text))].map(row =>
    row.map(visible),
  );
  const widths = columnWidths(rows);
  return rows.map(row =>
    `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
