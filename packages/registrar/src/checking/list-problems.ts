import { type CredentialRefusal, readPrivateCredential } from '@convite/crypto';
import type { CredentialOrder } from '@convite/domain';
import type { ListedCode } from '../codes/code-list.ts';

/** What is wrong with a private list; lines count the heading. No code is ever part of it. */
export type ListProblem =
  | { readonly type: 'strange_slice' | 'strange_territory'; readonly line: number }
  | { readonly type: 'bad_code'; readonly line: number; readonly refusal: CredentialRefusal }
  | { readonly type: 'code_twice' | 'id_twice'; readonly line: number; readonly first: number }
  /** Of a slice, counted from 0. */
  | {
      readonly type: 'wrong_people' | 'wrong_spares';
      readonly slice: number;
      readonly expected: number;
      readonly found: number;
    };

/** Problems that are told; more would only be scrolled away. */
const most = 20;

/** Everything in which a private list is not one of its order; empty where it may be. */
export function listProblems({ slices }: CredentialOrder, list: readonly ListedCode[]): readonly ListProblem[] {
  const problems: ListProblem[] = [];
  const codes = new Map<string, number>();
  const ids = new Map<string, number>();
  const territories = slices.map(({ codes: own }) => new Set(own));
  const found = slices.map(() => ({ voter: 0, spare: 0 }));
  for (const [i, { kind, id, territory, slice, code }] of list.entries()) {
    if (problems.length >= most) return problems;
    const line = i + 2;
    const counted = found[slice];
    if (counted === undefined) {
      problems.push({ type: 'strange_slice', line });
      continue;
    }
    counted[kind] += 1;
    if (territories[slice]?.has(territory) !== true) problems.push({ type: 'strange_territory', line });
    const read = readPrivateCredential(code);
    if (!read.ok) problems.push({ type: 'bad_code', line, refusal: read.error });
    const text = read.ok ? read.value.text : code;
    const sameCode = codes.get(text);
    if (sameCode !== undefined) problems.push({ type: 'code_twice', line, first: sameCode });
    codes.set(text, line);
    const key = kind === 'spare' ? `spare ${slice} ${id}` : `voter ${id}`;
    const sameId = ids.get(key);
    if (sameId !== undefined) problems.push({ type: 'id_twice', line, first: sameId });
    ids.set(key, line);
  }
  for (const [slice, { people, spares }] of slices.entries()) {
    const { voter = 0, spare = 0 } = found[slice] ?? {};
    if (voter !== people) problems.push({ type: 'wrong_people', slice, expected: people, found: voter });
    if (spare !== spares) problems.push({ type: 'wrong_spares', slice, expected: spares, found: spare });
  }
  return problems.slice(0, most);
}
