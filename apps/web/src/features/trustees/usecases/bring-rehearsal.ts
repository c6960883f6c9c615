import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { RehearsalRefusal } from '../../ballots/index.ts';
import { findCeremony, holdConsultation, type KeptConsultation } from '../store-ceremonies.ts';
import { findList, putRehearsal, rehearsalsOf } from '../store-rehearsals.ts';
import type { TrusteesContext } from '../trustees-context.ts';
import { seatOf } from './trustee-seats.ts';

/** Why a rehearsal is not taken. */
export type RehearsedRefusal =
  | RehearsalRefusal
  | { readonly type: 'no_list' }
  /** The key is that of another place than the one of this account. */
  | { readonly type: 'not_your_place'; readonly found: number }
  /** The test ballot of a day is decrypted on that day: this one is from before the list, or from the future. */
  | { readonly type: 'other_day'; readonly found: string; readonly today: string };

/** The day of an instant, or of one so many milliseconds later. */
const dayOf = (instant: Date, later: number): string => new Date(instant.getTime() + later).toISOString().slice(0, 10);
const oneDay = 24 * 60 * 60_000;

/**
 * Takes the test ballot of a day, decrypted with the key as it is stored, from the trustee who has it. Of a list whose
 * ceremony was held elsewhere, who first rehearses with a key sits at its place from then on.
 */
export async function bringRehearsal(
  { database, ballots, now }: TrusteesContext,
  { id, territory }: KeptConsultation,
  { text, by }: { readonly text: string; readonly by: string },
): Promise<Result<undefined, RehearsedRefusal>> {
  for (;;) {
    const list = await findList(database, id);
    if (list === undefined) return err({ type: 'no_list' });
    const earlier = await rehearsalsOf(database, id, list.hash);
    const answer = await ballots.proofs.perform({
      ...{ type: 'rehearsal', list: list.text, text, before: earlier.map((one) => one.text) },
    });
    invariant(answer.type === 'rehearsal', 'a thread answers what it is asked');
    if (!answer.result.ok) return answer.result;
    const { owner, day, opened } = answer.result.value;
    const at = now();
    // Clocks of other machines are a little off, and the day ends at another hour elsewhere.
    const [first, last] = [dayOf(list.at, -oneDay), dayOf(at, oneDay)];
    if (day < first || day > last) return err({ type: 'other_day', found: day, today: dayOf(at, 0) });
    const done = await inRefusableTransaction<'changed' | 'stored', RehearsedRefusal>(database, async (tx) => {
      await holdConsultation(tx, id);
      if ((await findList(tx, id))?.hash !== list.hash) return ok('changed');
      const rehearsals = await rehearsalsOf(tx, id, list.hash);
      if (rehearsals.length !== earlier.length) return ok('changed');
      const seats = { ceremony: await findCeremony(tx, id), list: list.hash, rehearsals };
      const [seat, taken] = [seatOf(seats, by), seatTaken(seats, owner)];
      if (seat === undefined ? taken : seat !== owner) return err({ type: 'not_your_place', found: owner });
      const isNew = await putRehearsal(tx, id, list.hash, { owner, day, text, account: by, opened }, at);
      if (!isNew) return ok('stored');
      await appendAudit(tx, {
        event: 'key.rehearsed',
        subject: id,
        actor: by,
        territory,
        details: { place: owner, day, trustees: list.hash, opened },
        isPublic: true,
        now: at,
      });
      return ok('stored');
    });
    if (!done.ok) return done;
    if (done.value === 'stored') return ok(undefined);
  }
}

/** Whether somebody sits at a place. */
const seatTaken = (seats: Parameters<typeof seatOf>[0], owner: number): boolean =>
  seats.ceremony?.listHash === seats.list || seats.rehearsals.some((one) => one.owner === owner);
