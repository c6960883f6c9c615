import { awaitedStep, ceremonyMachine, type CeremonyStep, type ConsultationState, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { CeremonyTask, MessageRefusal } from '../../ballots/index.ts';
import { groupOf, storeTrustees } from '../../preparation/index.ts';
import {
  type CeremonyRecord,
  findCeremony,
  holdConsultation,
  type KeptConsultation,
  putMessage,
  setCeremony,
} from '../store-ceremonies.ts';
import type { TrusteesContext } from '../trustees-context.ts';

/** Why what a trustee brings to the ceremony is not taken. */
export type BroughtRefusal =
  | MessageRefusal
  | { readonly type: 'other_step'; readonly found: CeremonyStep; readonly expected: CeremonyStep }
  | { readonly type: 'no_ceremony' | 'not_your_ceremony' | 'nothing_awaited' | 'too_late' }
  /** Another message of this step came before: a member has one. */
  | { readonly type: 'brought_before'; readonly step: CeremonyStep }
  /** Papers of another group than the ceremony's were added meanwhile. */
  | { readonly type: 'group_changed' }
  | { readonly type: 'elections_set_up' };

interface Brought {
  readonly text: string;
  /** The step that the file names. */
  readonly found: CeremonyStep;
  readonly by: string;
}

type Taken = Result<{ readonly step: CeremonyStep }, BroughtRefusal>;

/**
 * Takes a message of the ceremony from the trustee who sits at a place. It is checked away from the event loop, against
 * everything that came before; whatever comes in meanwhile has it checked anew. The same message again changes nothing.
 */
export async function bringMessage(
  context: TrusteesContext,
  consultation: KeptConsultation,
  brought: Brought,
): Promise<Taken> {
  const { database, ballots } = context;
  for (;;) {
    const ceremony = await findCeremony(database, consultation.id);
    if (ceremony === undefined) return err({ type: 'no_ceremony' });
    const seat = ceremony.places.find(({ account }) => account === brought.by);
    if (seat === undefined) return err({ type: 'not_your_ceremony' });
    const again = ceremony.messages.find(({ place, text }) => place === seat.place && text === brought.text);
    if (again !== undefined) return ok({ step: again.step });
    const step = awaitedStep(ceremony.status);
    if (step === null) return err({ type: 'nothing_awaited' });
    if (brought.found !== step) return err({ type: 'other_step', found: brought.found, expected: step });
    const own = ceremony.messages.some((message) => message.place === seat.place && message.step === step);
    if (own) return err({ type: 'brought_before', step });
    const { group, size, threshold } = ceremony;
    const answer = await ballots.proofs.perform({
      ...{ type: 'ceremony', group, size, threshold, step, before: textsOf(ceremony) },
      brought: { place: seat.place, name: seat.name, text: brought.text },
    });
    invariant(answer.type === 'ceremony', 'a thread answers what it is asked');
    const checked = answer.result;
    if (!checked.ok) return checked;
    const { list } = checked.value;
    const stored = await inRefusableTransaction<'changed' | 'stored', BroughtRefusal>(database, async (tx) => {
      const status = await holdConsultation(tx, consultation.id);
      if (!isPreparing(status)) return err({ type: 'too_late' });
      const now = await findCeremony(tx, consultation.id);
      if (now?.id !== ceremony.id || now.messages.length !== ceremony.messages.length) return ok('changed');
      const current = await groupOf({ database: tx }, consultation.id);
      if (!current.ok || current.value !== group) return err({ type: 'group_changed' });
      return await store(tx, context, consultation, { ceremony, step, place: seat.place, list, ...brought });
    });
    if (!stored.ok) return stored;
    if (stored.value === 'stored') return ok({ step });
  }
}

const isPreparing = (status: ConsultationState): boolean => status === 'draft' || status === 'frozen';

function textsOf({ messages }: CeremonyRecord): CeremonyTask['before'] {
  const of = (step: CeremonyStep): readonly string[] =>
    messages.filter((message) => message.step === step).map(({ text }) => text);
  return { certificate: of('certificate'), deal: of('deal'), key: of('key') };
}

interface CheckedMessage extends Brought {
  readonly ceremony: CeremonyRecord;
  readonly step: CeremonyStep;
  readonly place: number;
  /** The list of trustees, with the last message. */
  readonly list: string | null;
}

async function store(
  tx: Tx,
  { now }: TrusteesContext,
  { id, territory }: KeptConsultation,
  { ceremony, step, place, list, text, by }: CheckedMessage,
): Promise<Result<'stored', { readonly type: 'elections_set_up' }>> {
  const at = now();
  const hash = createHash('sha256').update(text).digest('hex');
  await putMessage(tx, ceremony.id, { step, place, text, hash }, at);
  await appendAudit(tx, {
    event: 'ceremony.message',
    subject: id,
    actor: by,
    territory,
    details: { step, place, sha256: hash },
    isPublic: true,
    now: at,
  });
  const isLast = ceremony.messages.filter((message) => message.step === step).length + 1 === ceremony.size;
  if (!isLast) return ok('stored');
  const next = moved(ceremonyMachine, ceremony.status, 'complete');
  invariant(next.ok, 'a step whose last message came is complete');
  if (list === null) {
    await setCeremony(tx, ceremony.id, { status: next.value });
    return ok('stored');
  }
  const { size, threshold, waiver } = ceremony;
  const stored = await storeTrustees(
    tx,
    { id, territory },
    { text: list, holding: { trustees: size, threshold }, waiver: waiver ?? '', by, now: at },
  );
  if (!stored.ok) return stored;
  await setCeremony(tx, ceremony.id, { status: next.value, listHash: stored.value });
  return ok('stored');
}
