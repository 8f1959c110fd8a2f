import { type Message, type MessageKey, message } from '../../core/message';
import { render } from '../../l10n/catalogue';

/** Remarks that name options of the command line, and what is said in their place where there are dialogs. */
const inDialogs: Partial<Readonly<Record<MessageKey, MessageKey>>> = {
  'import.name-kept': 'import.in-editor.name-kept',
  'import.names-said': 'import.in-editor.names-said',
  'import.no-columns': 'import.in-editor.no-columns',
  'import.no-role': 'import.in-editor.no-role',
  'import.no-turns': 'import.in-editor.no-turns',
  'import.words-lost': 'import.in-editor.words-lost',
};

/** A remark about an import as the editor says it, without words of the file: what to do there, and no option. */
export function inEditor(remark: Message): Message {
  const key = inDialogs[remark.key];
  if (key === undefined) return remark;
  return message(key, { ...remark.args, row: render(message('import.replace-said')) });
}
