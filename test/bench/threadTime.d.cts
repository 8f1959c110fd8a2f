/** Processor time of the thread that asks, in milliseconds. */
export function threadTime(): number;
