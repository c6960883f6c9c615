import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAuditOfEach } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { type AgreedAct, proposeAct, type ProposalRefusal, waitingAct } from '../../accounts/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { AnnulManyView, RoomQuery } from '../pages/views.ts';
import { contestsBefore, moveContests, placeOf } from '../store-contests.ts';
import { lookAtRoom, roomContests, type RoomFilter } from '../store-room.ts';
import { templatesOf } from '../store-templates.ts';
import type { ConsultationRecord } from '../store.ts';
import type { LanguageMap } from '../stored-forms.ts';
import type { Scope } from './find-scope.ts';
import { contestsMayEnd, holdAgreed } from './later-changes.ts';
import { headOf } from './show-consultation.ts';
import { filterOf, linesOf, perPage } from './show-room.ts';

/** Many contests annulled as one act: those of a flooded municipality, say. */

/** What both people see: which contests, as ids for the site and as places for people. */
export interface ManyAnnulmentBody {
  readonly slug: string;
  readonly title: LanguageMap;
  /** The lowest territory that holds them all. */
  readonly place: string;
  readonly contests: readonly string[];
  readonly places: readonly string[];
}

/** Which contests a filter means, of those that can still be annulled. */
const endable = (query: RoomQuery, scope: Scope): RoomFilter => ({ ...filterOf(query, scope), before: 'annul' });

/** What would be annulled: how many contests, which they are by their hash, and the first of them. */
export async function annulmentPreview(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  query: RoomQuery,
  scope: Scope,
  language: string,
): Promise<AnnulManyView> {
  const { id } = consultation;
  const templates = await templatesOf(database, id);
  const [{ rows, total, set }, waiting] = await Promise.all([
    lookAtRoom(database, id, templates, endable(query, scope), { from: 0, most: perPage }),
    waitingAct({ database }, 'contests.annul', id),
  ]);
  const first = linesOf(rows, templates, language);
  return { head: headOf(consultation, language), query, total, set, first, waiting: waiting ?? null };
}

export type ManyAnnulmentRefusal = { readonly type: 'not_now' | 'changed' };

/** Which contests a page was about, and who proposes to annul them. */
interface AskedAnnulment {
  readonly query: RoomQuery;
  readonly scope: Scope;
  /** The hash that the page told of them. */
  readonly set: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Proposes to annul every contest that a filter means, in the smallest territory that holds them all.
 *
 * @returns the proposal; `changed` where the filter no longer means the contests that the page was about, or none
 */
export const proposeAnnulments = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  { query, scope, set, by, reason }: AskedAnnulment,
): Promise<Result<string, ManyAnnulmentRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, ManyAnnulmentRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await holdAgreed(tx, consultation);
    if (!contestsMayEnd(held)) return err({ type: 'not_now' });
    const asked = await roomContests(tx, consultation, await templatesOf(tx, consultation), endable(query, scope));
    const contests = await contestsBefore(tx, consultation, asked.contests, 'annul');
    if (asked.set !== set || contests.length === 0) return err({ type: 'changed' });
    const territory = lowestAbove(contests.map(({ path }) => path));
    const body: ManyAnnulmentBody = {
      ...{ slug: held.slug, title: held.title, place: await placeOf(tx, territory) },
      ...{ contests: contests.map(({ id }) => id), places: contests.map(({ place }) => place) },
    };
    return await proposeAct(tx, {
      ...{ id: newId(), act: 'contests.annul', territory, subject: consultation, body, reason, by },
      now: now(),
    });
  });

/** The lowest territory that all these paths go through. Requires: they begin at one root, and there is one. */
function lowestAbove(paths: readonly (readonly string[])[]): string {
  const [first = []] = paths;
  const apart = first.findIndex((step, i) => paths.some((path) => path[i] !== step));
  const lowest = apart === -1 ? first.at(-1) : first[apart - 1];
  invariant(lowest !== undefined, 'contests of one consultation lie in its territory');
  return lowest;
}

/** Annuls them all, or none: each gets its own public line, under which its page and the archive find the reason. */
export async function annulContests(
  tx: Tx,
  { subject, body, reason, by, proposedBy, now }: AgreedAct<ManyAnnulmentBody>,
): Promise<Result<Readonly<Record<string, unknown>>, ManyAnnulmentRefusal>> {
  const held = await holdAgreed(tx, subject);
  const contests = await contestsBefore(tx, subject, body.contests, 'annul');
  if (!contestsMayEnd(held)) return err({ type: 'not_now' });
  if (contests.length !== body.contests.length) return err({ type: 'changed' });
  await moveContests(tx, subject, body.contests, 'annul');
  const lines = contests.map(({ id, territory, place }) => ({
    ...{ subject: id, territory },
    details: { place, together: contests.length, proposed_by: proposedBy },
  }));
  await appendAuditOfEach(tx, { event: 'contest.annul', actor: by, reason, isPublic: true, now }, lines);
  return ok({ place: body.place, contests: contests.length });
}
