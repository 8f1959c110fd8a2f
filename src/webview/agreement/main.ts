import type { AgreementQuestion, FromAgreementPage, ToAgreementPage } from './messages';
import { reportElements } from './reportElements';

declare function acquireVsCodeApi(): {
  postMessage(message: FromAgreementPage): void;
  setState(state: AgreementQuestion): void;
};

const host = acquireVsCodeApi();
const main = document.createElement('main');
main.className = 'report';
document.body.append(main);

// Only the window that holds the page sends it messages.
window.addEventListener('message', ({ data }: MessageEvent<ToAgreementPage>) => {
  host.setState(data.question);
  document.documentElement.lang = data.language;
  const at = buttons().findIndex(each => each.matches(':focus'));
  main.replaceChildren(...reportElements(data.report, target => host.postMessage({ kind: 'open', target })));
  // Who reads by keys goes on at what has taken the place of what they were at.
  if (at >= 0) (buttons()[at] ?? buttons().at(-1))?.focus({ preventScroll: true });
});
host.postMessage({ kind: 'ready' });

function buttons(): readonly HTMLButtonElement[] {
  return [...main.querySelectorAll('button')];
}
