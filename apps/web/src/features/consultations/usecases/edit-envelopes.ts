import type { Envelope } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { drawsOf, type EnvelopeRecord, envelopesOf, putEnvelopes, setAmounts } from '../store-envelopes.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';

export type EnvelopeRefusal = NotDraft | { readonly type: 'unknown_envelope' } | { readonly type: 'no_whole' };

/** Sets a part of an envelope apart under a name. A consultation without a whole gets one so. */
export const addEnvelope = (
  context: ConsultationsContext,
  id: string,
  envelope: { readonly parent: string | null; readonly name: LanguageMap; readonly amount: bigint },
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraft<undefined, EnvelopeRefusal>(context, id, async (tx, { territory }) => {
    const known = await envelopesOf(tx, id);
    const isKnown = envelope.parent === null ? known.length === 0 : known.some((one) => one.id === envelope.parent);
    if (!isKnown) return err({ type: 'unknown_envelope' });
    const drawn = (await drawsOf(tx, id)).some((draw) => draw.envelope === envelope.parent);
    if (drawn) return err({ type: 'unknown_envelope' });
    await putEnvelopes(tx, id, [{ ...envelope, id: context.newId(), territory: null }]);
    const details = { envelope: envelope.name, amount: String(envelope.amount) };
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory, details, isPublic: false },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Writes the amount of one envelope. */
export const writeAmount = (
  context: ConsultationsContext,
  id: string,
  { id: envelope, amount }: Pick<Envelope, 'id' | 'amount'>,
  by: string,
): Promise<Result<undefined, EnvelopeRefusal>> =>
  inDraft<undefined, EnvelopeRefusal>(context, id, async (tx, { territory }) => {
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
