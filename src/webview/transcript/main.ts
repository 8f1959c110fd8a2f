import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { startPage } from '../picture/startPage';
import type { ToTranscriptPage, TranscriptState } from './messages';
import { type ShownTranscript, transcriptSubject } from './transcriptSubject';

startPage<ShownTranscript, ToTranscriptPage, TranscriptState>(
  transcriptSubject,
  ({ uri }) => ({ uri }),
  (told, page) => {
    if (told.kind === 'profile') page.show(told);
    else page.explain(render(message('picture.gone')));
  },
);
