import { dot, type Markish, rect, ruleY, text } from '@observablehq/plot';
import { message } from '../../core/message';
import type { ProfileCode, TranscriptProfile } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import type { Explored } from '../picture/exploring';
import { type Frame, signRadius, textWidth } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';
import { nameClass } from '../picture/stickyNames';
import type { Spot } from '../picture/texts';
import { codeName, roleName, stageName, talkWords } from './texts';

/** Heights in pixels. */
export const stagesHeight = 26;
const talkHeight = 64;
const rowHeight = 22;

/** The strip of a transcript from top to bottom: stages, talk of each role, codes; turns run across. */
export function stripPictures(
  profile: TranscriptProfile,
  path: string,
  frame: Frame,
  palette: Palette,
): readonly Explored[] {
  const codes = profile.codes.length === 0 ? [] : [codesOver(profile, path, frame, palette)];
  return [stagesOver(profile, path, frame, palette), talkOver(profile, path, frame, palette), ...codes];
}

/** The colour of a code, as in the text and the tree. */
export function codeColour({ colour }: ProfileCode, palette: Palette): string {
  return colour === undefined ? palette.ink : palette.named(colour);
}

interface StageRun {
  readonly first: number;
  readonly last: number;
  readonly stage: number;
  readonly name: string;
}

function stagesOver(profile: TranscriptProfile, path: string, frame: Frame, palette: Palette): Explored {
  const runs = stageRuns(profile);
  const label = render(message('picture.stages'));
  const bounds = { x1: (run: StageRun) => run.first - 0.5, x2: (run: StageRun) => run.last + 0.5 };
  const isInStage = ({ stage }: StageRun): boolean => profile.stages[stage]?.stage !== undefined;
  const colour = ({ stage }: StageRun): string =>
    palette.series[stage % palette.series.length] ?? palette.stage;
  const svg = plotPicture(frame, stagesHeight, palette, {
    marginTop: 0,
    marginBottom: 0,
    y: { domain: [0, 1], axis: null },
    marks: [
      rect(runs.filter(isInStage), {
        ...bounds,
        y1: 0.1,
        y2: 0.9,
        fill: colour,
        fillOpacity: 0.25,
        stroke: colour,
        insetLeft: 1,
        insetRight: 1,
      }),
      ...runs.filter(isInStage).map(run =>
        text([run], {
          x: ({ first, last }: StageRun) => (first + last) / 2,
          y: 0.5,
          text: 'name',
          textOverflow: 'ellipsis',
          lineWidth: textWidth((run.last - run.first + 1) * frame.column - 8),
        }),
      ),
      rowName(label, 0.5, frame),
    ],
  });
  const spots = profile.columns.map(({ stage, offset }): Spot => {
    const known = profile.stages.find(each => each.stage === stage);
    return { words: known === undefined ? '' : stageName(known), details: [], target: { path, offset } };
  });
  return { svg, label, bands: [{ top: 0, height: stagesHeight, label, facts: [], spots }] };
}

function stageRuns({ columns, stages }: TranscriptProfile): readonly StageRun[] {
  const runs: StageRun[] = [];
  for (const [column, { stage }] of columns.entries()) {
    const at = stages.findIndex(each => each.stage === stage);
    const known = stages[at];
    const last = runs.at(-1);
    if (last?.stage === at) runs[runs.length - 1] = { ...last, last: column };
    else if (known !== undefined)
      runs.push({ first: column, last: column, stage: at, name: stageName(known) });
  }
  return runs;
}

interface Bar {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly role: number;
}

