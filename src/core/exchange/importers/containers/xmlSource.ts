import type { XmlNode } from '../../../xml/readXml';
import { type Source, SourceBuilder } from './source';

/** What an XML document says, and where among the pieces the text of an element stands. */
export interface XmlSource extends Source {
  readonly root: XmlNode;
  readonly placeOf: ReadonlyMap<XmlNode, number>;
}

/** The texts of the elements of an XML document in its order; of an element with text of its own the whole of it. */
export function xmlSource(root: XmlNode): XmlSource {
  const source = new SourceBuilder();
  const placeOf = new Map<XmlNode, number>();
  const walk = (node: XmlNode): void => {
    const inner = node.children.reduce((sum, child) => sum + child.text.trim().length, 0);
    const isOwn = node.children.length === 0 || node.text.replace(/\s+/g, '').length > inner;
    if (!isOwn) {
      for (const child of node.children) walk(child);
      return;
    }
    if (node.text.trim() !== '') placeOf.set(node, source.add(node.line, node.text));
  };
  walk(root);
  return { ...source.built(), root, placeOf };
}
