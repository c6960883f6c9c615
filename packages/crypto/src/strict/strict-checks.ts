/**
 * The checks that our own elections must pass beyond those of the format: with `--strict`, and before a trustee uses a
 * key. Policy version 1.
 */
export const strictChecks = [
  /** The election declares a policy in its description, and it is version 1. */
  'strict.policy',
  /** Election and trustees are written in the one canonical form. */
  'strict.canonical',
  /** Every threshold ceremony has the context, the confirmations and the signed keys of version 3.0 of the format. */
  'strict.trustees',
  /** Every mixed question names its layout, and it fits. */
  'strict.layouts',
  /** What is decrypted of mixed questions was shuffled by every mandatory trustee, and by two at least. */
  'strict.shuffles',
  /** Once there are decryptions, the side file is there, in its canonical form. */
  'side.form',
  /** The side file is of this election. */
  'side.election',
  /** The side file says of each decryption that there is, and of no other, what it decrypts and at which event. */
  'side.sections',
  /** The strong proof of each decryption holds. */
  'side.proofs',
] as const;

export type StrictCheck = (typeof strictChecks)[number];
