import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { askToFreeze, showFreezing } from '../../src/features/rolls/usecases/ask-to-freeze.ts';
import { makeCommitment } from '../../src/features/rolls/usecases/make-commitment.ts';
import { proposeFreeze } from '../../src/features/rolls/usecases/propose-freeze.ts';
import { showRoll } from '../../src/features/rolls/usecases/show-roll.ts';
import { proposeUnfreezing, showUnfreezing } from '../../src/features/rolls/usecases/take-back-freezing.ts';
import { attempt, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());
beforeEach(async () => {
  await workshop.clear();
  await rows('delete from credential_uploads; delete from credential_orders');
  await rows(`update consultations set status = 'draft'`);
});

const two = `${heading}Ana Pérez,1980-04-03,C1,V-1,cédula,,,,
Luz Rojas,1999-12-31,S1,,dos vecinos,,,,
`;
const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await workshop.fresh.pool.query(statement, values)).rows;

/** Freezes the roll as it is. @returns its commitment */
async function freeze(): Promise<string> {
  const { context, consultation, ada, eva } = workshop;
  const asked = await askToFreeze(context, consultation, 'Termina la inscripción', ada);
  invariant(asked.ok, 'it may be asked for');
  await makeCommitment(context, asked.value, attempt);
  const commitment = (await showFreezing(context, consultation.id))?.commitment ?? '';
  invariant((await proposeFreeze(context, consultation, commitment, ada)).ok, 'it may be proposed');
  invariant((await workshop.agree(eva)).ok, 'another agrees');
  return commitment;
}
async function frozen(): Promise<string> {
  await workshop.imported(two);
  return await freeze();
}
const propose = (reason = 'Se mojó el sobre con la sal.', by = workshop.ada) =>
  proposeUnfreezing(workshop.context, workshop.consultation, { by, reason });
const takenBack = async (): Promise<void> => {
  invariant((await propose()).ok, 'it may be proposed');
  const agreed = await workshop.agree(workshop.eva);
  invariant(agreed.ok, `another agrees: ${JSON.stringify(agreed)}`);
};
const refused = (type: string) => ({ ok: false, error: { type } });

const order = (by = workshop.ada) =>
  rows(
    `insert into credential_orders (consultation_id, hash, text, made_by, made_at) values ($1, repeat('a', 64), '', $2, now())`,
    ...[workshop.consultation.id, by],
  );
const bring = (status: 'reading' | 'set_up' | 'refused') =>
  rows(
    `insert into credential_uploads (id, consultation_id, status, order_hash, source_hash, brought_by, brought_at, contests,
       credentials, spares, finished_at, problems)
     values (gen_random_uuid(), $1, $2, repeat('a', 64), repeat('b', 64), $3, now(), 1, 2, 1,
       case when $2 = 'reading' then null else now() end, case when $2 = 'refused' then '[]'::json end)`,
    ...[workshop.consultation.id, status, workshop.ada],
  );

describe('a freezing whose salt is lost', () => {
  it('is taken back by two, for a public reason, and the roll is frozen again with another salt', async () => {
    const before = await frozen();
    await order();
    await takenBack();
    const shown = await showRoll(workshop.context, workshop.consultation.id);
    expect(shown.roll).toMatchObject({ status: 'open', version: 1, frozen: null });
    expect(shown.people).toBe(2);
    expect(await rows('select from credential_orders')).toEqual([]);
    expect(await showFreezing(workshop.context, workshop.consultation.id)).toMatchObject({ status: 'taken_back' });
    const after = await freeze();
    expect(after).not.toBe(before);
    const lines = await rows(
      `select event, actor, reason, details from audit_trail where is_public and event like 'roll.%freeze' order by number`,
    );
    const details = { version: 1, count: 2 };
    expect(lines.slice(-3)).toMatchObject([
      { event: 'roll.freeze', details: { ...details, commitment: before } },
      {
        ...{ event: 'roll.unfreeze', actor: workshop.eva, reason: 'Se mojó el sobre con la sal.' },
        details: { ...details, commitment: before },
      },
      { event: 'roll.freeze', details: { ...details, commitment: after } },
    ]);
  });

  it('takes imports again, and the next freezing tells by its version that the roll changed', async () => {
    await frozen();
    await takenBack();
    await workshop.imported(`${two}José Gil,2000-02-29,C2,V-3,cédula,,,,\n`);
    await freeze();
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll).toMatchObject({
      frozen: { version: 2, count: 3 },
    });
  });

  it('is not taken back by one, nor without a reason, nor twice at once', async () => {
    await frozen();
    expect(await propose(' ')).toEqual(refused('reason_missing'));
    expect(await propose()).toMatchObject({ ok: true });
    expect(await propose()).toEqual(refused('already_proposed'));
    expect((await workshop.agree(workshop.ada)).ok).toBe(false);
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll).toMatchObject({ status: 'frozen' });
    expect((await showUnfreezing(workshop.context, workshop.consultation.id)).waiting).not.toBeNull();
  });

  it('stays where codes stand on the site, whenever they came, but for a file that was refused', async () => {
    await frozen();
    await bring('refused');
    expect(await showUnfreezing(workshop.context, workshop.consultation.id)).toMatchObject({ mayPropose: true });
    expect(await propose()).toMatchObject({ ok: true });
    await rows('delete from credential_uploads');
    await bring('reading');
    expect((await workshop.agree(workshop.eva)).ok).toBe(false);
    for (const status of ['reading', 'set_up'] as const) {
      await rows('delete from credential_uploads; delete from two_person_acts');
      await bring(status);
      expect([status, await propose()]).toEqual([status, refused('codes_there')]);
      expect(await showUnfreezing(workshop.context, workshop.consultation.id)).toMatchObject({ mayPropose: false });
    }
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll).toMatchObject({ status: 'frozen' });
  });

  it('stays once the vote was open, and there is none before the roll is frozen', async () => {
    await workshop.imported(two);
    expect(await propose()).toEqual(refused('not_frozen'));
    await freeze();
    for (const status of ['open', 'closed', 'tallying', 'provisional', 'certified', 'annulled']) {
      await rows('update consultations set status = $1', status);
      expect([status, await propose()]).toEqual([status, refused('vote_was_open')]);
    }
    await rows(`update consultations set status = 'frozen'`);
    expect(await propose()).toMatchObject({ ok: true });
  });

  it('is another one once it was frozen anew: what was proposed of the first does nothing', async () => {
    await frozen();
    expect(await propose()).toMatchObject({ ok: true });
    const [proposed] = await rows(`select id, body from two_person_acts where status = 'proposed'`);
    await workshop.agree(workshop.eva);
    const after = await freeze();
    await rows(
      `update two_person_acts set status = 'proposed', decided_by = null, decided_at = null where id = $1`,
      proposed?.['id'],
    );
    expect((await workshop.agree(workshop.eva)).ok).toBe(false);
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll).toMatchObject({
      frozen: { commitment: after },
    });
  });
});