function talkOver(profile: TranscriptProfile, path: string, frame: Frame, palette: Palette): Explored {
  const bars = profile.columns.flatMap(({ words }, column) => stacked(words, column));
  const most = Math.max(1, ...bars.map(({ to }) => to));
  const label = render(message('picture.talk'));
  const inset = frame.column > 20 ? 2 : 0.5;
  const svg = plotPicture(frame, talkHeight, palette, {
    marginTop: 4,
    marginBottom: 4,
    y: { domain: [0, most], axis: null },
    marks: [
      rect(bars, {
        x1: ({ column }: Bar) => column - 0.5,
        x2: ({ column }: Bar) => column + 0.5,
        y1: 'from',
        y2: 'to',
        fill: ({ role }: Bar) => roleColour(role, palette),
        insetLeft: inset,
        insetRight: inset,
      }),
      ruleY([0], { x1: -0.5, x2: frame.columns - 0.5, stroke: palette.faint, strokeOpacity: 0.5 }),
      rowName(label, most / 2, frame),
    ],
  });
  const spots = profile.columns.map(
    ({ words, offset }): Spot => ({
      words: talkWords(words, profile.roles),
      details: [],
      target: { path, offset },
    }),
  );
  const facts = profile.roles.map(roleName);
  return { svg, label, bands: [{ top: 0, height: talkHeight, label, facts, spots }] };
}

/** The colour of the role at this place. */
export function roleColour(at: number, { series, faint }: Palette): string {
  return series[(at * 2) % series.length] ?? faint;
}

function stacked(words: readonly number[], column: number): readonly Bar[] {
  let from = 0;
  return words.flatMap((count, role) => {
    const bar = { column, from, to: from + count, role };
    from += count;
    return count === 0 ? [] : [bar];
  });
}

interface Mark {
  readonly row: string;
  readonly column: number;
  readonly count: number;
}

function codesOver(profile: TranscriptProfile, path: string, frame: Frame, palette: Palette): Explored {
  const { codes, columns } = profile;
  const most = Math.max(1, ...codes.flatMap(({ marks }) => marks.map(({ count }) => count)));
  const largest = Math.max(2, Math.min(rowHeight / 2 - 2, signRadius(frame)));
  const marks: readonly Markish[] = codes.map(code =>
    dot(
      code.marks.map(({ column, count }): Mark => ({ row: code.code, column, count })),
      {
        x: 'column',
        y: 'row',
        r: ({ count }: Mark) => (most === 1 ? largest : Math.max(2, largest * Math.sqrt(count / most))),
        fill: codeColour(code, palette),
        stroke: palette.ink,
        strokeWidth: 0.5,
      },
    ),
  );
  const svg = plotPicture(frame, codes.length * rowHeight, palette, {
    marginTop: 0,
    marginBottom: 0,
    r: { type: 'identity' },
    y: { type: 'band', domain: codes.map(({ code }) => code), padding: 0, axis: null },
    marks: [
      ruleY(codes, {
        y: 'code',
        x1: -0.5,
        x2: frame.columns - 0.5,
        stroke: palette.faint,
        strokeOpacity: 0.2,
      }),
      ...marks,
      ...codes.map(code => codeLabel(code, frame)),
    ],
  });
  const bands = codes.map((code, at) => ({
    top: at * rowHeight,
    height: rowHeight,
    label: codeName(code),
    facts: [`#${code.code}`],
    spots: spotsOf(code, columns.length, path),
  }));
  return { svg, label: render(message('picture.codes')), bands };
}

function spotsOf({ marks }: ProfileCode, length: number, path: string): readonly Spot[] {
  const byColumn = new Map(marks.map(mark => [mark.column, mark]));
  return Array.from({ length }, (_, column): Spot => {
    const mark = byColumn.get(column);
    if (mark === undefined) return { words: '', details: [], target: undefined };
    const words = render(message('picture.times', { count: mark.count }));
    return { words, details: [], target: { path, offset: mark.offset } };
  });
}

function rowName(label: string, y: number, frame: Frame): Markish {
  return text([label], { ...nameStyle(frame), y: () => y, text: (name: string) => name, fontWeight: 'bold' });
}

/** The name of a code at the left of its row. */
export function codeLabel(code: ProfileCode, frame: Frame): Markish {
  return text([code], { ...nameStyle(frame), y: 'code', text: codeName });
}

function nameStyle(frame: Frame) {
  return {
    x: () => -0.5,
    dx: -frame.labels + 8,
    textAnchor: 'start' as const,
    textOverflow: 'ellipsis' as const,
    lineWidth: textWidth(frame.labels - 16),
    className: nameClass,
  };
}
