/** What takes a backslash in a memo so that it is read as it is meant. */
const MARKS = new RegExp(
  [
    String.raw`\\(?=[!-/:-@[-\x60{-~])`,
    String.raw`<(?=<\})|\{(?=>>|==)|=(?==\})`,
    String.raw`(?<=^|\s)(?:#(?=\p{L})|\^(?=s))`,
  ].join('|'),
  'gu',
);

/** The comment behind a coded passage; nothing where there is nothing to say in it. */
export function commentSource(said: {
  readonly codes: readonly string[];
  readonly memo: string | undefined;
  readonly piece: string | undefined;
}): string {
  const codes = said.codes.map(code => `#${code}`);
  const piece = said.piece === undefined ? [] : [`^${said.piece}`];
  const memo = said.memo === undefined ? [] : [said.memo.replace(MARKS, '\\$&')];
  const parts = [...codes, ...piece, ...memo];
  return parts.length === 0 ? '' : `{>>${parts.join(' ')}<<}`;
}
