import assert from 'node:assert/strict';
import { withoutReferences } from '../../../src/core/exchange/importers/containers/source';
import { read, said } from './importRun';

describe('character references', () => {
  it('are all that HTML has, by name, in the case that it has them, and by number', () => {
    for (const [text, characters] of [
      ['Caf&eacute; &Eacute;', 'Café É'],
      ['&hellip;&mdash;&ndash;&rsquo;&ldquo;', '…—–’“'],
      ['&amp;&AMP;&LT;&Lt;', '&&<≪'],
      ['&CounterClockwiseContourIntegral;&frac12;', '∳½'],
      ['&#233;&#xe9;&#150;&#x85;', 'éé–…'],
      ['&amp;eacute;', '&eacute;'],
    ] as const)
      assert.equal(withoutReferences(text), characters);
  });

  it('need no semicolon where browsers need none and no word begins with the name', () => {
    for (const [text, characters] of [
      ['Ayah &amp Ibu&nbsp&nbspya', 'Ayah & Ibu\u00a0\u00a0ya'],
      ['&lt5 tahun&gt', '<5 tahun>'],
      ['Ren&eacutee, &copy2024, &frac12', 'Renée, ©2024, ½'],
      ['&ampeacute;', '&ampeacute;'],
      ['&amp &amp;lt', '& &lt'],
      ['Ibu&notaris, &notit; ?a=1&copy=2 &hellip &ampas', 'Ibu&notaris, &notit; ?a=1&copy=2 &hellip &ampas'],
    ] as const)
      assert.equal(withoutReferences(text), characters);
  });

  it('are words where HTML has none of that name or number', () => {
    for (const text of ['AT&T; Q&A', '&tidak;', '&#0;', '&#xd800;', '&constructor;', 'a & b;', '\\&'])
      assert.equal(withoutReferences(text), text);
  });

  it('are resolved in captions, names of voices, too, and in web pages', () => {
    const vtt =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ren&eacute;e>Caf&eacute; &hellip; ya&mdash;tidak\n\n00:03.000 --> 00:04.000\n<v Tom>Oke\n';
    assert.deepEqual(said(read('a.vtt', vtt)), [
      [1000, 'Renée', 'Café … ya—tidak'],
      [3000, 'Tom', 'Oke'],
    ]);
    const html =
      '<html><body><p>Ren&eacute;e: Caf&eacute;&hellip;</p><p>Tom: Oke</p><p>Ren&eacute;e: Ya.</p></body></html>';
    assert.deepEqual(
      said(read('a.html', html)).map(([, ...rest]) => rest),
      [
        ['Renée', 'Café…'],
        ['Tom', 'Oke'],
        ['Renée', 'Ya.'],
      ],
    );
  });
});
