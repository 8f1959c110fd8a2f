import { message } from '../../core/message';
import { transcriptCsv } from '../../core/progress/transcriptCsv';
import type { TranscriptProfile } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import { element } from '../picture/element';
import type { Explored } from '../picture/exploring';
import { type Frame, frameFor } from '../picture/frame';
import { currentPalette, type Palette, themePalette } from '../picture/palette';
import { type Drawing, keysExplained, type Subject } from '../picture/picturePage';
import { roomAcross, svgFile } from '../picture/svgFile';
import { frequencyPicture } from './frequencyPicture';
import { profileTables } from './profileTables';
import { roleLegend } from './roleLegend';
import { stagesHeight, stripPictures } from './stripPicture';
import { columnWords, stageName, summaryWords } from './texts';

/** A transcript as the page shows it. */
export interface ShownTranscript {
  readonly file: string;
  readonly profile: TranscriptProfile;
}

/** One transcript: its strip, and the frequencies of its codes. */
export const transcriptSubject: Subject<ShownTranscript> = {
  heading: ({ file }) => nameOf(file),
  summary: ({ profile }) => summaryWords(profile),
  emptiness: ({ profile }) => (profile.turns === 0 ? render(message('picture.no-turns')) : undefined),
  draw: ({ profile }, drawing) => drawTranscript(profile, drawing),
  tables: ({ profile }) => profileTables(profile),
  svg: ({ file, profile }) => savedStrip(file, profile),
  csv: ({ file, profile }, options) => transcriptCsv(file, profile, options),
};

function drawTranscript(profile: TranscriptProfile, drawing: Drawing): HTMLElement {
  const { strip, stripFrame, frequencies, stageFrame } = drawn(profile, drawing.width - 24, themePalette);
  const start = { row: 0, column: 0 };
  const scroller = drawing.scroller(strip, stripFrame, profile.columns.map(columnWords), start);
  scroller.style.scrollPadding = `${stagesHeight}px 0 0 ${stripFrame.labels}px`;
  const below = drawing.scroller(frequencies, stageFrame, profile.stages.map(stageName), start);
  return element(
    'section',
    { class: 'transcript' },
    roleLegend(profile.roles, Math.max(300, drawing.width - 40), themePalette),
    keysExplained('picture.keys'),
    scroller,
    element('h2', {}, render(message('picture.frequencies'))),
    below,
  );
}

interface Drawn {
  readonly strip: readonly Explored[];
  readonly stripFrame: Frame;
  readonly frequencies: readonly Explored[];
  readonly stageFrame: Frame;
}

function drawn(profile: TranscriptProfile, width: number, palette: Palette): Drawn {
  const stripFrame = frameFor(width, profile.columns.length);
  const stageFrame = frameFor(width, profile.stages.length);
  return {
    stripFrame,
    stageFrame,
    // What is opened is told by its place alone: the page shows one file.
    strip: stripPictures(profile, '', stripFrame, palette),
    frequencies: profile.codes.length === 0 ? [] : [frequencyPicture(profile, stageFrame, palette)],
  };
}

/** All pictures as one SVG file that needs nothing else, in the colours that the theme has now. */
function savedStrip(file: string, profile: TranscriptProfile): string {
  const palette = currentPalette();
  const { strip, stripFrame, frequencies, stageFrame } = drawn(profile, roomAcross, palette);
  const width = Math.max(stripFrame.width, stageFrame.width);
  const parts = [
    roleLegend(profile.roles, width, palette),
    ...[...strip, ...frequencies].map(({ svg }) => svg),
  ];
  return svgFile(`${nameOf(file)} · ${summaryWords(profile)}`, parts, width, palette);
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}
