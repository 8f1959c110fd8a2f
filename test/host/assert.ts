/**
 * Assertions for suites that run in a web worker, where `node:assert` does not exist. Names and meaning are those
 * of `node:assert/strict`.
 */

/** Thrown by every assertion here; the message holds both values. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function fail(message: string | undefined, details: string): never {
  throw new AssertionError(message === undefined ? details : `${message}\n${details}`);
}

/** Requires a truthy value. */
export function ok(value: unknown, message?: string): asserts value {
  if (!value) {
    fail(message, `expected a truthy value, got ${show(value)}`);
  }
}

/** Requires the same value (`Object.is`). */
export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) {
    fail(message, `expected: ${show(expected)}\nactual:   ${show(actual)}`);
  }
}

/** Requires another value (`Object.is`). */
export function notEqual(actual: unknown, unexpected: unknown, message?: string): void {
  if (Object.is(actual, unexpected)) {
    fail(message, `expected anything but ${show(unexpected)}`);
  }
}

/** Requires the same structure: plain objects, arrays and primitive values. */
export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!same(actual, expected)) {
    fail(message, `expected: ${show(expected)}\nactual:   ${show(actual)}`);
  }
}

/** Requires text that a regular expression finds. */
export function match(actual: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(actual)) {
    fail(message, `expected a match of ${pattern}\nactual:   ${show(actual)}`);
  }
}

/** Requires text in which a regular expression finds nothing. */
export function doesNotMatch(actual: string, pattern: RegExp, message?: string): void {
  if (pattern.test(actual)) {
    fail(message, `expected no match of ${pattern}\nactual:   ${show(actual)}`);
  }
}

/** Requires a promise that rejects with a message that the pattern finds. */
export async function rejects(work: PromiseLike<unknown>, pattern: RegExp, message?: string): Promise<void> {
  let rejection: unknown;
  try {
    await work;
  } catch (error) {
    rejection = error ?? new AssertionError('rejected without a reason');
  }
  if (rejection === undefined) {
    fail(message, `expected a rejection that matches ${pattern}`);
  }
  match(rejection instanceof Error ? rejection.message : String(rejection), pattern, message);
}

function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) {
    return true;
  }
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) {
    return false;
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => Object.hasOwn(right, key) && same(Reflect.get(left, key), Reflect.get(right, key)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
    return String(value);
  }
  return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
}
