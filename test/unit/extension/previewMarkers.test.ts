import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { goalStatuses } from '../../../src/core/note/goalMention';
import { drawGoalMarkers } from '../../../src/extension/appearance/previewMarkers';
import { setInterfaceLanguage } from '../../../src/l10n/catalogue';

const preview = drawGoalMarkers(new MarkdownIt({ html: true, linkify: true, typographer: true }));

function draw(body: string): string {
  return preview.render(`---\nprotocol: four-stage\n---\n\n${body}`).replace(/^<hr>\n<h2>.*<\/h2>\n/, '');
}

/** The markers that are drawn, as `status: name`. */
function markers(html: string): readonly string[] {
  const drawn = /<span class="session-notes-marker session-notes-([a-z-]+)" role="img" aria-label="([^"]*)"/g;
  return [...html.matchAll(drawn)].map(([, status, name]) => `${status}: ${name}`);
}

/** What is read of an item, without tags. */
function words(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}

describe('Goals in the preview', () => {
  before(() => setInterfaceLanguage('en'));

  it('have a marker for each status, with its name for those who cannot see it', () => {
    const html = draw('- [ ] a\n- [/] b\n- [x] c\n- [X] d\n- [-] e\n- [h] f\n- [>] g\n');
    assert.deepEqual(markers(html), [
      'open: Open',
      'in-progress: In progress',
      'achieved: Achieved',
      'achieved: Achieved',
      'dropped: Discontinued',
      'on-hold: On hold',
      'carried-over: Carried over',
    ]);
    assert.doesNotMatch(words(html), /[[\]]/);
  });

  it('are told apart by the style sheet', () => {
    const css = readFileSync('media/preview.css', 'utf8');
    // An empty box is what is open.
    const styled = goalStatuses.filter(status => css.includes(`.session-notes-${status}::after {`));
    assert.deepEqual(
      styled,
      goalStatuses.filter(status => status !== 'open'),
    );
  });

  it('name their status in the language of the interface', () => {
    setInterfaceLanguage('id');
    const html = draw('- [x] a\n');
    setInterfaceLanguage('en');
    assert.deepEqual(markers(html), ['achieved: Tercapai']);
  });

  it('are drawn in loose lists, numbered lists and lists in lists', () => {
    assert.deepEqual(markers(draw('- [ ] a\n\n- [x] b\n')), ['open: Open', 'achieved: Achieved']);
    assert.deepEqual(markers(draw('1. [ ] a\n2. [x] b\n')), ['open: Open', 'achieved: Achieved']);
    assert.deepEqual(markers(draw('- a\n  1. [-] b\n     - [h] c\n')), [
      'dropped: Discontinued',
      'on-hold: On hold',
    ]);
  });

  it('replace the bullet, which other items keep', () => {
    assert.equal(draw('- a\n- [ ] b\n').match(/<li class="session-notes-task">/g)?.length, 1);
  });

  it('keep the emphasis, code and links in their words', () => {
    const html = draw('- [ ] **Be** `brave`, see https://example.org "here"\n');
    assert.match(html, /<strong>Be<\/strong> <code>brave<\/code>, see <a href="https:\/\/example.org">/);
    assert.match(html, /“here”/);
  });

  it('are drawn although a link of that name is defined', () => {
    const html = draw('- [x] done\n- [-] left\n\n[x]: https://example.org\n[-]: https://example.org\n');
    assert.deepEqual(markers(html), ['achieved: Achieved', 'dropped: Discontinued']);
    assert.doesNotMatch(html, /<a /);
  });

  it('set id, fields and tags apart from the words, and escape them', () => {
    const html = draw('- [ ] Sleep\n  early ^sleep [due:: 2026-03-19] #a <!-- x --> [role:: <b>"me"]\n');
    const run = /<span class="session-notes-run">(.*)<\/span>/.exec(html)?.[1];
    assert.equal(run, '^sleep · due 2026-03-19 · #a · role: &lt;b&gt;&quot;me&quot;');
    assert.match(html, /Sleep\nearly/);
  });

  it('show what merely looks like id, field or tag as words', () => {
    const html = draw('- [ ] An ^id and #tag inside\n');
    assert.doesNotMatch(html, /session-notes-run/);
    assert.equal(words(html), 'An ^id and #tag inside');
  });

  it('have one for what is nearly a task item, too', () => {
    assert.deepEqual(markers(draw('- [] a\n- [x]b\n- ☐ c\n- [ ]\u00a0d\n')), [
      'open: Open',
      'achieved: Achieved',
      'open: Open',
      'open: Open',
    ]);
  });

  it('are nothing else with brackets', () => {
    const bodies = ['- [ab] a', '- [v]a', '- [?] a', '[x] a', '- # [x] a', '- a\n\n  [x] b', '    - [x] a'];
    for (const body of bodies) assert.deepEqual(markers(draw(`${body}\n`)), [], body);
  });

  it('leave prompts out and everything else as it was', () => {
    const html = draw('<!-- What happened? -->\n\n- [ ] a\n- b ^id\n');
    assert.match(html, /<li>b \^id<\/li>/);
    assert.match(html, /<!-- What happened\? -->/);
  });
});

describe('Other Markdown in the preview', () => {
  const plain = new MarkdownIt({ html: true, linkify: true, typographer: true });
  const task = '- [ ] a ^id [due:: 2026-03-19]\n- [x] b\n';
  const texts: Readonly<Record<string, string>> = {
    'without front matter': task,
    'with front matter of another program': `---\ntitle: x\n---\n${task}`,
    'with a protocol that is not at the start of a line': `---\n  protocol: x\n---\n${task}`,
    'with a protocol below the front matter': `${task}\nprotocol: x\n`,
  };

  for (const [name, text] of Object.entries(texts)) {
    it(`is drawn as without this extension: ${name}`, () => {
      assert.equal(preview.render(text), plain.render(text));
    });
  }
});
