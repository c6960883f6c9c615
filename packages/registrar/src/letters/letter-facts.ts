import type { CredentialOrder } from '@convite/domain';
import { type Calendar, type WallTime, wallTime } from './moment.ts';

/** What stands on every letter of a consultation. */
export interface LetterFacts {
  readonly consultation: string;
  readonly title: Readonly<Record<string, string>>;
  /** The first is for whoever asked for none of them. */
  readonly languages: readonly string[];
  readonly zone: string;
  /** On the clocks of the zone. */
  readonly opens: WallTime;
  readonly closes: WallTime;
  readonly site: string;
  /** The contests by their place in the order: what letters call them, and what stands for them in an address. */
  readonly contests: readonly { readonly name: string; readonly id: string }[];
}

/** What stands on the letter of one person, or of a spare. */
export interface Addressee {
  readonly kind: 'voter' | 'spare';
  /** Of the roll; of a spare its number. */
  readonly id: string;
  readonly name: string;
  /** Code of the territory. */
  readonly territory: string;
  /** Null: nothing is known of it. */
  readonly language: string | null;
  /** The code that is voted with. */
  readonly code: string;
  /** Contests of the person, by their place in the order. */
  readonly contests: readonly number[];
}

export const letterFacts = (order: CredentialOrder, calendar: Calendar): LetterFacts => ({
  consultation: order.consultation,
  title: order.title,
  languages: order.languages,
  zone: order.zone,
  opens: wallTime(calendar, order.zone, order.opens_at),
  closes: wallTime(calendar, order.zone, order.closes_at),
  site: order.site,
  contests: order.contests.map(({ name, id }) => ({ name, id })),
});
