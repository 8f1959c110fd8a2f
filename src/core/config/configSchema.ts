import * as v from 'valibot';
import { languageTags } from '../language/languages';
import { ruleIds } from '../ruleIds';
import { checkMessage } from '../yaml/validateNode';
import { compileGlob } from './glob';

const level = v.picklist(['off', 'hint', 'info', 'warning', 'error']);
const glob = v.pipe(
  v.string(),
  v.check(pattern => compileGlob(pattern) !== undefined, checkMessage('config.bad-glob')),
  v.description('A pattern of paths relative to the root: * ? ** [a-z] {a,b}.'),
);
const protocolId = v.pipe(v.string(), v.nonEmpty(), v.description('The id of a protocol.'));

/** The one schema of `.session-notes/config.yaml`. */
export const configSchema = v.strictObject({
  rules: v.pipe(
    v.optional(v.strictObject(v.entriesFromList(ruleIds, v.optional(level)))),
    v.description('How strictly each rule is taken; a rule that is not named keeps its own severity.'),
  ),
  files: v.pipe(v.optional(v.array(glob)), v.description('Files that are notes whatever they hold.')),
  exclude: v.pipe(v.optional(v.array(glob)), v.description('Files and folders that are passed over.')),
  defaultProtocol: v.pipe(v.optional(protocolId), v.description('The protocol of notes that name none.')),
  protocols: v.pipe(
    v.optional(v.record(glob, protocolId)),
    v.description('The protocol of notes that name none, by pattern of paths; the first that fits counts.'),
  ),
  language: v.pipe(
    v.optional(v.picklist(['auto', ...languageTags])),
    v.description('The language of what the program says.'),
  ),
  fileName: v.pipe(
    v.optional(v.pipe(v.string(), v.nonEmpty())),
    v.description('The pattern of the paths of new notes: {client} {date} {session} {counselor} {protocol}.'),
  ),
  goalIds: v.pipe(
    v.optional(v.picklist(['letters', 'words'])),
    v.description('What a new ^id of a goal is like: letters that hold no word, or its first words.'),
  ),
  'goals.outside': v.pipe(
    v.optional(v.boolean()),
    v.description('Whether tasks outside every stage are goals, as they are where nothing is said.'),
  ),
  items: v.pipe(
    v.optional(v.picklist(['ask', 'actions', 'text'])),
    v.description(
      'What items without a box are where goals or actions are tracked: asked about, goals or actions as well, just text.',
    ),
  ),
  prompts: v.pipe(
    v.optional(v.picklist(['ghost', 'comments'])),
    v.description(
      'What a part asks: shown in the editor while the part is empty, and not in the file, or written into notes as comments.',
    ),
  ),
  blind: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    v.description('The fields that blinded copies go without, besides client, session and date.'),
  ),
  require: v.pipe(
    v.optional(v.array(v.picklist(['risk']))),
    v.description('The parts that every note must have whose format has such a part: `risk`.'),
  ),
  ask: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    v.description('The fields that new notes ask for besides those that their format requires.'),
  ),
  ownHeadings: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    v.description('Headings that name no stage, whatever they come near.'),
  ),
});
