import type { Envelope } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { ConsultationRecord } from '../store.ts';
import {
  drawsOf,
  type EnvelopeRecord,
  envelopesOf,
  putEnvelopes,
  removeEnvelope,
  setAmounts,
  setEnvelopeName,
} from '../store-envelopes.ts';
import { namedAlike } from '../stored-forms.ts';
import { inDraft, inDraftCounted, type NotDraft, type OtherDecimals } from './hold-draft.ts';

export type EnvelopeRefusal =
  | NotDraft
  | OtherDecimals
  /** `has_parts`: something is set apart from it, or a contest spends from it. */
  | { readonly type: 'unknown_envelope' | 'no_whole' | 'has_parts' };

/** A consultation, with the decimals by which amounts were read. */
type Counted = Pick<ConsultationRecord, 'id' | 'decimals'>;

/** Sets a part of an envelope apart under a name. A consultation without a whole gets one so. */
export const addEnvelope = (
  context: ConsultationsContext,
  consultation: Counted,
  envelope: { readonly parent: string | null; readonly name: string; readonly amount: bigint },
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraftCounted<undefined, EnvelopeRefusal>(context, consultation, async (tx, { id, territory, languages }) => {
    const known = await envelopesOf(tx, id);
    const isKnown = envelope.parent === null ? known.length === 0 : known.some((one) => one.id === envelope.parent);
    if (!isKnown) return err({ type: 'unknown_envelope' });
    const drawn = (await drawsOf(tx, id)).some((draw) => draw.envelope === envelope.parent);
    if (drawn) return err({ type: 'unknown_envelope' });
    const name = namedAlike(languages, envelope.name);
    await putEnvelopes(tx, id, [{ ...envelope, name, id: context.newId(), territory: null }]);
    const details = { envelope: name, amount: String(envelope.amount) };
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, details, isPublic: false },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Writes the amount of one envelope. */
export const writeAmount = (
  context: ConsultationsContext,
  consultation: Counted,
  { id: envelope, amount }: Pick<Envelope, 'id' | 'amount'>,
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraftCounted<undefined, EnvelopeRefusal>(context, consultation, async (tx, { id, territory }) => {
    const known = await envelopesOf(tx, id);
    if (!known.some((one) => one.id === envelope)) return err({ type: 'unknown_envelope' });
    await setAmounts(tx, id, [{ id: envelope, amount }]);
    const details = { envelope, amount: String(amount) };
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, details, isPublic: false },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Gives an envelope another name, the same in each language. */
export const renameEnvelope = (
  context: ConsultationsContext,
  id: string,
  { id: envelope, name }: { readonly id: string; readonly name: string },
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraft<undefined, EnvelopeRefusal>(context, id, async (tx, { territory, languages }) => {
    const known = (await envelopesOf(tx, id)).find((one) => one.id === envelope);
    if (known === undefined) return err({ type: 'unknown_envelope' });
    const after = namedAlike(languages, name);
    await setEnvelopeName(tx, id, envelope, after);
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, isPublic: false },
      details: { envelope, before: known.name, after },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Takes an envelope out that has no parts, and that no contest spends from. */
export const takeEnvelopeOut = (
  context: ConsultationsContext,
  id: string,
  envelope: string,
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraft<undefined, EnvelopeRefusal>(context, id, async (tx, { territory }) => {
    const known = (await envelopesOf(tx, id)).find((one) => one.id === envelope);
    if (known === undefined) return err({ type: 'unknown_envelope' });
    if (!(await removeEnvelope(tx, id, envelope))) return err({ type: 'has_parts' });
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, isPublic: false },
      details: { removed: envelope, name: known.name, amount: String(known.amount), part_of: known.parent },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Makes every envelope that has parts their sum, from the leaves up. */
export const sumEnvelopes = (
  context: ConsultationsContext,
  id: string,
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraft<undefined, EnvelopeRefusal>(context, id, async (tx, { territory }) => {
    const summed = summedUp(await envelopesOf(tx, id));
    if (summed === undefined) return err({ type: 'no_whole' });
    await setAmounts(tx, id, summed);
    const details = { summed: summed.map(({ id: envelope, amount }) => ({ envelope, amount: String(amount) })) };
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, details, isPublic: false },
      now: context.now(),
    });
    return ok(undefined);
  });

/** The envelopes whose amount differs from the sum of their parts, with that sum; undefined where there is no tree. */
function summedUp(envelopes: readonly EnvelopeRecord[]): readonly Pick<Envelope, 'id' | 'amount'>[] | undefined {
  const [root] = envelopes.filter(({ parent }) => parent === null);
  if (root === undefined) return undefined;
  const children = Map.groupBy(envelopes, ({ parent }) => parent);
  const changed: Pick<Envelope, 'id' | 'amount'>[] = [];
  const sum = (envelope: Envelope): bigint => {
    const below = children.get(envelope.id);
    if (below === undefined) return envelope.amount;
    const amount = below.reduce((total, child) => total + sum(child), 0n);
    if (amount !== envelope.amount) changed.push({ id: envelope.id, amount });
    return amount;
  };
  sum(root);
  return changed;
}
