import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** What is wrong with a project or a codebook by the schemas of REFI-QDA 1.0. */
export async function schemaFaults(
  kind: 'project' | 'codebook',
  contents: string,
): Promise<readonly unknown[]> {
  const schema = readFileSync(`test/fixtures/schemas/refi-qda-${kind}.xsd`, 'utf8');
  const { errors } = await validateXML({ xml: [{ fileName: `${kind}.xml`, contents }], schema: [schema] });
  return errors;
}
