import { languages } from '../language/languages';
import { notAddressedPattern } from '../language/languageWords';

const SAID = notAddressedPattern(languages);

/** The reason that a line gives for recording nothing, empty where it lacks; undefined for any other line. */
export function reasonNotAddressed(line: string): string | undefined {
  const said = SAID.exec(line);
  return said === null ? undefined : line.slice(said[0].length).trim();
}
