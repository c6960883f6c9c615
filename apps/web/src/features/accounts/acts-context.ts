import type { Act } from '@convite/domain';
import type { Result } from '@convite/kernel';
import type { Translation } from '../../i18n/translation.ts';
import type { Tx } from '../../persistence/database.ts';

/** An act as both people see it before it is done. */
export interface ActWords {
  /** What will be done, in one line. */
  readonly title: string;
  /** What follows from it, sentence by sentence. */
  readonly says: readonly string[];
  /** Everything that the act fixes: a hash, a date, a name. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** The page of what it is about, to look at before agreeing. */
  readonly href: string | null;
}

/** An act that two people agreed on, about to be done. */
export interface AgreedAct<Body> {
  readonly body: Body;
  readonly subject: string;
  /** Null: the whole installation. */
  readonly territory: string | null;
  readonly reason: string;
  readonly proposedBy: string;
  /** Who agreed. */
  readonly by: string;
  readonly now: Date;
}

/** An act that was done. */
export interface CarriedOut {
  /** What the line of the audit trail tells beside act, subject, people and reason: no voter, no secret, no choice. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Shown to who agreed, once, and stored nowhere. */
  readonly once?: string;
}

/** How a feature has one of its acts agreed on by two people. */
export interface ActDefinition<Body, Refusal> {
  readonly act: Act;
  /** Whether everyone may read the line: for what touches an outcome. */
  readonly isPublic: boolean;
  /** Reads the body as it was stored; undefined if it is none of this act. */
  readonly read: (stored: unknown) => Body | undefined;
  show(body: Body, t: Translation): ActWords;
  /** Does it, in the transaction of the agreement. A refusal takes everything back; the act stays proposed. */
  carryOut(tx: Tx, agreed: AgreedAct<Body>): Promise<Result<CarriedOut, Refusal>>;
  /** Says why it could not be done, and what to do. */
  explain(refusal: Refusal, t: Translation): string;
}

/** Why an act that two people agree on cannot be done now, in the words of its feature. */
export interface ActRefused {
  readonly type: 'refused';
  readonly explain: (t: Translation) => string;
}

/** A definition whose body and refusals are nobody else's business; made by `actHandler`. */
export interface ActHandler {
  readonly act: Act;
  readonly isPublic: boolean;
  /** Undefined when the stored body cannot be read. */
  show(stored: unknown, t: Translation): ActWords | undefined;
  carryOut(tx: Tx, agreed: AgreedAct<unknown>): Promise<Result<CarriedOut, ActRefused>>;
}
