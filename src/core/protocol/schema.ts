import * as v from 'valibot';
import { unitNames } from '../language/languages';
import { rulesOnRequest } from '../ruleIds';
import { ID } from '../text/ids';
import { checkMessage } from '../yaml/validateNode';
import { contactNames } from './contacts';

/** The longest hint, in UTF-16 code units: it stands in one line of an editor beside others. */
export const longestHint = 60;

/** An id of a protocol, stage, section, goal, field, choice or role. */
const idPattern = new RegExp(`^${ID}$`);

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(
  v.string(),
  v.regex(idPattern, checkMessage('schema.not-an-id')),
  v.description('What it is referred to by: lower-case words of letters and digits joined by hyphens.'),
);
const languageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, checkMessage('schema.not-a-language')),
);
const titles = v.pipe(v.record(languageTag, text), v.minEntries(1));
const titleLists = v.record(languageTag, v.array(text));
const roleId = id;
const count = v.pipe(
  v.number(checkMessage('schema.not-a-count')),
  v.integer(checkMessage('schema.not-a-count')),
  v.minValue(1, checkMessage('schema.not-a-count')),
);
const remove = v.pipe(
  v.optional(v.literal(true, checkMessage('schema.not-a-removal'))),
  v.description('Takes what has this id out of what the protocol starts from (`extends`).'),
);

const described = {
  title: v.pipe(titles, v.description('The name shown, by language.')),
  aliases: v.pipe(v.optional(titleLists, {}), v.description('Other names that match, by language.')),
  description: v.pipe(v.optional(titles), v.description('What it is for, by language.')),
};

const tracks = v.pipe(
  v.optional(v.picklist(['goals', 'actions', 'none', 'never'])),
  v.description(
    'What task-list items in it are; of a stage, those outside its sections. Where nothing is said they are goals, and other items are text. `none`: text, and whoever writes some is asked; `never`: text, and nobody is asked.',
  ),
);
const prompt = v.pipe(v.optional(titles), v.description('The question put to the writer, by language.'));
const hint = v.pipe(
  v.optional(
    v.pipe(
      v.record(languageTag, v.pipe(text, v.maxLength(longestHint, checkMessage('schema.long-hint')))),
      v.minEntries(1),
    ),
  ),
  v.description(
    'The prompt in at most 60 characters, by language: what is shown where nothing is written yet. Where nothing is said, the beginning of the prompt.',
  ),
);

const choiceSchema = v.strictObject({
  id,
  remove,
  title: described.title,
  aliases: described.aliases,
  exclusive: v.pipe(v.optional(v.boolean(), false), v.description('No other choice may stand beside it.')),
  closes: v.pipe(v.optional(v.boolean(), false), v.description('Naming it closes the case.')),
});

const minLength = v.pipe(
  v.optional(count),
  v.description(
    'How many words it must have, so that it is no stub; a reason why it was not addressed will do.',
  ),
);
const repeatable = v.pipe(
  v.optional(v.boolean(), false),
  v.description('Whether it may stand in a note more than once.'),
);
const atLeast = (of: string) =>
  v.pipe(
    v.optional(v.array(atLeastSchema), []),
    v.description(`Sets of ${of} of which some must be there, none of them \`required\` by itself.`),
  );

const atLeastSchema = v.strictObject({
  count: v.pipe(v.optional(count, 1), v.description('How many of them must be there, with words in them.')),
  of: v.pipe(v.array(id), v.minLength(2), v.description('The ids of those that count.')),
});

const sectionSchema = v.strictObject({
  id,
  remove,
  ...described,
  required: v.pipe(
    v.optional(
      v.union([v.boolean(), v.picklist(['when-present', 'case'])], checkMessage('schema.not-a-requirement')),
      true,
    ),
    v.description(
      'Whether a record of its stage must have it. `when-present`: asked for once the stage says something, but not inserted with the stage. `case`: asked of the case by the time it closes.',
    ),
  ),
  repeatable,
  minLength,
  role: v.pipe(
    v.optional(roleId),
    v.description(
      'Whose section it is; `review`: what was agreed earlier is looked back on in it; `risk`: risk stands in it.',
    ),
  ),
  tracks,
  choices: v.pipe(v.optional(v.array(choiceSchema), []), v.description('The choices that it names one of.')),
  multiple: v.pipe(v.optional(v.boolean(), false), v.description('Whether several choices may be named.')),
  prompt,
  hint,
});

const goalSchema = v.strictObject({
  id,
  remove,
  ...described,
  role: v.pipe(v.optional(roleId), v.description('Whose goal it is.')),
});

const guid = v.pipe(
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/, checkMessage('schema.not-a-guid')),
    ),
  ),
  v.description('What other programs know it by, where it came from one.'),
);

