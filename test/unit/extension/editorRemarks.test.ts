import assert from 'node:assert/strict';
import english from '../../../l10n/bundle.l10n.json';
import type { MessageKey } from '../../../src/core/message';
import { inEditor } from '../../../src/extension/exchange/editorRemarks';
import { render } from '../../../src/l10n/catalogue';

describe('what the editor says of an import', () => {
  const keys = Object.keys(english) as MessageKey[];
  const withOptions = keys.filter(
    key => key.startsWith('import.') && !key.endsWith('.unquoted') && / --\w/.test(english[key]),
  );

  it('names no option of the command line', () => {
    assert.ok(withOptions.length > 3);
    for (const key of withOptions) {
      const said = render(inEditor({ key, args: { count: 2 } }));
      assert.doesNotMatch(said, /--/, key);
      assert.match(said, /import again|Import Anyway|speakers:/, key);
    }
  });

  it('names the row of the dialog that does what is missing', () => {
    const said = render(
      inEditor({ key: 'import.names-said', args: { count: 2 }, quoted: { names: 'Sari' } }),
    );
    assert.match(said, /2 times\. .*“Replace names in what is said, too”/);
    assert.doesNotMatch(said, /Sari/);
  });

  it('leaves all else as it is', () => {
    const remark = { key: 'import.left.head', args: { count: 1 } } as const;
    assert.equal(inEditor(remark), remark);
  });
});
