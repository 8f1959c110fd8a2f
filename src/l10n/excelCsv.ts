import { languages } from '../core/language/languages';
import type { CsvOptions } from '../core/text/csv';
import { interfaceLanguage } from './catalogue';

/** CSV as Excel reads it where the language of the interface is spoken; nothing in it runs as a formula. */
export function excelCsv(): CsvOptions {
  return { delimiter: languages[interfaceLanguage()].spreadsheetDelimiter, bom: true, guarded: true };
}
