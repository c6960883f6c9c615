import type { DeclaredFailure } from './declared-failure.ts';
import { failuresOfCopies } from './failures-of-copies.ts';
import { failuresOfExhaustiveness } from './failures-of-exhaustiveness.ts';
import { failuresOfMonotonicity } from './failures-of-monotonicity.ts';
import { failuresOfUnanimity } from './failures-of-unanimity.ts';
import { failuresOfProportionality } from './failures-of-proportionality.ts';

/** Everything that some rule is known not to keep; each entry is counted again by the tests. */
export const declaredFailures: readonly DeclaredFailure[] = [
  ...failuresOfCopies,
  ...failuresOfExhaustiveness,
  ...failuresOfMonotonicity,
  ...failuresOfUnanimity,
  ...failuresOfProportionality,
];
