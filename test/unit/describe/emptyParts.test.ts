import assert from 'node:assert/strict';
import { describeAt } from '../../../src/core/describe/describeAt';
import { emptyParts } from '../../../src/core/describe/emptyParts';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { hintIn } from '../../../src/core/protocol/hint';
import { longestHint } from '../../../src/core/protocol/schema';
import { noteOf } from '../complete/workshop';

const head = '---\nprotocol: four-stage\n---\n';

/** Each empty part as its id, the line of its hint, and what stands on that line. */
function places(text: string): readonly string[] {
  const lines = text.split('\n');
  return emptyParts(noteOf(text), 'en').map(
    ({ stage, section, line }) => `${section?.section.id ?? stage.id} ${line}: ${lines[line]}`,
  );
}

describe('the hints of empty parts', () => {
  it('stand where writing begins: a line below the title, the only line there is, the title itself', () => {
    assert.deepEqual(places(`${head}## Rapport\n\n### Tujuan konselor\n\n\n\n### Tujuan konseli\n`), [
      'counselor-goals 7: ',
      'client-goals 10: ',
    ]);
    assert.deepEqual(places(`${head}### x\n## Rapport\n### Tujuan konselor\n### Tujuan konseli`), [
      'counselor-goals 5: ### Tujuan konselor',
      'client-goals 6: ### Tujuan konseli',
    ]);
  });

  it('stand behind an item without words, and below what was carried', () => {
    assert.deepEqual(places(`${head}## Rapport\n### Tujuan konselor\n\n- [ ] \n\n`), [
      'counselor-goals 6: - [ ] ',
    ]);
    assert.deepEqual(
      places(`${head}## Rapport\n### Tujuan konselor\n- [>] Percaya ^p\n\n\n\n## Terminasi\nx`),
      ['counselor-goals 7: '],
    );
  });

  it('are gone with the first letter, where a reason says why, and where the prompt is written', () => {
    assert.deepEqual(places(`${head}## Rapport\n### Tujuan konselor\na\n`), []);
    assert.deepEqual(places(`${head}## Rapport\n### Tujuan konselor\nTidak dibahas: waktu habis\n`), []);
    const { prompt } = builtinProtocols()[0]?.protocol.stages[0]?.sections[0] ?? {};
    assert.deepEqual(places(`${head}## Rapport\n### Tujuan konselor\n\n<!-- ${prompt?.['id']} -->\n\n`), []);
    assert.equal(places(`${head}## Rapport\n### Tujuan konselor\n\n<!-- ingat ini -->\n\n`).length, 1);
  });

  it('are not in transcripts, nor where nothing is asked', () => {
    assert.deepEqual(places(`---\nprotocol: four-stage\nkind: transcript\n---\n## Rapport\n\n`), []);
    assert.deepEqual(places(`${head}# Judul\n\n## Catatan sendiri\n\n`), []);
  });

  it('have one line of at most 60 characters that nothing had to be cut from, in the language of the note', () => {
    for (const { protocol } of builtinProtocols())
      for (const term of protocol.stages.flatMap(stage => [stage, ...stage.sections]))
        for (const language of ['en', 'id']) {
          const hint = hintIn(term, language) ?? '';
          assert.ok(hint.length <= longestHint && !hint.endsWith('…'), hint);
        }
    const [part] = emptyParts(noteOf(`${head}## Membangun hubungan\n### Tujuan konseli\n`), 'en');
    assert.equal(part?.hint, hintIn(part?.section?.section ?? assert.fail(), 'id'));
  });

  it('are the beginning of a prompt where a format says no hint: a sentence, else whole words', () => {
    const term = builtinProtocols()[0]?.protocol.stages[0]?.sections[0] ?? assert.fail();
    const of = (prompt: string) => hintIn({ ...term, hint: undefined, prompt: { en: prompt } }, 'en');
    assert.equal(of('Short?'), 'Short?');
    assert.equal(of(`What comes next? ${'More of it. '.repeat(9)}`), 'What comes next?');
    assert.equal(of(`${'word '.repeat(20)}`), `${'word '.repeat(12).trim()}…`);
    assert.equal(of('x'.repeat(100)), `${'x'.repeat(59)}…`);
    assert.equal(hintIn({ ...term, hint: { en: 'Why?' }, prompt: { en: 'Long' } }, 'en'), 'Why?');
  });

  it('lead to the whole of what is asked, on each blank line of the part', () => {
    const text = `${head}## Rapport\n### Tujuan konselor\n\n\n## Terminasi\nx\n`;
    const at = text.indexOf('\n\n') + 1;
    const description = describeAt(noteOf(text), at, []);
    assert.equal(description?.kind === 'section' && description.entry.section.id, 'counselor-goals');
    assert.equal(describeAt(noteOf(text), text.length - 2, []), undefined);
  });
});
