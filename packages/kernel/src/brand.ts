declare const brand: unique symbol;

/** A `T` that only its parser makes, so that two ids of different things never mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The one place where a value receives its brand; call it from a parser, after the check. */
export const branded = <T, Name extends string>(value: T): Brand<T, Name> => value as Brand<T, Name>;
