import type { ConsultationState } from './consultation-machine.ts';

/** What must be known before a consultation asks for a code by e-mail beside the letter. */
export interface SecondFactorFacts {
  readonly state: ConsultationState;
  readonly hasMailer: boolean;
  /** People of the roll to whom no code can be sent. */
  readonly withoutAddress: number;
  /** They get their admission at a table, from somebody who sees their document. */
  readonly usesTables: boolean;
}

export type SecondFactorProblem =
  /** The rules are frozen, and what people need to vote with them. */
  | { readonly type: 'not_draft' }
  | { readonly type: 'no_mailer' }
  | { readonly type: 'people_without_address'; readonly people: number };

/** What keeps a consultation from asking for a code by e-mail; undefined when it may. */
export function secondFactorProblem(facts: SecondFactorFacts): SecondFactorProblem | undefined {
  const { state, hasMailer, withoutAddress, usesTables } = facts;
  if (state !== 'draft') return { type: 'not_draft' };
  if (!hasMailer) return { type: 'no_mailer' };
  return withoutAddress > 0 && !usesTables ? { type: 'people_without_address', people: withoutAddress } : undefined;
}
