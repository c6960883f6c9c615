import {
  archiveMachine,
  consultationMachine,
  contestMachine,
  type ConsultationMove,
  moved,
  statesBefore,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { ArchiveStage } from '../../../persistence/schema/results.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, holdConsultation, type LanguageMap, setStatus } from '../store.ts';
import { type ArchiveRecord, lastArchive, publishArchive } from '../store-archives.ts';
import { moveAllTo } from '../store-counts.ts';
import { archiveMaterial } from './archive-material.ts';
import { requestArchive, settlingOf } from './request-archive.ts';

/** What two people publish, or certify: an archive by its hashes. */
export interface ResultBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly archive: string;
  readonly sha256: string;
  readonly manifest: string;
  readonly bytes: number;
  readonly contests: number;
}

export type ResultRefusal = {
  readonly type:
    | 'not_now'
    | 'not_settled'
    | 'complaints_open'
    /** None is verified, or not for this. */
    | 'no_archive'
    /** The rows say something else than they did when it was made. */
    | 'archive_stale'
    | 'changed';
};

/** The move that brings a consultation to a stage. */
const moveTo = { provisional: 'publish', certified: 'certify' } as const satisfies Record<
  ArchiveStage,
  ConsultationMove
>;
/** The act that brings a result to a stage. */
export const actOf = { provisional: 'result.publish', certified: 'result.certify' } as const;

/** Asks for the archive that is to be published, or certified. */
export const askForArchive = (
  context: ResultsContext,
  consultation: string,
): Promise<Result<undefined, ResultRefusal | { readonly type: 'being_made' }>> =>
  inRefusableTransaction<undefined, ResultRefusal | { readonly type: 'being_made' }>(context.database, async (tx) => {
    const held = await hold(tx, consultation);
    const stage = nextStage(held, context.now());
    if (stage === undefined) return err({ type: 'not_now' });
    const { contests, settled } = await settlingOf(tx, consultation);
    if (settled < contests) return err({ type: 'not_settled' });
    return (await requestArchive(tx, context, consultation, stage)) ? ok(undefined) : err({ type: 'being_made' });
  });

/** For which stage an archive is made now: again for the one that is public while complaints are heard. */
export function nextStage(
  { status, complaintsUntil }: Pick<CountedConsultation, 'status' | 'complaintsUntil'>,
  now: Date,
): ArchiveStage | undefined {
  if (status === 'tallying') return 'provisional';
  if (status !== 'provisional') return undefined;
  return complaintsUntil !== null && now < complaintsUntil ? 'provisional' : 'certified';
}

export const proposeResult = (
  { database, newId, now }: ResultsContext,
  consultation: string,
  stage: ArchiveStage,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, ResultRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, ResultRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const at = now();
    const ready = await readyArchive(tx, held, stage, at);
    if (!ready.ok) return ready;
    const { id, slug, title, territory } = held;
    const { made } = ready.value;
    const body: ResultBody = {
      ...{ slug, title, archive: ready.value.id, sha256: made.sha256, manifest: made.manifestHash, bytes: made.bytes },
      contests: ready.value.contests,
    };
    return await proposeAct(tx, {
      ...{ id: newId(), act: actOf[stage], territory, subject: id, body, reason, by },
      now: at,
    });
  });

/** Publishes the result, provisional or certified: every contest that was counted with it, and the archive of all. */
export async function publishResult(
  tx: Tx,
  consultation: string,
  stage: ArchiveStage,
  { body, now }: { readonly body: ResultBody; readonly now: Date },
): Promise<Result<Readonly<Record<string, unknown>>, ResultRefusal>> {
  const held = await hold(tx, consultation);
  const ready = await readyArchive(tx, held, stage, now);
  if (!ready.ok) return ready;
  if (ready.value.id !== body.archive) return err({ type: 'changed' });
  const move = moveTo[stage];
  const [from] = statesBefore(move);
  const to = from === undefined ? undefined : contestMachine.moves[from][move];
  invariant(from !== undefined && to !== undefined, 'counted contests are published, and provisional ones certified');
  await moveAllTo(tx, consultation, from, to);
  const next = moved(consultationMachine, held.status, move);
  invariant(next.ok, 'that it is not now was told before');
  await setStatus(tx, consultation, next.value);
  await publishArchive(tx, ready.value);
  return ok({ sha256: body.sha256, manifest: body.manifest, contests: body.contests });
}

type ReadyArchive = ArchiveRecord & { readonly made: NonNullable<ArchiveRecord['made']> };

/** The archive that may be published now: verified, of this stage, and still what the rows say. */
async function readyArchive(
  tx: Tx,
  held: CountedConsultation,
  stage: ArchiveStage,
  now: Date,
): Promise<Result<ReadyArchive, ResultRefusal>> {
  if (!moved(consultationMachine, held.status, moveTo[stage]).ok) return err({ type: 'not_now' });
  if (stage === 'certified' && held.complaintsUntil !== null && now < held.complaintsUntil) {
    return err({ type: 'complaints_open' });
  }
  const { contests, settled } = await settlingOf(tx, held.id);
  if (settled < contests) return err({ type: 'not_settled' });
  const last = await lastArchive(tx, held.id);
  if (last === undefined || last.stage !== stage || last.made === null) return err({ type: 'no_archive' });
  if (!moved(archiveMachine, last.status, 'publish').ok) return err({ type: 'no_archive' });
  const { rowsHash } = await archiveMaterial(tx, held, stage);
  return rowsHash === last.made.rowsHash ? ok({ ...last, made: last.made }) : err({ type: 'archive_stale' });
}

async function hold(tx: Tx, consultation: string): Promise<CountedConsultation> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once its vote was open');
  return held;
}
