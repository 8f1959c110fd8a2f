import assert from 'node:assert/strict';
import { isXmlFault, readXml } from '../../../src/core/xml/readXml';

function textIn(xml: string): string {
  const read = readXml(xml);
  assert.ok(!isXmlFault(read), JSON.stringify(read));
  return read.text;
}

describe('what stands in a CDATA section', () => {
  it('is text, also where it looks like a reference to what XML cannot hold', () => {
    const xml = '<a>&#1;x<![CDATA[&#1; &#x2; &amp;]]>&#x0B;y<![CDATA[&#12;]]></a>';
    assert.equal(textIn(xml), ' x&#1; &#x2; &amp; y&#12;');
  });

  it('nests nothing, as lines of HTML in a memo', () => {
    const memo = '<br>a\n'.repeat(300);
    assert.equal(textIn(`<a><![CDATA[${memo}]]></a>`), memo);
  });

  it('ends somewhere', () => {
    assert.ok(isXmlFault(readXml('<a><![CDATA[&#1;</a>')));
    assert.ok(isXmlFault(readXml('<a><![CDATA[x]]><![CDATA[')));
  });
});
