import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ChangedProtocol, changeProtocol } from '../../../src/core/change/changeProtocol';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import type { CompiledProtocol } from '../../../src/core/protocol/compiledProtocol';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { applyEdits } from '../../../src/core/text/textEdit';
import { anyNote } from '../validate/anyNote';

function compiled(yaml: string): CompiledProtocol {
  const { protocol } = loadProtocol(yaml);
  assert.ok(protocol);
  return compileProtocol(protocol);
}

const hours = compiled(`
id: hours
title: { en: Hours }
stages:
  - id: opening
    title: { en: Opening }
    sections: [{ id: mood, title: { en: Mood } }, { id: homework, title: { en: Homework }, prompt: { en: "What was -- done?", id: Apa hasilnya? } }]
  - { id: plan, title: { en: Plan, id: Rencana } }
`);
const brief = compiled(`
id: brief
title: { en: Brief, id: Singkat }
stages:
  - { id: next, title: { en: What next, id: Selanjutnya }, aliases: { en: [Plan] } }
  - id: today
    title: { en: Today, id: Hari ini }
    aliases: { en: [Opening] }
    sections: [{ id: feeling, title: { en: Feeling }, aliases: { en: [Mood] } }]
`);
const protocols = protocolSet([...builtinProtocols(), hours, brief]);
const options = { language: 'en', leftHeading: 'Without a place' };

function read(text: string, protocol = 'hours') {
  return parseNote(text, { protocols, defaultProtocol: protocol });
}

function change(text: string, to = brief) {
  const changed = byProtocol(read(text), to);
  assert.ok(changed);
  return changed;
}

/** The note by the other protocol; undefined where it is refused. */
function byProtocol(
  note: Note,
  to: CompiledProtocol,
): (ChangedProtocol & { readonly text: string }) | undefined {
  const change = changeProtocol(note, to, options);
  if (change.kind === 'refused') return undefined;
  return { ...change, text: applyEdits(note.outline.text, change.edits) };
}

