import { readReplacement, type ReplacementProblem } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import { releaseSpare, type ReplaceRefusal } from '../../ballots/index.ts';
import type { PreparationContext } from '../preparation-context.ts';
import type { PreparedConsultation } from '../store.ts';
import { contestsOfElections } from '../store-uploads.ts';

/** What two people agree on: in each contest of one person the spare, and the lost code that it takes the place of. */
export interface ReplacementBody {
  readonly consultation: string;
  readonly slug: string;
  readonly kind: 'lost' | 'added';
  readonly pairs: readonly {
    readonly contest: string;
    readonly territory: string;
    readonly lost: string | null;
    readonly spare: string;
  }[];
}

export type ReplacementRefusal =
  | ReplacementProblem
  | { readonly type: 'other_consultation'; readonly found: string }
  | { readonly type: 'unknown_election'; readonly uuid: string };

/** Proposes to replace a lost code, or to give one to somebody who was added to the roll. */
export async function proposeReplacement(
  { database, newId, now }: PreparationContext,
  { id: consultation, slug, territory }: Pick<PreparedConsultation, 'id' | 'slug' | 'territory'>,
  { text, reason, by }: { readonly text: string; readonly reason: string; readonly by: string },
): Promise<Result<string, ReplacementRefusal | ProposalRefusal>> {
  const read = readReplacement(text);
  if (!read.ok) return read;
  const form = read.value;
  if (form.consultation !== slug) return err({ type: 'other_consultation', found: form.consultation });
  return await inRefusableTransaction<string, ReplacementRefusal | ProposalRefusal>(database, async (tx) => {
    const uuids = form.pairs.map(({ uuid }) => uuid);
    const known = await contestsOfElections(tx, consultation, uuids);
    const unknown = uuids.find((uuid) => !known.has(uuid));
    if (unknown !== undefined) return err({ type: 'unknown_election', uuid: unknown });
    const pairs = form.pairs.flatMap((pair) => {
      const contest = known.get(pair.uuid);
      return contest === undefined ? [] : [{ ...contest, lost: 'lost' in pair ? pair.lost : null, spare: pair.spare }];
    });
    const body: ReplacementBody = { consultation, slug, kind: form.kind, pairs };
    // One code is the subject of one proposal at a time, however many wait for others.
    const subject = pairs[0]?.lost ?? pairs[0]?.spare ?? consultation;
    return await proposeAct(tx, {
      ...{ id: newId(), act: 'credential.replace', territory, subject },
      ...{ body, reason, by, now: now() },
    });
  });
}

/** Why a replacement that two people agreed on is not done; in which contest. */
export type ReplacementFault = ReplaceRefusal & { readonly territory: string };

/**
 * Replaces a code in all contests of its person, or in none: the transaction that this is part of takes all back when one
 * refuses. Boards are locked in one order, so that two replacements never wait for each other.
 */
export async function replaceEverywhere(
  tx: Tx,
  { pairs }: ReplacementBody,
  now: Date,
): Promise<Result<undefined, ReplacementFault>> {
  for (const { contest, territory, lost, spare } of pairs.toSorted((a, b) => (a.contest < b.contest ? -1 : 1))) {
    const done = await releaseSpare(tx, { contest, lost, spare }, now);
    if (!done.ok) return err({ ...done.error, territory });
  }
  return ok(undefined);
}
