/** A bundle, and which texts of the catalogue, by their keys, it has. */
export interface BundleTexts {
  readonly entry: string;
  readonly has: (key: string) => boolean;
}

/** Not the texts of the command line and of the pages. */
export const ofExtension: BundleTexts = {
  entry: 'src/extension/extension.ts',
  has: key => !/^(cli|check|rule|progress|picture)\./.test(key),
};

export const ofProgress: BundleTexts = {
  entry: 'src/webview/progress/main.ts',
  has: key => /^(progress|visit|goals|goal-status|measure)\./.test(key),
};

export const ofTranscript: BundleTexts = {
  entry: 'src/webview/transcript/main.ts',
  has: key => /^(picture|progress)\./.test(key),
};
