/**
 * The outcome of asking for something that may be refused: a plain union that narrows and serialises.
 * A refusal (the world said no) is an `err`; a bug (our own promise broken) throws, see `invariant`.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
