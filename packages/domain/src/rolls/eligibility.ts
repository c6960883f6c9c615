import { ageOn, type Day } from './birth-date.ts';

/** What may show that a person belongs to a place. None of them is a national number. */
export const proofTypes = [
  'identity_document',
  'utility_bill',
  'school_or_clinic_card',
  'two_neighbours',
  'communal_register',
  'membership',
] as const;
export type ProofType = (typeof proofTypes)[number];

/** Who may vote, as data. Where somebody lives is decided by the territories of the contests. */
export interface Eligibility {
  /** Full years; `null`: any age. */
  readonly minimumAge: number | null;
  /** The day on which the age is counted. */
  readonly ageOn: Day;
  /** At least one. */
  readonly proofs: readonly ProofType[];
}

export type Ineligible =
  | { readonly type: 'too_young'; readonly age: number; readonly minimum: number }
  | { readonly type: 'born_later' }
  | { readonly type: 'proof_not_accepted'; readonly proof: ProofType };

/** Why a person of this age and proof may not vote; empty when they may. */
export function ineligible(
  { birthDate, proof }: { readonly birthDate: Day; readonly proof: ProofType },
  { minimumAge, ageOn: day, proofs }: Eligibility,
): readonly Ineligible[] {
  const reasons: Ineligible[] = [];
  if (birthDate > day) reasons.push({ type: 'born_later' });
  else if (minimumAge !== null) {
    const age = ageOn(birthDate, day);
    if (age < minimumAge) reasons.push({ type: 'too_young', age, minimum: minimumAge });
  }
  if (!proofs.includes(proof)) reasons.push({ type: 'proof_not_accepted', proof });
  return reasons;
}
