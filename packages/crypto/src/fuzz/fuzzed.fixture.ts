import { diceOf } from './dice.fixture.ts';
import type { Mutate } from './mutations.fixture.ts';

/** A reader of what comes from outside, with inputs to try it on. */
export interface Fuzzed {
  /** Its door: the file and the export; behind it which of several. */
  readonly name: string;
  readonly mutate: Mutate;
  /** What was read, written again; undefined for what is refused. Throws where a law is broken, and else never. */
  readonly rewrite: (input: string) => string | undefined | Promise<string | undefined>;
  /**
   * `same`: what is accepted is written again as it was. `settled`: the reader takes other forms too, but what is written
   * is written again as it is.
   */
  readonly law: 'same' | 'settled';
  /** Whether there is nothing that it refuses. */
  readonly takesAll?: true;
  /** What part of the cases there is time for, and why. */
  readonly share?: { readonly of: number; readonly reason: string };
}

export interface FuzzCount {
  readonly cases: number;
  readonly accepted: number;
  readonly refused: number;
}

/** So many cases of a reader. @throws Error with the input at the first case that breaks a law */
export async function fuzz({ mutate, rewrite, law }: Fuzzed, cases: number, seed: number): Promise<FuzzCount> {
  const dice = diceOf(seed);
  let accepted = 0;
  for (let i = 0; i < cases; i++) {
    const input = mutate(dice);
    const written = await outcome(input, () => rewrite(input), i, seed);
    if (written === undefined) continue;
    accepted += 1;
    const settled = law === 'same' ? input : await outcome(written, () => rewrite(written), i, seed);
    if (settled !== written) throw broken(`is written as ${shown(written)}`, input, i, seed);
  }
  return { cases, accepted, refused: cases - accepted };
}

async function outcome(
  input: string,
  rewrite: () => ReturnType<Fuzzed['rewrite']>,
  i: number,
  seed: number,
): Promise<string | undefined> {
  try {
    const written = rewrite();
    return typeof written === 'object' ? await written : written;
  } catch (fault) {
    throw broken(`threw ${String(fault)}`, input, i, seed);
  }
}

const shown = (text: string): string => `${JSON.stringify(text.slice(0, 2000))} (${text.length} signs)`;

const broken = (what: string, input: string, i: number, seed: number): Error =>
  new Error(`case ${i} of seed ${seed} ${what}: ${shown(input)}`);
