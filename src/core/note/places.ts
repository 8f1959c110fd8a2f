import type { TextRange } from '../text/textRange';
import type { Note } from './note';
import type { Heading } from './outline';

/** Where a problem with a heading is shown: its title, or the whole of a heading without one. */
export function headingPlace({ range, titleRange }: Heading): TextRange {
  return titleRange.end > titleRange.start ? titleRange : range;
}

/** Where a problem with what the whole note lacks is shown: the opening `---`, else the first line. */
export function headPlace({ outline }: Note): TextRange {
  return outline.frontMatter?.fence ?? outline.lines.lineRange(0);
}