describe('changing the protocol of a note', () => {
  const text = [
    '---',
    'protocol: hours',
    'client: K-1',
    'stages: [opening]',
    '---',
    '# Session 3',
    '',
    '## Opening',
    'Came on time.',
    '### Mood',
    'Calm.',
    '- [ ] Sleep ^sleep',
    '### Homework',
    'None done.',
    '',
    '## Rencana',
    'Tuesday.',
    '',
    '## Appendix',
    'A drawing.',
    '',
  ].join('\n');

  it('moves what corresponds by title or alias, in the order of the other protocol', () => {
    assert.equal(
      change(text).text,
      [
        '---',
        'protocol: brief',
        'client: K-1',
        'stages: [today]',
        '---',
        '',
        '# Session 3',
        '',
        '## Appendix',
        'A drawing.',
        '',
        '## What next',
        '',
        'Tuesday.',
        '',
        '## Today',
        '',
        'Came on time.',
        '',
        '### Feeling',
        '',
        'Calm.',
        '- [ ] Sleep ^sleep',
        '',
        '## Without a place',
        '',
        '### Homework'.replace('###', '####'),
        '',
        'None done.',
        '',
      ].join('\n'),
    );
  });

  it('says what moves and what has no place', () => {
    const { moved, left } = change(text);
    assert.deepEqual(
      moved.map(({ from, to }) => [from.section?.id ?? from.stage.id, to.section?.id ?? to.stage.id]),
      [
        ['opening', 'today'],
        ['mood', 'feeling'],
        ['plan', 'next'],
      ],
    );
    assert.deepEqual(
      left.map(({ section }) => section?.id),
      ['homework'],
    );
  });

  it('lets a prompt go that nobody answered, where it has no place', () => {
    for (const prompt of [
      '<!-- What was – done? -->',
      '<!--  Apa\nhasilnya? -->'.replace('<!--  ', '<!-- '),
    ]) {
      const { text: changed, left } = change(`## Opening\n### Homework\n\n${prompt}\n\n`);
      assert.deepEqual(left, []);
      assert.ok(!changed.includes('Without a place'));
    }
  });

  it('keeps a comment that the user wrote, and says that it has no place', () => {
    const own = '<!-- my own remark: call the school -->';
    const { text: changed, left } = change(`## Opening\n### Homework\n<!-- What was – done? -->\n${own}\n`);
    assert.ok(changed.includes(`#### Homework\n\n<!-- What was – done? -->\n${own}\n`), changed);
    assert.deepEqual(
      left.map(({ section }) => section?.id),
      ['homework'],
    );
  });

  it('keeps a comment that stands in a heading', () => {
    assert.match(
      change('## Opening <!-- mine -->\nHello.\n### Mood <!-- mine too -->\n').text,
      /## Today\n\n<!-- mine -->\nHello\.\n\n### Feeling\n\n<!-- mine too -->\n$/,
    );
  });

  it('moves what stands in list items that begin with labels, and keeps all that is below them', () => {
    const text = [
      '---',
      'protocol: hours',
      '---',
      '- **Opening:** tired',
      '  - [ ] sleep',
      '- **Plan:** call',
      '',
    ].join('\n');
    const note = parseNote(text, { protocols, defaultProtocol: 'hours' });
    const changed = changeProtocol(note, brief, options);
    assert.ok('edits' in changed);
    assert.equal(
      applyEdits(text, changed.edits),
      [
        '---',
        'protocol: brief',
        '---',
        '',
        '**What next:**',
        '',
        'call',
        '',
        '**Today:**',
        '',
        'tired',
        '- [ ] sleep',
        '',
      ].join('\n'),
    );
  });

  it('names the protocol where the note named none, and keeps line ends and mark', () => {
    assert.equal(
      change('\ufeff## Plan\r\nGo.\r\n').text,
      '\ufeff---\r\nprotocol: brief\r\n---\r\n\r\n## What next\r\n\r\nGo.\r\n',
    );
    assert.match(
      change('---\nclient: K\n---\n## Plan\nGo.\n').text,
      /^---\nprotocol: brief\nclient: K\n---\n/,
    );
    assert.match(change('---\nprotocol:\n---\n## Plan\nGo.\n').text, /^---\nprotocol: brief\n---\n/);
  });

  it('changes one of several protocols', () => {
    assert.match(
      change('---\nprotocol: [hours, soap]\n---\n## Plan\nGo.\n').text,
      /^---\nprotocol: \[brief, soap\]\n/,
    );
  });

  it('ends a block that would swallow what comes to follow it', () => {
    const { text: changed } = change('## Opening\nHello.\n## Plan\n```\ncode');
    assert.match(changed, /```\ncode\n```\n\n## Today\n\nHello\.\n$/);
  });

  it('leaves transcripts, conflicts and unknown protocols alone', () => {
    for (const note of [
      '---\nkind: transcript\n---\n## Plan\n',
      '---\nprotocol: nothing\n---\n',
      '<<<<<<< a\n=======\n>>>>>>> b\n',
    ]) {
      assert.equal(byProtocol(read(note), brief), undefined, note);
    }
  });

  it('finds the places again on the way back', () => {
    const there = change(text);
    const back = byProtocol(read(there.text), hours);
    assert.match(back?.text ?? '', /## Opening\n\nCame on time\.\n\n### Mood\n\nCalm\./);
  });

  it('loses no words, those of comments included, whatever the note', () => {
    const targets = fc.constantFrom(...protocols.ids.flatMap(id => protocols.get(id) ?? []));
    fc.assert(
      fc.property(anyNote, targets, (source, to) => {
        const note = read(source, 'four-stage');
        const changed = byProtocol(note, to);
        if (changed === undefined) return;
        const known = note.stages.flatMap(({ mark, sections }) => [mark, ...sections.map(each => each.mark)]);
        const marks = [...new Set(known)].map(({ range }) => range).sort((a, b) => b.start - a.start);
        const start = note.outline.frontMatter?.range.end ?? 0;
        const rest = marks.reduce(
          (text, { start: from, end }) => text.slice(0, from) + text.slice(end),
          source,
        );
        const has = countOf(changed.text);
        for (const [word, count] of countOf(rest.slice(start))) {
          assert.ok((has.get(word) ?? 0) >= count, word);
        }
        assert.ok(changed.left.length === 0 || changed.text.includes(options.leftHeading));
      }),
      { numRuns: 300 },
    );
  });
});

function countOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
