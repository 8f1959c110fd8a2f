/** The words that begin a line which says why nothing is recorded, before a colon and the reason. */
const phrases = ['tidak dibahas', 'belum dibahas', 'tidak ada', 'not addressed', 'deferred', 'none reported'];

const SAID = new RegExp(
  `^[*_]{0,3}(?:${phrases.join('|').replaceAll(' ', ' +')})[*_]{0,3} *:[*_]{0,3} *`,
  'i',
);

/** The reason that a line gives for recording nothing, empty where it lacks; undefined for any other line. */
export function reasonNotAddressed(line: string): string | undefined {
  const said = SAID.exec(line);
  return said === null ? undefined : line.slice(said[0].length).trim();
}
