import { type LanguageTag, languageTags } from '../src/core/language/languages';
import { type MessageKey, message } from '../src/core/message';
import { ruleIds } from '../src/core/ruleIds';
import type { CommandEntry, ViewName, Wording } from '../src/extension/contributions/commandEntry';
import { commands } from '../src/extension/contributions/commands';
import { commandIdsOf } from '../src/extension/contributions/languageTwins';
import { listing } from '../src/extension/contributions/listing';
import { ruleLevels, settings } from '../src/extension/contributions/settings';
import { themeColours } from '../src/extension/contributions/themeColours';
import { views } from '../src/extension/contributions/views';
import { walkthrough } from '../src/extension/contributions/walkthrough';
import {
  all,
  areNotesRead,
  inNote,
  is,
  isNot,
  notInTranscript,
  type When,
} from '../src/extension/contributions/when';
import { textIn } from '../src/l10n/catalogue';
import { usualLevel } from './ruleLevels';

/** What of `package.json` is not written by hand, and what is. */
interface Manifest {
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly contributes: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

const container = 'sessionNotes';
const noteMenu = 'sessionNotes.note';
const entries: readonly (readonly [id: string, entry: CommandEntry])[] = Object.entries(commands);

/** `package.json` with what the table of contributions says; the rest stays as it is. */
export function manifestText(source: string): string {
  const manifest: Manifest = JSON.parse(source);
  const written = {
    ...manifest,
    displayName: nlsKey('extension.displayName'),
    description: nlsKey('extension.description'),
    capabilities: {
      ...manifest.capabilities,
      virtualWorkspaces: { supported: 'limited', description: nlsKey('extension.virtualWorkspaces') },
    },
    contributes: { ...manifest.contributes, ...contributed() },
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** The texts of the manifest that follow the display language, as their files have them, by file name. */
export function manifestTextFiles(): ReadonlyMap<string, string> {
  const texts = followingTexts();
  return new Map(
    languageTags.map((tag, position) => {
      const name = position === 0 ? 'package.nls.json' : `package.nls.${tag}.json`;
      const own = Object.fromEntries([...texts].map(([key, wording]) => [key, wording[tag]]));
      return [name, `${JSON.stringify(own, null, 2)}\n`];
    }),
  );
}

function contributed(): Json {
  return {
    commands: entries.flatMap(([command, entry]) => commandsOf(command, entry)),
    keybindings: entries.flatMap(([command, entry]) => keysOf(command, entry)),
    viewsContainers: {
      activitybar: [{ id: container, title: nlsKey('view.container'), icon: 'media/sessions.svg' }],
    },
    views: { [container]: Object.entries(views).map(([name, view]) => viewOf(name, view)) },
    viewsWelcome: Object.entries(views).flatMap(([name, { welcome }]) =>
      welcome.flatMap(text => welcomesOf(name, text)),
    ),
    submenus: [{ id: noteMenu, label: nlsKey('extension.displayName') }],
    menus: menus(),
    configuration: { title: nlsKey('extension.displayName'), properties: settingProperties() },
    walkthroughs: languageTags.map(walkthroughIn),
    colors: Object.entries(themeColours).map(([id, { dark, light, highContrast }]) => ({
      id,
      description: nlsKey(colourKey(id)),
      defaults: { dark, light, highContrast, highContrastLight: highContrast },
    })),
  };
}

function commandsOf(command: string, { title, icon, enablement }: CommandEntry): readonly Json[] {
  return commandIdsOf(command).map(({ tag, id }) => ({
    command: id,
    title: title[tag],
    category: listing.displayName[tag],
    ...(icon !== undefined && { icon: `$(${icon})` }),
    ...(enablement !== undefined && { enablement }),
  }));
}

function keysOf(command: string, { key: binding }: CommandEntry): readonly Json[] {
  if (binding === undefined) return [];
  const { key, mac, when, types } = binding;
  if (types !== undefined) {
    const commands = [{ command: 'type', args: { text: types } }, command];
    return [{ command: 'runCommands', args: { commands }, key, mac, when }];
  }
  return commandIdsOf(command).map(({ tag, id }) => ({
    command: id,
    key,
    mac,
    when: all(when, isShownIn(tag)),
  }));
}

/** The menus by the names that VS Code has for them. */
function menus(): Readonly<Record<string, readonly Json[]>> {
  return {
    commandPalette: entries.flatMap(([command, { palette }]) =>
      commandIdsOf(command).map(({ tag, id }) => ({
        command: id,
        // Where a command can run at all its enablement says, which the palette asks by itself.
        when: palette === false ? 'false' : all(palette, isShownIn(tag)),
      })),
    ),
    'view/title': menu(({ titleOf = [] }) =>
      titleOf.map(({ view, group }) => ({ when: `view == ${viewId(view)}`, group })),
    ),
    'view/item/context': menu(({ rows = [] }) =>
      rows.map(({ views: shownIn, contexts, group }) => ({
        when: all(isOneOf('view', shownIn, `${container}.`), isOneOf('viewItem', contexts)),
        group,
      })),
    ),
    'editor/title': menu(({ editorTitle }) => (editorTitle === undefined ? [] : [editorTitle])),
    'editor/context': [
      ...menu(({ editorMenu }) => (editorMenu === undefined ? [] : [editorMenu])),
      { submenu: noteMenu, when: all(inNote, notInTranscript), group: '1_sessionNotes@1' },
    ],
    [noteMenu]: menu(({ noteMenu: place }) => (place === undefined ? [] : [place])),
    // The Explorer shows the files of every workspace, and few of them have to do with session notes.
    'explorer/context': menu(({ explorer }) =>
      explorer === undefined ? [] : [{ ...explorer, when: all(areNotesRead, explorer.when) }],
    ),
  };
}

/** A menu: what is listed in it, only where it can run, and in one language at a time. */
function menu(
  placesOf: (entry: CommandEntry) => readonly { readonly when?: When; readonly group: string }[],
): readonly Json[] {
  return entries.flatMap(([command, entry]) =>
    placesOf(entry).flatMap(({ when, group }) =>
      commandIdsOf(command).map(({ tag, id }) => ({
        command: id,
        when: all(when, entry.enablement, isShownIn(tag)),
        group,
      })),
    ),
  );
}

/** That commands are shown in a language: in the first one also as long as none is known. */
function isShownIn(tag: LanguageTag): When {
  const [first, ...others] = languageTags;
  if (tag !== first) return is('sessionNotes.language', tag);
  return all(...others.map(other => isNot('sessionNotes.language', other)));
}

function viewId(view: string): string {
  return `${container}.${view}`;
}

/** That a key of VS Code has one of some values, all with the same beginning. */
function isOneOf(key: string, values: readonly string[], beginning = ''): When {
  const isPlain = values.every(value => /^[\w-]+$/.test(value));
  if (values.length === 1 && isPlain) return `${key} == ${beginning}${values.join()}`;
  return `${key} =~ /^${beginning.replace('.', '\\.')}(${values.join('|')})$/`;
}

function viewOf(name: string, { name: title, when }: (typeof views)[ViewName]): Json {
  return {
    id: viewId(name),
    name: nlsKey(title),
    icon: 'media/sessions.svg',
    contextualTitle: nlsKey('view.container'),
    ...(when !== undefined && { when }),
  };
}

function welcomesOf(
  view: string,
  { when, text }: (typeof views)[ViewName]['welcome'][number],
): readonly Json[] {
  return languageTags.map(tag => ({
    view: viewId(view),
    contents: withLinks(text[tag], tag),
    when: all(when, is('sessionNotes.language', tag)),
  }));
}

function walkthroughIn(tag: LanguageTag): Json {
  return {
    id: `first-steps-${tag}`,
    title: walkthrough.title[tag],
    description: walkthrough.description[tag],
    when: isShownIn(tag),
    steps: walkthrough.steps.map(({ id, title, text, picture, doneBy }) => ({
      id,
      title: title[tag],
      description: withLinks(text[tag], tag),
      media: { svg: `media/walkthrough/${id}.svg`, altText: picture[tag] },
      completionEvents: [doneBy],
    })),
  };
}

/** A text with the titles of commands as links to them, in place of their ids in braces. */
function withLinks(text: string, tag: LanguageTag): string {
  return text.replace(/\{([\w.]+)\}/g, (_, id: string) => {
    const entry = new Map(entries).get(id);
    if (entry === undefined) throw new Error(`No command has the id ${id}.`);
    return `[${entry.title[tag]}](command:${id})`;
  });
}

function settingProperties(): Json {
  return Object.fromEntries(
    Object.entries(settings).map(([id, { schema, perFolder, ofMachine, choices, otherwise }], position) => [
      id,
      {
        ...schema,
        ...(id === 'sessionNotes.rules' && { properties: ruleProperties() }),
        ...(choices && {
          enumDescriptions: Object.keys(choices).map(choice => nlsKey(choiceKey(id, choice))),
        }),
        ...(otherwise && { patternErrorMessage: nlsKey(`${settingKey(id)}.otherwise`) }),
        markdownDescription: nlsKey(settingKey(id)),
        scope: ofMachine ? 'machine' : perFolder ? 'resource' : 'window',
        order: position + 1,
      },
    ]),
  );
}

function ruleProperties(): Json {
  return Object.fromEntries(
    ruleIds.map(rule => [
      rule,
      {
        type: 'string',
        enum: ruleLevels,
        description: nlsKey(`rule.${rule}`),
        markdownDescription: nlsKey(`rule.${rule}.level`),
      },
    ]),
  );
}

/** The texts that follow the display language of VS Code, by their keys. */
function followingTexts(): ReadonlyMap<string, Wording> {
  const texts = new Map<string, Wording>([
    ['extension.displayName', listing.displayName],
    ['extension.description', listing.description],
    ['extension.virtualWorkspaces', listing.virtualWorkspaces],
    ['view.container', listing.container],
  ]);
  for (const { name } of Object.values(views)) texts.set(name, wordingOf(name));
  for (const [id, { text, choices = {}, otherwise }] of Object.entries(settings)) {
    texts.set(settingKey(id), text);
    for (const [choice, wording] of Object.entries(choices)) texts.set(choiceKey(id, choice), wording);
    if (otherwise !== undefined) texts.set(`${settingKey(id)}.otherwise`, otherwise);
  }
  for (const rule of ruleIds) {
    const text = wordingOf(`rule.${rule}`);
    texts.set(`rule.${rule}`, text);
    texts.set(
      `rule.${rule}.level`,
      inEach(tag => `${text[tag]} ${usualLevel(rule)[tag]}`),
    );
  }
  for (const [id, { text }] of Object.entries(themeColours)) texts.set(colourKey(id), text);
  return texts;
}

function wordingOf(key: MessageKey): Wording {
  return inEach(tag => textIn(tag, message(key).key));
}

function inEach(textOf: (tag: LanguageTag) => string): Wording {
  return Object.fromEntries(languageTags.map(tag => [tag, textOf(tag)])) as Record<LanguageTag, string>;
}

function nlsKey(key: string): string {
  return `%${key}%`;
}

function settingKey(id: string): string {
  return id.replace(container, 'setting');
}

function choiceKey(id: string, choice: string): string {
  return `${settingKey(id)}.${choice}`;
}

function colourKey(id: string): string {
  return id.replace(container, 'color');
}
