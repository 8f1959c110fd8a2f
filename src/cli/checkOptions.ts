import { type Fault, isFault } from './command';
import type { CommandLine, OptionTable } from './commandLine';
import { choiceOption, countOption } from './options';

/** The formats of a report; the first is the default. */
const reportFormats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What `check` was asked to do. */
export interface CheckOptions {
  readonly format: ReportFormat;
  /** Applies the safe fixes. */
  readonly fix: boolean;
  /** Inserts missing stages and sections. */
  readonly scaffold: boolean;
  /** Whether words of the notes may be shown. */
  readonly quote: boolean;
  readonly maximumWarnings: number | undefined;
  readonly counselor: string | undefined;
  /** The protocol of notes that name none, whatever the configuration says. */
  readonly protocol: string | undefined;
}

/** The options of `check`. */
export const checkOptions: OptionTable = {
  format: 'value',
  fix: 'flag',
  scaffold: 'flag',
  quote: 'flag',
  'max-warnings': 'value',
  counselor: 'value',
  protocol: 'value',
};

/** Reads what `check` was asked to do. */
export function readCheckOptions(line: CommandLine): CheckOptions | Fault {
  const format = choiceOption(line, 'format', reportFormats);
  if (isFault(format)) return format;
  const maximumWarnings = countOption(line, 'max-warnings');
  if (isFault(maximumWarnings)) return maximumWarnings;
  return {
    format,
    maximumWarnings,
    fix: line.flags.has('fix'),
    scaffold: line.flags.has('scaffold'),
    quote: line.flags.has('quote'),
    counselor: line.values.get('counselor'),
    protocol: line.values.get('protocol'),
  };
}
