import { type CheckFailure, createCheckRecord, type VerifiedTrustees, verifyTrustees } from '@convite/crypto';
import { type CryptoGroup, cryptoGroups, type Holding, isSound, waiverProblem } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { PreparationContext } from '../preparation-context.ts';
import {
  dropTrustees,
  groupsOf,
  hasCeremony,
  holdPreparation,
  type PreparedConsultation,
  putTrustees,
} from '../store.ts';
import { findUpload } from '../store-uploads.ts';

/** Why a list of trustees does not become that of a consultation. */
export type TrusteesRefusal =
  /** The list holds for no election of this consultation: the first of the checks that fail. */
  | { readonly type: 'trustees_refused'; readonly failures: readonly CheckFailure[] }
  /** Contests of several groups would need several ceremonies. */
  | { readonly type: 'several_groups' }
  /** Fewer than three, or all or one of them decrypt: only with a waiver that everyone reads. */
  | { readonly type: 'waiver_missing'; readonly trustees: number; readonly threshold: number }
  | { readonly type: 'no_contest' | 'elections_set_up' | 'waiver_too_long' }
  /** The trustees hold their ceremony on this site. */
  | { readonly type: 'ceremony_here' };

/** Who holds the key by a list whose every check holds. Source: requirement R9; decision 13. */
function holdingOf({ entries, trustees }: Pick<VerifiedTrustees, 'entries' | 'trustees'>): Holding {
  const threshold = entries.reduce((sum, entry) => sum + (entry.kind === 'single' ? 1 : entry.threshold), 0);
  return { trustees: trustees.length, threshold };
}

/** The one group of the contests of a consultation. */
export async function groupOf(
  { database }: Pick<PreparationContext, 'database'>,
  consultation: string,
): Promise<Result<CryptoGroup, { readonly type: 'several_groups' | 'no_contest' }>> {
  const [first, ...others] = await groupsOf(database, consultation);
  if (others.length > 0) return err({ type: 'several_groups' });
  const group = cryptoGroups.find((one) => one === first);
  return group === undefined ? err({ type: 'no_contest' }) : ok(group);
}

/** Checks an assembled list of trustees and makes it that of a consultation, whose elections all get its key. */
export async function bringTrustees(
  context: PreparationContext,
  consultation: Pick<PreparedConsultation, 'id' | 'territory'>,
  { text, waiver, by }: { readonly text: string; readonly waiver: string; readonly by: string },
): Promise<Result<Holding, TrusteesRefusal>> {
  const { database, suite, now } = context;
  const { id } = consultation;
  const group = await groupOf(context, id);
  if (!group.ok) return group;
  const checks = createCheckRecord();
  const trustees = verifyTrustees(suite.group(group.value), text, checks);
  if (trustees === undefined) return err({ type: 'trustees_refused', failures: checks.totals().failures.slice(0, 20) });
  const holding = holdingOf(trustees);
  const problem = waiverProblem(holding, waiver);
  if (problem !== undefined) return err(problem);
  return await inRefusableTransaction<Holding, TrusteesRefusal>(database, async (tx) => {
    await holdPreparation(tx, id);
    if (await hasCeremony(tx, id)) return err({ type: 'ceremony_here' });
    const stored = await storeTrustees(tx, consultation, { text, holding, waiver, by, now: now() });
    return stored.ok ? ok(holding) : stored;
  });
}

/** A list that passed every check, wherever its ceremony was held. */
export interface CheckedList {
  readonly text: string;
  readonly holding: Holding;
  readonly waiver: string;
  /** Who brought it, or the last of its messages. */
  readonly by: string;
  readonly now: Date;
}

/**
 * Makes a checked list that of a consultation.
 *
 * Requires: `holdPreparation`; what makes a holding unsound is waived.
 * @returns the hash of the list
 */
export async function storeTrustees(
  tx: Tx,
  { id, territory }: Pick<PreparedConsultation, 'id' | 'territory'>,
  { text, holding, waiver, by, now }: CheckedList,
): Promise<Result<string, { readonly type: 'elections_set_up' }>> {
  if (await hasElections(tx, id)) return err({ type: 'elections_set_up' });
  const hash = createHash('sha256').update(text).digest('hex');
  const kept = isSound(holding) ? null : waiver.trim();
  await putTrustees(tx, id, { text, hash, waiver: kept, at: now });
  await appendAudit(tx, {
    event: 'key.bring',
    subject: id,
    actor: by,
    territory,
    ...(kept === null ? {} : { reason: kept }),
    details: { trustees: hash, holders: holding.trustees, threshold: holding.threshold },
    isPublic: true,
    now,
  });
  return ok(hash);
}

/** Whether elections of a consultation are set up, or being set up: then its trustees stay. */
export async function hasElections(tx: Tx, consultation: string): Promise<boolean> {
  const upload = await findUpload(tx, consultation);
  return upload !== undefined && upload.status !== 'refused';
}

/** Takes the list of a consultation back. Requires: `holdPreparation`, and no elections. */
export const withdrawTrustees = (tx: Tx, consultation: string): Promise<void> => dropTrustees(tx, consultation);
