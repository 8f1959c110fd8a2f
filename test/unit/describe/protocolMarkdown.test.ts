import assert from 'node:assert/strict';
import { protocolMarkdown } from '../../../src/core/describe/protocolMarkdown';
import { message } from '../../../src/core/message';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { render, setInterfaceLanguage } from '../../../src/l10n/catalogue';

const text = `
id: own
title: { en: "Own *way*", id: Cara sendiri }
source: Handbook, p. 3
order: free
fields: [{ id: until, type: date, requiredWith: [start] }]
roles: [{ id: client, title: { en: Client, id: Konseli } }]
stages:
  - id: start
    title: { en: Start, id: Mulai }
    minLength: 20
    sections:
      - { id: mood, title: { en: Mood, id: Suasana }, required: when-present, role: client, prompt: { en: How?, id: Bagaimana? } }
      - id: way
        title: { en: Way, id: Jalan }
        required: false
        choices: [{ id: done, title: { en: Done, id: Selesai }, closes: true }]
    atLeast: [{ of: [mood, way] }]
codes: [{ id: calm, label: C+, title: { en: Calm, id: Tenang }, definition: { en: At rest, id: Tenang } }]
`;

function shown(language: 'en' | 'id'): string {
  setInterfaceLanguage(language);
  const { protocol } = loadProtocol(text);
  assert.ok(protocol);
  return protocolMarkdown(protocol, message('protocols.builtin'), { language, say: render });
}

describe('a protocol as a page', () => {
  afterEach(() => setInterfaceLanguage('en'));

  it('says all that it asks for, and nothing of it becomes markup', () => {
    const page = shown('en');
    for (const line of [
      '# Own \\*way\\*',
      '*Source*: Handbook\\, p\\. 3',
      '- `until` · date · required with\\: Start',
      '### 1. Start',
      'required · words\\: at least 20',
      '- **Mood** · Client · required once its stage is filled in',
      '  How\\?',
      '  - Done · closes the case',
      'At least 1 of\\: Mood\\, Way',
      '- **C\\+ Calm** `#calm`: At rest',
    ]) {
      assert.ok(page.split('\n').includes(line), `${line}\n---\n${page}`);
    }
  });

  it('is in Indonesian too', () => {
    const page = shown('id');
    assert.match(page, /# Cara sendiri/);
    assert.match(page, /wajib · sedikitnya 20 kata/);
  });

  it('can be shown of every protocol that comes with the program', () => {
    for (const { protocol } of builtinProtocols()) {
      const page = protocolMarkdown(protocol, message('protocols.builtin'), { language: 'en', say: render });
      assert.doesNotMatch(page, /undefined|\{\w+\}/, protocol.id);
      for (const { title } of protocol.stages) assert.ok(page.includes('### '), title['en']);
    }
  });
});
