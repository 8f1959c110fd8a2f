import { defaultSeverities, type RuleId, ruleIds } from '../src/core/ruleIds';
import type { CommandEntry } from '../src/extension/contributions/commandEntry';
import { commandGroups } from '../src/extension/contributions/commands';
import { settings } from '../src/extension/contributions/settings';
import { views } from '../src/extension/contributions/views';
import { textIn } from '../src/l10n/catalogue';
import { isOnRequest } from './ruleLevels';

/** The pages of `docs/` that tell what the manifest holds, by file name. */
export function contributionPages(): ReadonlyMap<string, string> {
  return new Map([
    ['commands.md', commandsPage()],
    ['settings.md', settingsPage()],
  ]);
}

const generated = '<!-- Written by `npm run generate`. -->';

function commandsPage(): string {
  const groups = Object.entries(commandGroups).flatMap(([name, group]) => [
    `## ${name}`,
    '',
    table(
      ['command', 'in Indonesian', 'what it does', 'where'],
      Object.entries(group).map(([id, entry]) => commandRow(id, entry)),
    ),
    '',
  ]);
  return page(
    '# Commands',
    generated,
    '',
    'All commands are in the Command Palette (Ctrl+Shift+P, on a Mac ⇧⌘P) under *Session Notes*, each where it can run, but',
    'for those of a row. Menus and the palette have them in the language of `sessionNotes.language`. *Keyboard Shortcuts* lists',
    'them in English, and in both languages those that have a key from the start: any key may be set for the English one, and',
    'runs the command whatever the language.',
    '',
    ...groups,
    '## Ringkas',
    '',
    'Semua perintah ada di Palet Perintah (Ctrl+Shift+P) dengan awalan *Session Notes*, masing-masing bila dapat dijalankan,',
    'kecuali yang hanya ada pada baris tampilan. Menu dan palet memakai bahasa dari setelan `sessionNotes.language`. Daftar',
    '*Keyboard Shortcuts* memuatnya dalam bahasa Inggris, dan dalam kedua bahasa bila sejak awal ada tombolnya; tombol yang',
    'diatur untuk nama Inggrisnya berlaku dalam bahasa mana pun.',
  );
}

function commandRow(id: string, entry: CommandEntry): readonly string[] {
  return [`*${entry.title.en}*<br>\`${id}\``, `*${entry.title.id}*`, entry.does, placesOf(entry).join('; ')];
}

/** The places that list a command, in words. */
function placesOf(entry: CommandEntry): readonly string[] {
  const { palette, titleOf = [], rows = [], editorTitle, editorMenu, explorer, key } = entry;
  const shownIn = [...new Set(rows.flatMap(row => row.views))].map(view => viewTitle(view));
  const title = titleOf.map(({ view }) => viewTitle(view));
  return [
    palette === false ? '' : 'palette',
    title.length === 0 ? '' : `title of ${listOf(title)}`,
    shownIn.length === 0 ? '' : `rows of ${listOf(shownIn)}`,
    editorTitle === undefined ? '' : 'title of the editor',
    editorMenu === undefined ? '' : 'menu of the editor',
    explorer === undefined ? '' : 'menu of the Explorer',
    key === undefined ? '' : `${keyName(key.key)}, on a Mac ${keyName(key.mac)}`,
  ].filter(place => place !== '');
}

function viewTitle(view: keyof typeof views): string {
  return `*${textIn('en', views[view].name)}*`;
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words);
}

/** `ctrl+k shift+a` as keyboards name it. */
function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = { ctrl: 'Ctrl', shift: 'Shift', cmd: '⌘' };
  return key
    .split(' ')
    .map(press =>
      press
        .split('+')
        .map(part => names[part] ?? part.toUpperCase())
        .join('+'),
    )
    .join(' ');
}

function settingsPage(): string {
  return page(
    '# Settings',
    generated,
    '',
    'They are in VS Code’s settings, under *Session Notes*. Most can be set in `.session-notes/config.yaml` too, for everyone',
    'who works in the folder and for the command line, and count there before the settings: [all its keys](rules/configuration.md).',
    '',
    table(
      ['setting', 'default', 'what it does'],
      Object.entries(settings).map(([id, { schema, text, choices = {} }]) => [
        `\`${id}\``,
        `\`${JSON.stringify(schema.default)}\``,
        [text.en, ...Object.entries(choices).map(([choice, wording]) => `\`${choice}\`: ${wording.en}`)]
          .map(withSettingNames)
          .join('<br>'),
      ]),
    ),
    '',
    '## Rules',
    '',
    'What `sessionNotes.rules` may name, each with a level (`error`, `warning`, `info`, `hint`, `off`).',
    '',
    table(
      ['rule', 'what it finds', 'level where none is set'],
      ruleIds.map(rule => [`[${rule}](rules/${rule}.md)`, textIn('en', `rule.${rule}`), levelOf(rule)]),
    ),
    '',
    '## Ringkas',
    '',
    'Setelan ini ada di setelan VS Code, di bawah *Session Notes*. Sebagian besar juga dapat ditulis di',
    '`.session-notes/config.yaml`, yang didahulukan.',
    '',
    ...Object.entries(settings).map(([id, { text }]) => `- \`${id}\`: ${withSettingNames(text.id)}`),
  );
}

function levelOf(rule: RuleId): string {
  const level = `\`${defaultSeverities[rule]}\``;
  return isOnRequest(rule) ? `off; ${level} where a note format asks for it` : level;
}

/** VS Code writes a link to a setting as its name between number signs. */
function withSettingNames(text: string): string {
  return text.replace(/`#([\w.]+)#`/g, '`$1`');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function page(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
