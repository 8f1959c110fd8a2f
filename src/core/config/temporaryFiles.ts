/** What a file is called while it is made, beside its place; nothing else is called so. */
const TEMPORARY = /^\.session-notes-[0-9a-f]{12}\.tmp$/;

/** How old what broken-off work left behind is before it is removed, in milliseconds. */
export const leftoverAge = 60_000;

/** The name of a file on its way; `random` are 12 hexadecimal digits. */
export function temporaryName(random: string): string {
  return `.session-notes-${random}.tmp`;
}

/** Whether a name is that of a file on its way. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}
