import { suiteOptions } from '../host/suiteOptions';

/** The language of the interface in this run. */
function languageOfRun(): 'en' | 'id' {
  return suiteOptions().language === 'id' ? 'id' : 'en';
}

/** The text, or what is expected of it, that users of this run read. */
export function said<Text>(texts: { readonly en: Text; readonly id: Text }): Text {
  return texts[languageOfRun()];
}
