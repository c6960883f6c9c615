import { moved, rollMachine, type RollMove, type RollState, rollStates } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { proposeAddition } from '../../src/features/rolls/usecases/add-person.ts';
import { applyImport, requestApply } from '../../src/features/rolls/usecases/apply-import.ts';
import { askToFreeze, showFreezing } from '../../src/features/rolls/usecases/ask-to-freeze.ts';
import { makeCommitment } from '../../src/features/rolls/usecases/make-commitment.ts';
import { proposeFreeze } from '../../src/features/rolls/usecases/propose-freeze.ts';
import { proposeUnfreezing } from '../../src/features/rolls/usecases/take-back-freezing.ts';
import { writeEligibility } from '../../src/features/rolls/usecases/write-eligibility.ts';
import { attempt, eligibility, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
  // Whoever is added needs spare codes; those belong to elections, which are no matter of the roll.
  await workshop.fresh.pool.query(`update contests set status = 'annulled'`);
});
afterEach(() => workshop.clear());
afterAll(() => workshop.close());

const ana = 'Ana Ríos,1990-01-02,C1,V-1,identity_document,,,,\n';
const luis = {
  name: 'Luis Paz',
  birth_date: '1985-03-04',
  territory: 'C2',
  document: 'V-2',
  proof: 'identity_document',
};

/** Puts the roll where it stands by the table, without any of the ways that lead there. */
const standIn = (state: RollState) =>
  workshop.fresh.pool.query(
    `update rolls set status = $1, frozen_at = case $1 when 'frozen' then now() end,
       frozen_version = case $1 when 'frozen' then version end, frozen_count = case $1 when 'frozen' then 1 end,
       commitment = case $1 when 'frozen' then repeat('c', 64) end`,
    [state],
  );

/** What a move may write of the roll. */
async function standing(): Promise<string> {
  const texts = (['rolls', 'roll_versions', 'roll_entries', 'roll_sizes'] as const).map(async (table) => {
    const { rows } = await workshop.fresh.pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`);
    return `${table} ${rows.map(({ row }) => String(row)).join('\n')}`;
  });
  return (await Promise.all(texts)).join('\n');
}

async function committed(): Promise<string> {
  const { context, consultation, ada } = workshop;
  const asked = await askToFreeze(context, consultation, 'Está completo.', ada);
  invariant(asked.ok, 'it may be asked for');
  await makeCommitment(context, asked.value, attempt);
  const commitment = (await showFreezing(context, consultation.id))?.commitment;
  invariant(commitment != null, 'the commitment is made');
  return commitment;
}
const propose = async (commitment: string) =>
  proposeFreeze(workshop.context, workshop.consultation, commitment, workshop.ada);
const add = () => {
  const texts = { ...luis, email: '', language: '', told_apart: '' };
  return proposeAddition(workshop.context, workshop.consultation, texts, 'Faltaba.', workshop.ada);
};
const takeBack = () =>
  proposeUnfreezing(workshop.context, workshop.consultation, { by: workshop.ada, reason: 'Se perdió la sal.' });

/** What people and jobs do with a roll: the state in which it is got ready, and the act, which need not be done there. */
const does: readonly {
  readonly what: string;
  readonly move: RollMove;
  readonly readyIn: RollState;
  readonly ready: () => Promise<() => Promise<boolean>>;
  /** It only prepares the move: the roll stays where it is. */
  readonly asks?: true;
}[] = [
  {
    ...{ what: 'to write who may vote', move: 'write', readyIn: 'open' },
    ready: async () => async () =>
      (
        await writeEligibility(
          workshop.context,
          workshop.consultation,
          { ...eligibility, minimumAge: 16 },
          workshop.ada,
        )
      ).ok,
  },
  {
    ...{ what: 'to ask that a file be applied', move: 'import', readyIn: 'open', asks: true },
    async ready() {
      const { given } = await workshop.bring(`${heading}${ana}`);
      return async () => (await requestApply(workshop.context, workshop.consultation.id, given.id, workshop.ada)).ok;
    },
  },
  {
    ...{ what: 'the job that applies a file', move: 'import', readyIn: 'open' },
    async ready() {
      const { given } = await workshop.bring(`${heading}${ana.replace('Ríos', 'Ruiz')}`);
      invariant(
        (await requestApply(workshop.context, workshop.consultation.id, given.id, workshop.ada)).ok,
        'it may be applied',
      );
      return async () => {
        const before = await standing();
        await applyImport(workshop.context, given.id);
        return (await standing()) !== before;
      };
    },
  },
  {
    ...{ what: 'to ask for a commitment', move: 'freeze', readyIn: 'open', asks: true },
    ready: async () => async () =>
      (await askToFreeze(workshop.context, workshop.consultation, 'Está completo.', workshop.ada)).ok,
  },
  {
    ...{ what: 'to propose to freeze it', move: 'freeze', readyIn: 'open', asks: true },
    async ready() {
      const commitment = await committed();
      return async () => (await propose(commitment)).ok;
    },
  },
  {
    ...{ what: 'to agree to freeze it', move: 'freeze', readyIn: 'open' },
    async ready() {
      invariant((await propose(await committed())).ok, 'it may be proposed');
      return async () => (await workshop.agree(workshop.eva)).ok;
    },
  },
  {
    ...{ what: 'to propose a person', move: 'add', readyIn: 'frozen', asks: true },
    ready: async () => async () => (await add()).ok,
  },
  {
    ...{ what: 'to agree to a person', move: 'add', readyIn: 'frozen' },
    async ready() {
      invariant((await add()).ok, 'it may be proposed');
      return async () => (await workshop.agree(workshop.eva)).ok;
    },
  },
  {
    ...{ what: 'to propose that its freezing be taken back', move: 'take_back', readyIn: 'frozen', asks: true },
    ready: async () => async () => (await takeBack()).ok,
  },
  {
    ...{ what: 'to agree that its freezing be taken back', move: 'take_back', readyIn: 'frozen' },
    async ready() {
      invariant((await takeBack()).ok, 'it may be proposed');
      return async () => (await workshop.agree(workshop.eva)).ok;
    },
  },
];

describe.each(rollStates)('a roll that is %s', (state) => {
  it.each(does)('finds in $what what its table says, or nothing of it is written', async (one) => {
    await workshop.imported(`${heading}${ana}`);
    await standIn(one.readyIn);
    const act = await one.ready();
    await standIn(state);
    const before = await standing();
    const next = moved(rollMachine, state, one.move);
    expect(await act()).toBe(next.ok);
    const { rows } = await workshop.fresh.pool.query('select status from rolls');
    expect(rows).toEqual([{ status: next.ok && one.asks !== true ? next.value : state }]);
    expect((await standing()) === before).toBe(!next.ok || one.asks === true);
  });
});
