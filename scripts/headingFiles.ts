import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { builtinProtocols } from '../src/core/protocol/builtinProtocols';
import type { Protocol } from '../src/core/protocol/schema';

const folder = join(__dirname, '..', 'test', 'fixtures', 'headings');

const heading = v.pipe(v.string(), v.nonEmpty());
/** Headings by what they name: the id of a stage, or `stage/section`. */
const headingsByPlace = v.record(heading, v.pipe(v.array(heading), v.nonEmpty()));

const headingListSchema = v.strictObject({
  /** Those that name a stage, or a section and with it the stage. */
  named: headingsByPlace,
  /** Those that do so, but for an error of spelling, which is told. */
  misspelt: headingsByPlace,
  /** Those that name nothing by themselves; the stages that are asked about, among others perhaps. */
  asked: v.record(heading, v.pipe(v.array(heading), v.nonEmpty())),
  /** Those that are never taken for a stage or section. */
  none: v.array(heading),
});

const headingFileSchema = v.strictObject({
  format: heading,
  en: headingListSchema,
  id: headingListSchema,
});

/** What headings of one language mean in notes of a format. */
export type HeadingList = v.InferOutput<typeof headingListSchema>;

/** How headings are read in notes of a format. */
export interface HeadingFile {
  readonly protocol: Protocol;
  readonly lists: Readonly<Record<'en' | 'id', HeadingList>>;
}

/**
 * How headings are read in notes of each built-in format that has stages, from `test/fixtures/headings/`. Throws where a
 * file is missing or does not have the form.
 */
export function headingFiles(): readonly HeadingFile[] {
  return builtinProtocols()
    .filter(({ protocol }) => protocol.stages.length > 0)
    .map(({ protocol }) => {
      const source = readFileSync(join(folder, `${protocol.id}.yaml`), 'utf8');
      const { format, en, id } = v.parse(headingFileSchema, parse(source));
      if (format !== protocol.id) throw new Error(`${protocol.id}.yaml is of the format ${format}`);
      return { protocol, lists: { en, id } };
    });
}
