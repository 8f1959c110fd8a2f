/** Whether a text mixes several kinds of line ends; such a text is not edited, since an editor would unify them. */
export function hasMixedLineEnds(text: string): boolean {
  return new Set(text.match(/\r\n|\n|\r/g)).size > 1;
}
