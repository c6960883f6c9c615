/** How many spares there are: public, and fixed before anybody makes a code. */
export interface SpareRule {
  /** Of the people of a slice, rounded up. */
  readonly percent: number;
  /** However few people. */
  readonly minimum: number;
}

export const sparesFor = ({ percent, minimum }: SpareRule, people: number): number =>
  Math.max(minimum, Math.ceil((people * percent) / 100));
