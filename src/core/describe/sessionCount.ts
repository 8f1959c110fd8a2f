import { type Message, message } from '../message';

/** How many sessions there are, 0 or more. */
export function sessionCount(count: number): Message {
  if (count === 0) return message('clients.none-yet');
  return count === 1 ? message('clients.sessions-1') : message('clients.sessions', { count });
}
