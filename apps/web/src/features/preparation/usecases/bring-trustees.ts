import { type CheckFailure, createCheckRecord, type VerifiedTrustees, verifyTrustees } from '@convite/crypto';
import { type CryptoGroup, cryptoGroups } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { PreparationContext } from '../preparation-context.ts';
import { groupsOf, holdPreparation, type PreparedConsultation, putTrustees } from '../store.ts';
import { findUpload } from '../store-uploads.ts';

/** Why a list of trustees does not become that of a consultation. */
export type TrusteesRefusal =
  /** The list holds for no election of this consultation: the first of the checks that fail. */
  | { readonly type: 'trustees_refused'; readonly failures: readonly CheckFailure[] }
  /** Contests of several groups would need several ceremonies. */
  | { readonly type: 'several_groups' }
  /** Fewer than three, or all or one of them decrypt: only with a waiver that everyone reads. */
  | { readonly type: 'waiver_missing'; readonly trustees: number; readonly threshold: number }
  | { readonly type: 'no_contest' | 'elections_set_up' | 'waiver_too_long' };

/** Who holds a key, in figures. */
export interface Holding {
  readonly trustees: number;
  /** How many of them decrypt together. */
  readonly threshold: number;
  /** At least three, and neither one of them nor all are needed. */
  readonly isSound: boolean;
}

/** Source: requirement R9; decision 13. */
function holdingOf({ entries, trustees }: Pick<VerifiedTrustees, 'entries' | 'trustees'>): Holding {
  const threshold = entries.reduce((sum, entry) => sum + (entry.kind === 'single' ? 1 : entry.threshold), 0);
  const { length } = trustees;
  return { trustees: length, threshold, isSound: length >= 3 && threshold > 1 && threshold < length };
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

const longestWaiver = 2000;

/** Checks an assembled list of trustees and makes it that of a consultation, whose elections all get its key. */
export async function bringTrustees(
  context: PreparationContext,
  consultation: Pick<PreparedConsultation, 'id' | 'territory'>,
  { text, waiver, by }: { readonly text: string; readonly waiver: string; readonly by: string },
): Promise<Result<Holding, TrusteesRefusal>> {
  const { database, suite, now } = context;
  const { id, territory } = consultation;
  const group = await groupOf(context, id);
  if (!group.ok) return group;
  const checks = createCheckRecord();
  const trustees = verifyTrustees(suite.group(group.value), text, checks);
  if (trustees === undefined) return err({ type: 'trustees_refused', failures: checks.totals().failures.slice(0, 20) });
  const holding = holdingOf(trustees);
  const reason = waiver.trim();
  if (reason.length > longestWaiver) return err({ type: 'waiver_too_long' });
  if (!holding.isSound && reason === '') return err({ type: 'waiver_missing', ...holding });
  const hash = createHash('sha256').update(text).digest('hex');
  return await inRefusableTransaction<Holding, TrusteesRefusal>(database, async (tx) => {
    await holdPreparation(tx, id);
    const upload = await findUpload(tx, id);
    if (upload !== undefined && upload.status !== 'refused') return err({ type: 'elections_set_up' });
    const kept = holding.isSound ? null : reason;
    await putTrustees(tx, id, { text, hash, waiver: kept, at: now() });
    await appendAudit(tx, {
      event: 'key.bring',
      subject: id,
      actor: by,
      territory,
      ...(kept === null ? {} : { reason: kept }),
      details: { trustees: hash, holders: holding.trustees, threshold: holding.threshold },
      isPublic: true,
      now: now(),
    });
    return ok(holding);
  });
}
