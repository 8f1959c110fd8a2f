const pad = (value: number): string => String(value).padStart(2, '0');

/** The date of today where the test runs, as names of new notes have it. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
