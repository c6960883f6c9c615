/** One of our own promises is broken. Never thrown for input from outside: that is a refusal, see `Result`. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws `InvariantError` unless the promise holds. @throws InvariantError */
export function invariant(holds: unknown, promise: string): asserts holds {
  if (!holds) throw new InvariantError(promise);
}

/** Marks the branch that a closed union makes unreachable: a new case fails to compile here. @throws InvariantError */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected case: ${String(value)}`);
}
