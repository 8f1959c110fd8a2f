import type { YAMLParseError } from 'yaml';
import { type Message, message } from '../message';

/** What an error of the `yaml` package comes to for the writer of a note. */
export function messageOf(error: YAMLParseError): Message {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return message('front-matter.tab');
    case 'RESOURCE_EXHAUSTION':
      return message('front-matter.too-deep');
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message('front-matter.indentation');
    case 'BAD_ALIAS':
      return message('front-matter.aliases');
    case 'MISSING_CHAR':
      return message('front-matter.missing-character');
    default:
      return message('front-matter.not-yaml');
  }
}
