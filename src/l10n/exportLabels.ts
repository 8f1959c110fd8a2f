import type { DescriptionLabels } from '../core/exchange/exporters/codeDescription';
import type { ProjectRequest } from '../core/exchange/exporters/projectXml';
import { languageTags } from '../core/language/languages';
import { textIn } from './catalogue';

/** What the parts of an exported project or codebook are called in `language`. */
export function exportLabels(language: string): ProjectRequest['words'] {
  return {
    language,
    labels: labelsIn(language),
    stages: textIn(language, 'export.stages'),
    memo: textIn(language, 'export.memo'),
  };
}

/** The labels in every language, for reading descriptions. */
export function allLabels(): readonly DescriptionLabels[] {
  return languageTags.map(labelsIn);
}

function labelsIn(language: string): DescriptionLabels {
  return {
    label: textIn(language, 'export.label.label'),
    include: textIn(language, 'export.label.include'),
    exclude: textIn(language, 'export.label.exclude'),
    example: textIn(language, 'export.label.example'),
  };
}
