import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const fourStageText = readFileSync('protocols/four-stage.yaml', 'utf8');

const folder = join(__dirname, '..', '..', '..', 'schemas');

function readSchema(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function validator(name: string): (value: unknown) => boolean {
  const schema = readSchema(name);
  assert.ok(typeof schema === 'object' && schema !== null);
  const validate = new Ajv({ strict: false }).compile(schema);
  return value => validate(value) === true;
}

describe('the published JSON Schemas', () => {
  it('accept the built-in protocol and refuse a mistyped key in it', () => {
    const accepts = validator('protocol.schema.json');
    assert.equal(accepts(parse(fourStageText)), true);
    assert.equal(accepts(parse(fourStageText.replace('sections:', 'section:'))), false);
  });

  it('ask for a title unless the protocol starts from another', () => {
    const accepts = validator('protocol.schema.json');
    assert.equal(accepts({ id: 'x' }), false);
    assert.equal(
      accepts({ id: 'x', extends: 'four-stage', stages: [{ id: 'planning', required: false }] }),
      true,
    );
  });

  it('accept a configuration and refuse a rule that does not exist', () => {
    const accepts = validator('config.schema.json');
    assert.equal(
      accepts({ rules: { 'stage-order': 'off' }, files: ['a/**'], protocols: { 'b/**': 'brief' } }),
      true,
    );
    assert.equal(accepts({ rules: { 'stage-oder': 'off' } }), false);
    assert.equal(accepts({ rules: { 'stage-order': 'fatal' } }), false);
  });
});
