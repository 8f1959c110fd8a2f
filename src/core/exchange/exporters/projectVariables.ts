import { xmlElement, xmlText } from '../../xml/writeXml';
import type { ExportedTranscript } from './exportedTranscript';
import { fieldGuid, variableFields, variableGuid } from './projectIds';

/** The value of a variable for a source. */
interface SourceVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: 'Text' | 'Integer' | 'Date';
  readonly value: string;
}

/** What the front matter of any of its versions says besides; session and date first. */
function variablesOf({ versions, facts }: ExportedTranscript): readonly SourceVariable[] {
  const own = [...versions].reverse().flatMap(version => facts.get(version) ?? []);
  const named = new Map(own.flatMap(({ variables }) => [...variables]));
  const fields = variableFields.flatMap((name): readonly SourceVariable[] => {
    const value = own.findLast(each => each[name] !== undefined)?.[name];
    const type = name === 'date' ? 'Date' : 'Integer';
    // A study may call a variable so that means something else.
    return value === undefined || named.has(name)
      ? []
      : [{ guid: fieldGuid(name), name, type, value: `${value}` }];
  });
  const others = [...named].map(
    ([name, value]): SourceVariable => ({ guid: variableGuid(name), name, type: 'Text', value }),
  );
  return [...fields, ...others];
}

/** The variables of transcripts as REFI-QDA has them. */
export function variablesXml(transcripts: readonly ExportedTranscript[]): readonly string[] {
  const all = new Map(transcripts.flatMap(variablesOf).map(variable => [variable.guid, variable]));
  return [...all.values()].map(({ guid, name, type }) =>
    xmlElement('Variable', { guid, name, typeOfVariable: type }),
  );
}

/** Their values for one transcript. */
export function variableValuesXml(transcript: ExportedTranscript): readonly string[] {
  return variablesOf(transcript).map(({ guid, type, value }) =>
    xmlElement(
      'VariableValue',
      {},
      xmlElement('VariableRef', { targetGUID: guid }),
      xmlElement(`${type}Value`, {}, xmlText(value)),
    ),
  );
}
