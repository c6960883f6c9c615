import { moved, rollImportMachine, type RollImportMove, rollImportStates, type RollImportState } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyImport, requestApply, withdrawImport } from '../../src/features/rolls/usecases/apply-import.ts';
import { askToFreeze } from '../../src/features/rolls/usecases/ask-to-freeze.ts';
import { readImport } from '../../src/features/rolls/usecases/read-import.ts';
import { attempt, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterEach(() => workshop.clear());
afterAll(() => workshop.close());

const file = `${heading}Ana Ríos,1990-01-02,C1,V-1,identity_document,,,,\nLuis Paz,1985-03-04,C2,V-2,identity_document,,,,\n`;

/** Everything that a move may write: the file and what was read of it, the roll, the trail and what jobs are asked for. */
async function standing(): Promise<string> {
  const tables = [
    'roll_imports',
    'brought_pieces',
    'roll_staging',
    'problem_lists',
    'rolls',
    'roll_entries',
    'audit_trail',
  ] as const;
  const texts = [...tables, 'graphile_worker._private_jobs'].map(async (table) => {
    const { rows } = await workshop.fresh.pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`);
    return `${table} ${rows.map(({ row }) => String(row)).join('\n')}`;
  });
  return (await Promise.all(texts)).join('\n');
}

/** A file that was read and stands in a state, with its bytes as where it is still to be read. */
async function broughtTo(state: RollImportState): Promise<string> {
  const { given } = await workshop.bring(file);
  invariant(given.status === 'ready', 'the file is sound');
  const { pool } = workshop.fresh;
  await pool.query('update roll_imports set status = $2 where id = $1', [given.id, state]);
  await pool.query('insert into brought_pieces values ($1, 0, $2)', [given.id, Buffer.from(file)]);
  return given.id;
}

const stateOf = async (id: string): Promise<string> => {
  const { rows } = await workshop.fresh.pool.query('select status from roll_imports where id = $1', [id]);
  return String(rows[0]?.status);
};

/** What people and jobs do with a file, and where it leads by the table; undefined: nowhere. */
const does: readonly {
  readonly what: string;
  readonly moves: readonly [RollImportMove, ...RollImportMove[]];
  readonly act: (id: string) => Promise<{ readonly ok: boolean } | void>;
}[] = [
  {
    what: 'to ask for it to be applied',
    moves: ['apply'],
    act: (id) => requestApply(workshop.context, workshop.consultation.id, id, workshop.eva),
  },
  {
    what: 'to let it go',
    moves: ['withdraw'],
    act: (id) => withdrawImport(workshop.context, workshop.consultation.id, id, workshop.eva),
  },
  { what: 'the job that reads', moves: ['read', 'compare'], act: (id) => readImport(workshop.context, id, attempt) },
  { what: 'the job that applies', moves: ['finish'], act: (id) => applyImport(workshop.context, id) },
];

describe.each(rollImportStates)('a file that is %s', (state) => {
  it.each(does)('finds in $what what its table says, or nothing is written', async ({ moves, act }) => {
    const id = await broughtTo(state);
    const before = await standing();
    const answer = await act(id);
    const first = moved(rollImportMachine, state, moves[0]);
    if (!first.ok) {
      expect(answer ?? { ok: false }).toMatchObject({ ok: false });
      expect(await standing()).toBe(before);
      return;
    }
    expect(answer ?? { ok: true }).toMatchObject({ ok: true });
    const end = moves.reduce<RollImportState>((from, move) => {
      const next = moved(rollImportMachine, from, move);
      invariant(next.ok, 'what a job goes on with is in the table');
      return next.value;
    }, state);
    expect(await stateOf(id)).toBe(end);
  });

  it('keeps the roll from being frozen while it is on its way, and no longer', async () => {
    await workshop.imported(file);
    await broughtTo(state);
    const { consultation, context, ada } = workshop;
    const asked = await askToFreeze(context, consultation, 'Está completo.', ada);
    const waits = Object.keys(rollImportMachine.moves[state]).length > 0;
    expect(!asked.ok && asked.error.type === 'import_waits').toBe(waits);
  });
});