const codeEntries = {
  id,
  remove,
  title: described.title,
  aliases: described.aliases,
  label: v.pipe(v.optional(text), v.description("The coding scheme's own symbol.")),
  definition: v.pipe(v.optional(titles), v.description('When the code applies, by language.')),
  include: v.pipe(v.optional(titles), v.description('What is to be coded with it, by language.')),
  exclude: v.pipe(v.optional(titles), v.description('What is not, by language.')),
  examples: v.pipe(v.optional(titleLists, {}), v.description('Examples, by language.')),
  parent: v.pipe(v.optional(id), v.description('The code that this one is a kind of.')),
  color: v.pipe(
    v.optional(v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/, checkMessage('schema.not-a-color')))),
    v.description('The color of its mark: #RRGGBB.'),
  ),
  codable: v.pipe(
    v.optional(v.boolean(), true),
    v.description('Whether it may be applied; otherwise it only holds its kinds together.'),
  ),
  guid,
};

const techniqueSchema = v.strictObject({
  ...codeEntries,
  roles: v.pipe(v.optional(v.array(roleId), ['counselor']), v.description('Whose turns it applies to.')),
});

const codeSchema = v.strictObject({
  ...codeEntries,
  roles: v.pipe(v.optional(v.array(roleId), []), v.description('Whose turns it applies to; empty for all.')),
});

const codeSetSchema = v.strictObject({
  id,
  remove,
  title: described.title,
  description: described.description,
  codes: v.pipe(v.optional(v.array(id), []), v.description('The ids of the codes and techniques in it.')),
  guid,
});

const stageSchema = v.strictObject({
  id,
  remove,
  ...described,
  required: v.pipe(v.optional(v.boolean(), true), v.description('Whether the record must have it.')),
  repeatable,
  minLength,
  sections: v.pipe(v.optional(v.array(sectionSchema), []), v.description('The sections of a record of it.')),
  atLeast: atLeast('its sections'),
  goals: v.pipe(v.optional(v.array(goalSchema), []), v.description('The goals of the stage itself.')),
  techniques: v.pipe(v.optional(v.array(techniqueSchema), []), v.description("The counselor's techniques.")),
  role: v.pipe(
    v.optional(v.picklist(['review', 'risk'])),
    v.description(
      '`review`: what was agreed earlier is looked back on in it. `risk`: risk stands in it, wherever it is in a note.',
    ),
  ),
  tracks,
  prompt,
  hint,
});

const fieldEntries = {
  id,
  remove,
  title: v.pipe(v.optional(titles), v.description('The name shown, by language.')),
  aliases: v.pipe(v.optional(v.array(text), []), v.description('Other keys that mean this field.')),
  type: v.pipe(
    v.optional(v.picklist(['string', 'integer', 'date', 'enum']), 'string'),
    v.description('What it holds.'),
  ),
  required: v.pipe(v.optional(v.boolean(), false), v.description('Whether a note must have it.')),
  requiredWith: v.pipe(
    v.optional(v.array(id), []),
    v.description('The stages with which a note must have it: one that records any of them.'),
  ),
  choices: v.pipe(v.optional(v.array(choiceSchema), []), v.description('The values of an enum.')),
};
const fieldSchema = v.strictObject(fieldEntries);

const score = v.pipe(
  v.number(checkMessage('schema.not-a-number')),
  v.finite(checkMessage('schema.not-a-number')),
);

const measureSchema = v.strictObject({
  id,
  remove,
  title: described.title,
  description: described.description,
  aliases: v.pipe(v.optional(v.array(text), []), v.description('Other names that notes have for it.')),
  min: v.pipe(v.optional(score, 0), v.description('The lowest score that it can have.')),
  max: v.pipe(score, v.description('The highest score that it can have.')),
  better: v.pipe(
    v.optional(v.picklist(['lower', 'higher'])),
    v.description('Which scores are better; where nothing is said, nothing is shown of it.'),
  ),
});

const roleSchema = v.strictObject({
  id,
  remove,
  title: described.title,
  aliases: v.pipe(
    v.optional(titleLists, {}),
    v.description('Speaker names that mean this role, by language.'),
  ),
  description: v.pipe(v.optional(titles), v.description('What it answers for, by language.')),
});

