import type { CredentialOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { People } from '../roll/read-people.ts';

/** People of one page to print, and of one job. */
export const peopleOfPage = 300;

/** Whose codes are made, slice by slice, the spares of each behind its people. */
export interface PlannedSlice {
  readonly number: number;
  readonly contests: readonly number[];
  readonly people: People;
  readonly spares: number;
  /** The territory that stands on the letters of spares. */
  readonly territory: string;
}

/** Cuts a roll by the slices of its order. Requires: the roll is the one that the order commits to. */
export function planCodes({ slices }: CredentialOrder, people: People): readonly PlannedSlice[] {
  const sliceOf = new Map(slices.flatMap(({ codes }, i) => codes.map((code) => [code, i] as const)));
  const cut: People[number][][] = slices.map(() => []);
  for (const person of people) cut[sliceOf.get(person.territory) ?? -1]?.push(person);
  return slices.map(({ contests, spares, codes: [territory = ''], people: expected }, number) => {
    const own = cut[number] ?? [];
    // Both come from the roll that the commitment stands for; only a server that counts wrongly gets here.
    invariant(
      own.length === expected,
      `slice ${number}: the order counts ${expected} people, the roll has ${own.length}`,
    );
    return { number, contests, spares, territory, people: own };
  });
}
