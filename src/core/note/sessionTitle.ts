import type { Titles } from '../message';
import type { CompiledProtocol } from '../protocol/compiledProtocol';

const otherwise: Titles = { en: 'Session', id: 'Sesi' };

/** What a session is called in the text of notes: the title of the protocol's field `session`, if it has one. */
export function sessionTitle({ protocol }: CompiledProtocol): Titles {
  return protocol.fields.find(({ id }) => id === 'session')?.title ?? otherwise;
}
