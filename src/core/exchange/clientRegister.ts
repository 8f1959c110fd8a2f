import { clientKey } from '../case/clientKey';
import { comparable } from '../text/comparable';
import { csvSource } from './importers/containers/csvSource';

/** Who is behind a client's code. */
export interface RegisteredClient {
  readonly name: string;
  /** Empty where the register does not say. */
  readonly className: string;
}

const headings: Readonly<Record<'code' | 'name' | 'className', readonly string[]>> = {
  code: ['code', 'client', 'kode', 'konseli', 'klien'],
  name: ['name', 'nama', 'nickname', 'panggilan', 'nama panggilan'],
  className: ['class', 'grade', 'kelas'],
};

/**
 * The clients of a register by the keys of their codes: a CSV with the columns code, name and class, by their headings in
 * either language, else in this order. Of a code that stands there twice the last row counts; a row without code or name
 * says nothing.
 */
export function readRegister(text: string): ReadonlyMap<string, RegisteredClient> {
  const { pieces, tables } = csvSource(text.replace(/^\ufeff/, ''));
  const rows = (tables[0] ?? []).map(row => row.map(at => pieces[at]?.text.trim() ?? ''));
  const titles = (rows[0] ?? []).map(comparable);
  const placeOf = (of: keyof typeof headings) => titles.findIndex(title => headings[of].includes(title));
  const hasTitles = placeOf('code') >= 0 && placeOf('name') >= 0;
  const places = hasTitles
    ? { code: placeOf('code'), name: placeOf('name'), className: placeOf('className') }
    : { code: 0, name: 1, className: 2 };
  return new Map(
    rows.slice(hasTitles ? 1 : 0).flatMap(row => {
      const { [places.code]: code = '', [places.name]: name = '', [places.className]: className = '' } = row;
      return code === '' || name === '' ? [] : [[clientKey(code), { name, className }] as const];
    }),
  );
}
