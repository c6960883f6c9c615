import { canonicalJson, err, ok, type Result } from '@convite/kernel';
import { cryptoGroups } from '../contests/template.ts';
import { rollLimits } from '../rolls/roll-entry.ts';
import {
  type FormFault,
  type FormReader,
  languageTag,
  languageTexts,
  list,
  object,
  oneOf,
  text,
  wholeNumber,
} from './strict-form.ts';
import { sparesFor } from './spare-rule.ts';

/** The most that an order holds: contests, codes of territories, and contests of one slice. */
export const orderLimits = { contests: 100_000, codes: 1_000_000, contestsOfSlice: 64 } as const;

const hash = text(/^[0-9a-f]{64}$/u);
const shown = /[^\s\p{C}]/u;
const code = text(/^[^\p{C}]{1,64}$/u);
const people = wholeNumber(0, rollLimits.people);

const contest = object({
  credentials: people,
  group: oneOf(cryptoGroups),
  id: text(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
  name: text(shown),
  spares: people,
  territory: code,
  uuid: text(/^[1-9A-HJ-NP-Za-km-z]{14,64}$/u),
});

const slice = object({
  codes: list(code, 1, orderLimits.codes),
  contests: list(wholeNumber(0, orderLimits.contests - 1), 1, orderLimits.contestsOfSlice),
  people,
  spares: people,
});

const orderForm = object({
  closes_at: wholeNumber(0, 2 ** 40),
  consultation: text(/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  contests: list(contest, 1, orderLimits.contests),
  convite_order: wholeNumber(1, 1),
  languages: list(text(languageTag), 1, 50),
  opens_at: wholeNumber(0, 2 ** 40),
  roll: object({ commitment: hash, entries: wholeNumber(1, rollLimits.people), version: wholeNumber(1, 2 ** 31) }),
  site: text(/^https?:\/\/[^\s/?#@\p{C}]{1,250}$/u),
  slices: list(slice, 1, orderLimits.contests),
  spares: object({ minimum: wholeNumber(1, 1000), percent: wholeNumber(0, 100) }),
  title: languageTexts(shown),
  zone: text(/^[A-Za-z0-9_+/-]{1,64}$/u),
});

type ValueOf<R> = R extends FormReader<infer T> ? T : never;

/** A contest of an order: whose codes are to be made, and how many credentials its election gets. */
export type OrderedContest = ValueOf<typeof contest>;

/** The people who vote on the same papers: those of these territory codes. Each has one code for all of these contests. */
export type OrderedSlice = ValueOf<typeof slice>;

/** What a registrar is told to make: the credentials of all elections of a consultation. docs/spec/preparation.md, A. */
export type CredentialOrder = ValueOf<typeof orderForm>;

export type OrderProblem =
  | { readonly type: 'not_json' }
  | ({ readonly type: 'wrong_form' } & FormFault)
  /** The same order has one text only, so that it has one hash. */
  | { readonly type: 'not_canonical' };

/** The bytes of an order: canonical, with a line end. */
export const writeOrder = (order: CredentialOrder): string => `${canonicalJson(order)}\n`;

/**
 * What is hashed of an order. Domain separation: `convite-order-1` and a line end before the canonical text.
 *
 * Source: docs/spec/preparation.md, A.14.
 */
export const orderHashInput = (orderText: string): string => `convite-order-1\n${orderText}`;

/** Reads the text of an order; everything in it agrees with everything else. */
export function readOrder(orderText: string): Result<CredentialOrder, OrderProblem> {
  let value: unknown;
  try {
    value = JSON.parse(orderText);
  } catch {
    return err({ type: 'not_json' });
  }
  const read = orderForm(value, '');
  if (!read.ok) return err({ type: 'wrong_form', ...read.error });
  const fault = disagreement(read.value);
  if (fault !== undefined) return err({ type: 'wrong_form', place: fault, expected: 'agreement' });
  return writeOrder(read.value) === orderText ? ok(read.value) : err({ type: 'not_canonical' });
}

/** The first place where an order contradicts itself. */
function disagreement({ contests, slices, spares, roll, opens_at, closes_at }: CredentialOrder): string | undefined {
  if (opens_at >= closes_at) return 'closes_at';
  const repeatedContest =
    firstRepeated(contests.map(({ id }) => id)) ?? firstRepeated(contests.map(({ uuid }) => uuid));
  if (repeatedContest !== undefined) return `contests[${repeatedContest}]`;
  const codes = new Set<string>();
  const counted = contests.map(() => ({ credentials: 0, spares: 0 }));
  let everyone = 0;
  for (const [i, one] of slices.entries()) {
    for (const [j, own] of one.codes.entries()) {
      if (codes.has(own)) return `slices[${i}].codes[${j}]`;
      codes.add(own);
    }
    if (one.spares !== sparesFor(spares, one.people)) return `slices[${i}].spares`;
    everyone += one.people;
    for (const [j, at] of one.contests.entries()) {
      const sum = counted[at];
      if (sum === undefined || one.contests.indexOf(at) !== j) return `slices[${i}].contests[${j}]`;
      sum.credentials += one.people + one.spares;
      sum.spares += one.spares;
    }
  }
  if (everyone > roll.entries) return 'roll.entries';
  const wrong = contests.findIndex(
    ({ credentials, spares: own }, i) => credentials !== counted[i]?.credentials || own !== counted[i]?.spares,
  );
  return wrong === -1 ? undefined : `contests[${wrong}].credentials`;
}

function firstRepeated(texts: readonly string[]): number | undefined {
  const seen = new Set<string>();
  const at = texts.findIndex((one) => seen.size === seen.add(one).size);
  return at === -1 ? undefined : at;
}
