import { newElectionId } from '@convite/crypto';
import {
  type CredentialOrder,
  cutSlices,
  orderHashInput,
  rollLimits,
  type SpareRule,
  writeOrder,
} from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { PreparationContext } from '../preparation-context.ts';
import { findConsultationById, holdPreparation, type PreparedConsultation } from '../store.ts';
import { contestsToOrder, frozenTerritories, prepareElections, putOrder } from '../store-orders.ts';
import { findUpload } from '../store-uploads.ts';

/** Why there is no order of credentials yet. */
export type OrderRefusal =
  | {
      readonly type:
        | 'rule_not_frozen'
        | 'roll_not_frozen'
        | 'no_contest'
        | 'elections_set_up'
        | 'bad_spares'
        | 'too_many';
    }
  /** The people of the frozen version are not as many as were frozen: the database was changed by other hands. */
  | { readonly type: 'roll_changed'; readonly frozen: number; readonly found: number };

export interface OrderPlan {
  readonly spares: SpareRule;
  /** Origin that letters lead to. */
  readonly site: string;
  readonly by: string;
}

/**
 * Writes the order of credentials of a consultation: every contest with the identifier of its election, every slice of the
 * frozen roll with its people and spares. The same facts give the same bytes.
 */
export async function makeOrder(
  { database, now, random }: PreparationContext,
  consultation: PreparedConsultation,
  { spares, site, by }: OrderPlan,
): Promise<Result<string, OrderRefusal>> {
  const { id, territory } = consultation;
  if (consultation.status !== 'frozen') return err({ type: 'rule_not_frozen' });
  const { percent, minimum } = spares;
  const isRule = Number.isSafeInteger(percent) && percent >= 0 && percent <= 100;
  if (!isRule || !Number.isSafeInteger(minimum) || minimum < 1 || minimum > 1000) return err({ type: 'bad_spares' });
  return await inRefusableTransaction<string, OrderRefusal>(database, async (tx) => {
    await holdPreparation(tx, id);
    // Its freezing may have been taken back since the page was asked for.
    const roll = (await findConsultationById(tx, id))?.roll ?? null;
    if (roll === null) return err({ type: 'roll_not_frozen' });
    const upload = await findUpload(tx, id);
    if (upload !== undefined && upload.status !== 'refused') return err({ type: 'elections_set_up' });
    const contests = await identified(tx, id, consultation.languages[0] ?? '', random);
    if (contests.length === 0) return err({ type: 'no_contest' });
    const territories = await frozenTerritories(tx, id, territory, roll.version);
    const found = territories.reduce((sum, { people }) => sum + people, 0);
    if (found !== roll.entries) return err({ type: 'roll_changed', frozen: roll.entries, found });
    const cut = cutSlices(contests, territories, spares);
    if (cut.contests.some(({ credentials }) => credentials > rollLimits.people)) return err({ type: 'too_many' });
    const order: CredentialOrder = {
      convite_order: 1,
      consultation: consultation.slug,
      title: consultation.title,
      languages: consultation.languages,
      zone: consultation.zone,
      opens_at: seconds(consultation.opensAt),
      closes_at: seconds(consultation.closesAt),
      site,
      spares,
      roll,
      ...cut,
    };
    const text = writeOrder(order);
    const hash = createHash('sha256').update(orderHashInput(text)).digest('hex');
    await putOrder(tx, id, { hash, text, by, at: now() });
    await appendAudit(tx, {
      event: 'consultation.write',
      subject: id,
      actor: by,
      territory,
      details: { order: hash, contests: cut.contests.length, spares_percent: percent, spares_minimum: minimum },
      isPublic: true,
      now: now(),
    });
    return ok(hash);
  });
}

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** The contests with the identifiers of their elections: those that have none get one, which stays. */
async function identified(tx: Tx, consultation: string, language: string, random: PreparationContext['random']) {
  const contests = await contestsToOrder(tx, consultation, language);
  const made = new Map<string, string>();
  for (const { id, uuid } of contests) if (uuid === null) made.set(id, newElectionId(random));
  await prepareElections(
    tx,
    [...made].map(([contest, uuid]) => ({ contest, uuid })),
  );
  return contests.map((contest) => ({ ...contest, uuid: contest.uuid ?? made.get(contest.id) ?? '' }));
}
