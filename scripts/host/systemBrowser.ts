import { hasDisplay } from './desktopBuild';
import { runBinary } from './runBinary';

/**
 * Opens an address in the browser that the person uses.
 *
 * @returns false where there is none, or no display
 */
export async function openInSystemBrowser(address: string): Promise<boolean> {
  if (!hasDisplay()) {
    return false;
  }
  const { command, args } = opener(address);
  return (await runBinary(command, args)).ok;
}

function opener(address: string): { readonly command: string; readonly args: readonly string[] } {
  switch (process.platform) {
    case 'darwin':
      return { command: 'open', args: [address] };
    case 'win32':
      return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
    default:
      return { command: 'xdg-open', args: [address] };
  }
}
