/** What XML 1.0 cannot hold in any form: control characters, halves of characters, and the two non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const MARKUP = /[&<>"\t\n\r]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Attributes of an element; those that are undefined are left out. */
type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of XML as text. `content` is XML itself: elements or {@link xmlText}. */
export function xmlElement(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value), MARKUP)}"`)
    .join('');
  const inner = content.filter(part => part !== '').join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Text as content of an element. What XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

/** A whole document in UTF-8. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function escaped(text: string, characters: RegExp): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(characters, found => REFERENCES[found] ?? found);
}
