import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import { render } from '../../l10n/catalogue';
import { startPage } from '../picture/startPage';
import { caseSubject } from './caseSubject';
import type { CasePlace, ToPage } from './messages';

startPage<CaseProgress, ToPage, CasePlace>(
  caseSubject,
  told => told.place,
  (told, page) => {
    if (told.kind === 'case') page.show(told.progress);
    else page.explain(render(message(`progress.${told.kind}`)));
  },
);
