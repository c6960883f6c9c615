import type { Act } from '@convite/domain';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What the audit trail records of recounts. `subject` is the hash of what it happened to; never a person. */
type RecountEvent =
  | 'file.stored'
  | 'file.removed'
  | 'file.expired'
  | 'upload.withdrawn'
  | 'recount.requested'
  | 'recount.finished'
  | 'recount.refused';

/** What staff do is recorded under the name of the act; beside it, what happens around acts and accounts. */
export type StaffEvent =
  | Act
  | 'act.proposed'
  | 'act.declined'
  | 'act.withdrawn'
  | 'account.set_up'
  | 'account.signed_in'
  | 'account.signed_out_everywhere'
  | 'account.proof_changed'
  | 'installation.begun'
  | 'station.written'
  | 'station.removed'
  | 'clock.closed'
  | 'ceremony.begun'
  | 'ceremony.message'
  | 'ceremony.voided'
  | 'key.rehearsed'
  | 'election.set_up'
  | 'ballots.recorded'
  | 'board.recovered'
  | 'boards.settled'
  | 'entitlement.burnt'
  | 'tally.begun'
  | 'tally.again'
  | 'tally.ended'
  | 'tally.encrypted'
  | 'tally.withheld'
  | 'tally.refused'
  | 'tally.part'
  | 'tally.opened'
  | 'contest.counted'
  | 'lot.announced'
  | 'archive.verified'
  | 'programs.served';

/** The subject of the lines that tell of the programs that this site hands out: they are of no consultation, and of all. */
export const programsSubject = 'programs';

/** One line of the trail of what staff do. */
export interface TrailLine {
  readonly event: StaffEvent;
  /** Id or hash of what it happened to. */
  readonly subject: string;
  /** The account that did it; null for what the clock or a command did. */
  readonly actor: string | null;
  /** Where it belongs; null: the whole installation. */
  readonly territory: string | null;
  readonly reason?: string | undefined;
  /** What was done, as far as readers of the line may know: no voter, no secret, no choice. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Readable by everyone. */
  readonly isPublic: boolean;
  readonly now: Date;
}

/** Writes one line of the audit trail, in the transaction of the change that it records. */
export async function appendAudit(tx: Tx, line: TrailLine): Promise<void>;
export async function appendAudit(tx: Tx, event: RecountEvent, subject: string, now: Date): Promise<void>;
export async function appendAudit(
  tx: Tx,
  ...[line, subject, now]: readonly [TrailLine] | readonly [RecountEvent, string, Date]
): Promise<void> {
  const row =
    typeof line === 'string'
      ? { event: line, subject, happened_at: now }
      : {
          event: line.event,
          subject: line.subject,
          happened_at: line.now,
          actor: line.actor,
          territory_id: line.territory,
          reason: line.reason ?? null,
          details: line.details === undefined ? null : JSON.stringify(line.details),
          is_public: line.isPublic,
        };
  await tx.insertInto('audit_trail').values(row).execute();
}

/** Writes the same line for each of many subjects, each in its own territory; in their order. */
export async function appendAuditOfEach(
  tx: Tx,
  { event, actor, reason, isPublic, now }: Omit<TrailLine, 'subject' | 'territory' | 'details'>,
  subjects: readonly Pick<TrailLine, 'subject' | 'territory' | 'details'>[],
): Promise<void> {
  await sql`
    insert into audit_trail (event, subject, happened_at, actor, territory_id, reason, details, is_public)
    select ${event}, line.subject, ${now}, ${actor}::uuid, line.territory, ${reason ?? null}, line.details, ${isPublic}
    from unnest(${subjects.map(({ subject }) => subject)}::text[],
      ${subjects.map(({ territory }) => territory)}::uuid[],
      ${subjects.map(({ details }) => (details === undefined ? null : JSON.stringify(details)))}::json[])
      with ordinality as line (subject, territory, details, place)
    order by place`.execute(tx);
}
