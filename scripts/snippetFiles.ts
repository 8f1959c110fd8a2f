import { headingForm } from '../src/core/change/markForm';
import { joinTemplates, stageTemplate } from '../src/core/change/template';
import { templateSnippet } from '../src/core/complete/snippet';
import { defaultConfig } from '../src/core/config/config';
import { type LanguageTag, languages, languageTags } from '../src/core/language/languages';
import { titleIn } from '../src/core/message';
import { builtinProtocols } from '../src/core/protocol/builtinProtocols';
import { type Field, isAside, type Protocol, type Stage, stepsOf } from '../src/core/protocol/schema';

/** A snippet as VS Code's snippet files write it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  /** Offered as the content of an empty file. */
  readonly isFileTemplate?: boolean;
  /** Offered only in files that match; VS Code before 1.109 takes no notice of it. */
  readonly include?: readonly string[];
}

/** What the snippets of one language say besides the words of the protocols. */
interface Wording {
  noteName(protocol: string): string;
  noteDescription(protocol: string): string;
  stageName(stage: string): string;
  stageDescription(protocol: string): string;
}

const wordings: Readonly<Record<LanguageTag, Wording>> = {
  en: {
    noteName: protocol => `Session note: ${protocol}`,
    noteDescription: protocol => `A session note with every stage of “${protocol}”`,
    stageName: stage => `Stage: ${stage}`,
    stageDescription: protocol => `A stage of “${protocol}” with its sections`,
  },
  id: {
    noteName: protocol => `Catatan sesi: ${protocol}`,
    noteDescription: protocol => `Catatan sesi dengan semua tahap “${protocol}”`,
    stageName: stage => `Tahap: ${stage}`,
    stageDescription: protocol => `Satu tahap “${protocol}” beserta bagian-bagiannya`,
  },
};

const stageForm = headingForm(2);
const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

/**
 * The snippet files by name, made from the built-in protocols, in every language: whole notes of each that has stages,
 * and the stages of the default one. The others' stages are offered in their notes, where they fit.
 */
export function snippetFiles(): ReadonlyMap<string, string> {
  const files = languageTags.map(language => {
    const wording = wordings[language];
    const snippets = builtinProtocols()
      .filter(({ protocol }) => protocol.stages.length > 0)
      .flatMap(({ protocol }) => [
        noteSnippet(protocol, language, wording),
        ...stagesOfDefault(protocol).map(stage => stageSnippet(protocol, stage, language, wording)),
      ]);
    return [`${language}.json`, `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`] as const;
  });
  return new Map(files);
}

function stagesOfDefault({ id, stages }: Protocol): readonly Stage[] {
  return id === defaultConfig.defaultProtocol ? stepsOf({ stages }) : [];
}

type NamedSnippet = readonly [name: string, snippet: Snippet];

function noteSnippet(protocol: Protocol, language: LanguageTag, wording: Wording): NamedSnippet {
  const title = titleIn(protocol.title, language);
  const asked = protocol.stages.filter(stage => stage.required || !isAside(stage));
  const stages = asked.map(stage => stageTemplate(stage, language, stageForm));
  const fields = protocol.fields.filter(({ id, required }) => required || usualFields.has(id));
  const session = fields.findIndex(({ id }) => id === 'session') + 1;
  const heading = session === 0 ? [] : [`# ${languages[language].session} $${session}`, ''];
  const body = [
    '---',
    `protocol: ${protocol.id}`,
    ...fields.map((field, index) => `${field.id}: ${valueSource(field, index + 1)}`),
    'status: draft',
    '---',
    ...heading,
    ...templateSnippet(joinTemplates(stages)).split('\n'),
  ];
  const prefix = `sn-note-${protocol.id}-${language}`;
  return [
    wording.noteName(title),
    { prefix, description: wording.noteDescription(title), isFileTemplate: true, body },
  ];
}

/** What a value of this type is likely to begin as. */
const placeholders: Readonly<Record<Field['type'], string | undefined>> = {
  string: undefined,
  integer: '1',
  date: undefined,
  enum: undefined,
};

/** What a note says of itself; of other fields a practice says which it wants. */
const usualFields: ReadonlySet<string> = new Set(['client', 'session', 'date', 'counselor']);

/** A field's value with the tab stop of this number; the date of the note is that of today. */
function valueSource({ id, type }: Field, stop: number): string {
  if (id === 'date') return today;
  const placeholder = placeholders[type];
  return placeholder === undefined ? `$${stop}` : `\${${stop}:${placeholder}}`;
}

function stageSnippet(protocol: Protocol, stage: Stage, language: string, wording: Wording): NamedSnippet {
  const body = templateSnippet(stageTemplate(stage, language, stageForm)).split('\n');
  const title = titleIn(stage.title, language);
  return [
    wording.stageName(title),
    {
      prefix: `sn-stage-${stage.id}-${language}`,
      description: wording.stageDescription(titleIn(protocol.title, language)),
      include: ['**/*.session.md'],
      body,
    },
  ];
}
