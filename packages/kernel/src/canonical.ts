import { compareCodePoints } from './code-points.ts';
import { invariant } from './invariant.ts';

/** JSON without floating point: whole numbers only, so that every engine writes the same bytes. */
export type CanonicalJson =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalJson[]
  | { readonly [key: string]: CanonicalJson | undefined };

/**
 * Writes the one text that stands for a value: the only encoder of what is hashed or signed.
 *
 * Members in ascending order of their names by code point, no white space, strings as `JSON.stringify` writes them,
 * members whose value is `undefined` left out. A subset of RFC 8785 (JSON Canonicalization Scheme) without fractions.
 *
 * Requires: numbers are safe integers; strings are well-formed Unicode.
 * @throws InvariantError on a fraction, an unsafe integer or a lone surrogate.
 * @example canonicalJson({ b: 1, a: ['x'] }) // {"a":["x"],"b":1}
 */
export function canonicalJson(value: CanonicalJson): string {
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), 'canonical JSON holds whole numbers only');
    return String(value);
  }
  if (typeof value === 'string') {
    invariant(value.isWellFormed(), 'canonical JSON holds well-formed strings only');
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter((member): member is [string, CanonicalJson] => member[1] !== undefined)
    .toSorted(([a], [b]) => compareCodePoints(a, b));
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
}
