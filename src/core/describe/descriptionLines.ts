import { codeLines } from './codeLines';
import type { Description } from './describeAt';
import { fieldLines } from './fieldLines';
import { goalLines } from './goalLines';
import type { Line } from './line';
import { protocolLines, sectionLines, stageLines } from './stageLines';

/** The lines of the hover over what is described; titles in `language` come first. */
export function descriptionLines(description: Description, language: string): readonly Line[] {
  switch (description.kind) {
    case 'stage':
      return stageLines(description, language);
    case 'section':
      return sectionLines(description, language);
    case 'goal':
      return goalLines(description);
    case 'field':
      return fieldLines(description);
    case 'protocol':
      return protocolLines(description, language);
    case 'code':
      return codeLines(description.code);
  }
}