/** The one schema of a protocol file: types, validation and the published JSON Schema all come from it. */
export const protocolSchema = v.strictObject({
  id: v.pipe(id, v.description('The id that notes name.')),
  version: v.pipe(v.optional(v.union([text, v.number()])), v.description('The version of this file.')),
  extends: v.pipe(v.optional(id), v.description('The protocol that this one starts from.')),
  title: described.title,
  description: described.description,
  source: v.pipe(v.optional(text), v.description('Where the content comes from: a citation.')),
  unit: v.pipe(
    v.optional(v.picklist(unitNames), 'stage'),
    v.description(
      'What its stages are called in messages: `stage` where they are steps of a process, `section` or `part` where they are parts of a form.',
    ),
  ),
  scope: v.pipe(
    v.optional(v.picklist(['session', 'case']), 'session'),
    v.description('Whether the required stages are asked of every note or of the case.'),
  ),
  kind: v.pipe(
    v.optional(v.picklist(['session', 'treatment-plan', 'discharge-summary']), 'session'),
    v.description(
      "What a note by it is: the record of a session, the plan that is the home of the case's goals, or the summary that closes the case.",
    ),
  ),
  use: v.pipe(
    v.optional(v.picklist(['session', 'once', 'document'])),
    v.description(
      'How often a client has a note by it: `session`, at every session, so that the next note follows it; `once`, as at the first contact; `document`, whenever there is need. What is no `session` has no session number. Where nothing is said: `document` for what `kind` says is no session.',
    ),
  ),
  contact: v.pipe(
    v.optional(v.array(v.picklist(contactNames)), []),
    v.description(
      'The values of `contact` that a note by it records: a note with one of them that names no note format follows it. The first is that of a note by it that says none.',
    ),
  ),
  order: v.pipe(
    v.optional(v.picklist(['strict', 'free']), 'strict'),
    v.description('Whether the stages stand in a note in the order of the protocol.'),
  ),
  rules: v.pipe(
    v.optional(v.array(v.picklist(rulesOnRequest)), []),
    v.description('Rules that are off unless a protocol asks for them.'),
  ),
  synonyms: v.pipe(
    v.optional(v.array(v.pipe(v.array(text), v.minLength(2))), []),
    v.description('Words that swap freely in titles.'),
  ),
  roles: v.pipe(v.optional(v.array(roleSchema), []), v.description('Who takes part.')),
  fields: v.pipe(v.optional(v.array(fieldSchema), []), v.description('What the front matter holds.')),
  measures: v.pipe(
    v.optional(v.array(measureSchema), []),
    v.description('Questionnaires and scales whose scores notes may give, by name and range alone.'),
  ),
  stages: v.pipe(v.optional(v.array(stageSchema), []), v.description('The stages, in order.')),
  atLeast: atLeast('stages'),
  codes: v.pipe(v.optional(v.array(codeSchema), []), v.description('Codes for transcripts.')),
  codeSets: v.pipe(
    v.optional(v.array(codeSetSchema), []),
    v.description('Sets of codes, as programs for qualitative analysis keep them.'),
  ),
});

/** The parts of the schema that recur, by the name that the published JSON Schema gives them. */
export const protocolParts = {
  titles,
  titleLists,
  atLeast: atLeastSchema,
  choice: choiceSchema,
  section: sectionSchema,
  goal: goalSchema,
  technique: techniqueSchema,
  stage: stageSchema,
  field: fieldSchema,
  measure: measureSchema,
  role: roleSchema,
  code: codeSchema,
  codeSet: codeSetSchema,
};

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

/** A way of working: its stages, sections, goals, techniques and codes. */
export type Protocol = Deep<v.InferOutput<typeof protocolSchema>>;
export type Stage = Protocol['stages'][number];
export type Section = Stage['sections'][number];
export type ProtocolGoal = Stage['goals'][number];
export type Technique = Stage['techniques'][number];
export type Code = Protocol['codes'][number];
export type Choice = Section['choices'][number];
export type Field = Protocol['fields'][number];
/** A questionnaire or scale that is given again and again. */
export type Measure = Protocol['measures'][number];
/** A set of stages or sections of which some must be there. */
export type AtLeast = Protocol['atLeast'][number];
export type Role = Protocol['roles'][number];

/** Whether a record of its stage must have a section; what is asked of the case no single note must have. */
export function isAskedOfNote({ required }: Pick<Section, 'required'>): boolean {
  return required === true || required === 'when-present';
}

/** Whether a stage is no step of the way: risk stands in a note wherever it is spoken of. */
export function isAside({ role }: Stage): boolean {
  return role === 'risk';
}

/** The stages that are steps of the way, in order. */
export function stepsOf({ stages }: Pick<Protocol, 'stages'>): readonly Stage[] {
  return stages.some(isAside) ? stages.filter(stage => !isAside(stage)) : stages;
}

/** How often a client has a note by a protocol. */
export type NoteUse = NonNullable<Protocol['use']>;

/** What a protocol says of that; plans and summaries that say nothing are documents. */
export function useOf({ use, kind }: Protocol): NoteUse {
  return use ?? (kind === 'session' ? 'session' : 'document');
}

/** Whether a text can be the id of a protocol. */
export function isProtocolId(text: string): boolean {
  return idPattern.test(text);
}
