import { z } from 'zod';
import type { OutcomeFile } from '../counting/outcome-text.ts';
import { archiveText, contestStates, type Manifest, type ManifestContest } from '../manifest/manifest.ts';
import { territoryTotals } from '../verify/territory-totals.ts';
import type { CheckedContest } from '../verify/verify-contest.ts';

/** A verified archive, by its bytes, and what was found in it. */
export interface VerifiedArchive {
  readonly bytes: number;
  readonly sha256: string;
  readonly manifestSha256: string;
  readonly manifest: Manifest;
  /** Every contest of the manifest, in its order. */
  readonly contests: readonly CheckedContest[];
}

const count = z.int().nonnegative();
const hash = z.string();
const text = z.string();

/** What of a contest stands in a protocol. */
const contestProtocol = z.strictObject({
  ...{ id: text, name: text, territory: text, state: z.enum(contestStates), waiver: z.boolean(), rule: hash },
  annulled: z.strictObject({ reason: text, at: count }).nullable(),
  envelope: text.nullable().describe('minor units; null where no money is divided'),
  election: z.strictObject({ uuid: text, fingerprint: text, version: count }).nullable(),
  roll: z.strictObject({ people: count, added: count.describe('to the frozen roll, for a public reason') }).nullable(),
  codes: z
    .strictObject({ made: count, spare: count.describe('of those made: for additions and lost letters') })
    .nullable(),
  board: z
    .strictObject({ events: count, head: hash, ballots: count.describe('as cast: replaced ones are among them') })
    .nullable(),
  key: z
    .array(z.strictObject({ threshold: count, members: count }))
    .readonly()
    .nullable()
    .describe('how many of how many trustees have to decrypt; one who decrypts alone is 1 of 1'),
  trustees: z
    .array(z.strictObject({ number: count, name: text.nullable(), shuffled: z.boolean(), decrypted: z.boolean() }))
    .readonly()
    .nullable()
    .describe('by the number that shuffles and decryptions have'),
  counted: count.nullable().describe('ballots that count'),
  blank: count.nullable().describe('of those that count; null where nothing was opened'),
  spoilt: count.nullable().describe('of those that count; null where nothing was opened'),
  options: z.array(
    z.strictObject({
      ...{ number: count, title: text, withdrawn: z.boolean(), cost: text.nullable(), votes: count.nullable() },
    }),
  ),
  winners: z.array(count).nullable().describe('numbers of options in the order of selection'),
  cost: text.nullable().describe('of the winners, in minor units'),
});
export type ContestProtocol = z.infer<typeof contestProtocol>;

const draw = z.strictObject({ seed: text, how: text, drawn_at: count });

/** The form of a result protocol: docs/spec/consultation-archive.md, I. */
export const protocolSchema = z.strictObject({
  convite_protocol: z.literal(1),
  archive: z.strictObject({ bytes: count, sha256: hash, manifest: hash.describe('SHA-256 of its manifest') }),
  formats: z.strictObject({ archive: count, elections: z.array(count).describe('versions, ascending') }),
  consultation: z.strictObject({
    ...{ slug: text, title: z.record(z.string(), text), zone: text, opens_at: count, closes_at: count },
    ...{ currency: text, decimals: count },
    roll: z.strictObject({ version: count, entries: count, commitment: hash }).nullable(),
  }),
  part: z.strictObject({ whole: hash, roots: z.array(text) }).nullable(),
  lots: draw.extend({ round: count }).nullable(),
  order: draw.nullable(),
  rules: z.array(hash),
  territories: z.array(
    z.strictObject({
      ...{ code: text, name: text, parent: text.nullable(), contests: count, states: z.record(z.string(), count) },
      ...{ eligible: count, ballots: count, blank: count, spoilt: count, winners: count, cost: text },
    }),
  ),
  contests: z.array(contestProtocol),
});
export type ResultProtocol = z.infer<typeof protocolSchema>;

/**
 * The result protocol: what a consultation came to, on one sheet that people can sign, out of its verified archive alone.
 *
 * Source: docs/spec/consultation-archive.md, I.
 * Requires: the archive was accepted.
 */
export function resultProtocol({ bytes, sha256, manifestSha256, manifest, contests }: VerifiedArchive): ResultProtocol {
  const { consultation, convite_archive, lots, order, part, rules } = manifest;
  const { slug, title, zone, opens_at, closes_at, currency, decimals, roll } = consultation;
  const versions = new Set(contests.flatMap(({ board }) => (board === undefined ? [] : [board.version])));
  return {
    convite_protocol: 1,
    archive: { bytes, sha256, manifest: manifestSha256 },
    formats: { archive: convite_archive, elections: [...versions].toSorted((a, b) => a - b) },
    consultation: { slug, title, zone, opens_at, closes_at, currency, decimals, roll },
    ...{ lots, order, part, rules },
    territories: territoryTotals(manifest, contests).map(({ code, name, parent, states, cost, ...sums }) => ({
      ...{ code, name, parent, states, contests: sums.contests, eligible: sums.eligible, ballots: sums.ballots },
      ...{ blank: sums.blank, spoilt: sums.spoilt, winners: sums.winners, cost: String(cost) },
    })),
    contests: contests.map(protocolOf),
  };
}

/** The one text of a protocol. */
export const protocolFile = (protocol: ResultProtocol): string => archiveText(protocol);

function protocolOf({ contest, board, ballots, outcome }: CheckedContest): ContestProtocol {
  const { id, name, territory, state, annulled, waiver, envelope, rule, slice, election } = contest;
  // What was annulled has no result, whatever its board holds.
  const result = state === 'annulled' ? undefined : outcome;
  const votes = new Map(result?.votes.map((one) => [one.number, one.votes]));
  return {
    ...{ id, name, territory, state, annulled, waiver, envelope, rule },
    election: election === null || board === undefined ? null : { ...election, version: board.version },
    roll: slice === null ? null : { people: slice.people, added: slice.added },
    codes: slice === null ? null : { made: slice.people + slice.spares, spare: slice.spares },
    board: board === undefined ? null : { events: board.events, head: board.head, ballots: board.ballots },
    ...{ key: board?.key ?? null, trustees: board?.trustees ?? null },
    counted: countedOf(state, ballots, result),
    ...{ blank: result?.ballots.blank ?? null, spoilt: result?.ballots.spoilt ?? null },
    options: contest.options.map((option) => ({
      ...{ number: option.number, title: option.title, withdrawn: option.withdrawn, cost: option.cost },
      votes: votes.get(option.number) ?? null,
    })),
    ...{ winners: result?.winners ?? null, cost: envelope === null ? null : (result?.cost ?? null) },
  };
}

const countedOf = (
  state: ManifestContest['state'],
  ballots: number | undefined,
  result: OutcomeFile | undefined,
): number | null => (state === 'annulled' ? null : (result?.ballots.counted ?? ballots ?? null));
