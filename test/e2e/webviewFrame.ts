import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { eventually } from '../host/eventually';
import type { Workbench } from '../host/openWorkbench';
import { patience } from './window';

/** What axe-core says of a page, in the little that is looked at. */
interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Waits, at most `deadline` milliseconds, until a webview is headed `heading`, and gives the frame of its page. */
export function webviewFrame(
  workbench: Workbench,
  heading: string,
  deadline: number = patience,
): Promise<Frame> {
  return eventually(
    `a page headed ${heading}`,
    async () => {
      for (const frame of workbench.page.frames()) {
        const heads = await frame
          .locator('h1')
          .allTextContents()
          .catch(() => []);
        if (heads[0] === heading) return frame;
      }
      return undefined;
    },
    deadline,
  );
}

/** The serious violations that axe-core finds in a page, as lines to read. */
export async function seriousViolations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const run: { readonly violations: readonly AxeViolation[] } = await frame.evaluate('axe.run()');
  return run.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
