import { randomUUID } from 'node:crypto';
import { contestMachine, statesBefore } from '@convite/domain';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from '../../src/features/accounts/usecases/two-person-acts.ts';
import { proposeAct } from '../../src/features/accounts/index.ts';
import { closeByClock, proposeClosing, proposeFreezing } from '../../src/features/consultations/index.ts';
import { proposeWholeAnnulment } from '../../src/features/consultations/usecases/annul-consultation.ts';
import { proposeAnnulment } from '../../src/features/consultations/usecases/later-changes.ts';
import { askForArchive, proposeResult } from '../../src/features/results/index.ts';
import { holdConsultation } from '../../src/features/results/store.ts';
import { lastArchive, settleRefused, settleVerified } from '../../src/features/results/store-archives.ts';
import { moveTo } from '../../src/features/results/store-counts.ts';
import { archiveMaterial } from '../../src/features/results/usecases/archive-material.ts';
import { moveContest } from '../../src/features/tally/store.ts';
import { endVote } from '../../src/features/tally/usecases/end-vote.ts';
import { inRefusableTransaction, inTransaction } from '../../src/persistence/database.ts';
import { atFirst, next, type Standing, type Step, type TallyMove, type WalkedAct, walkedActs } from './walk-model.ts';
import { openWalkedRooms, storeWalkedVote, type WalkedRooms, type WalkedVote } from './walked-vote.ts';

let rooms: WalkedRooms;
beforeAll(async () => {
  rooms = await openWalkedRooms();
});
afterAll(() => rooms.close());

const reason = 'Así lo decidió la asamblea.';
const subjectOf = ({ consultation, contests }: WalkedVote, act: WalkedAct): string =>
  act === 'contest.annul 0' ? contests[0] : act === 'contest.annul 1' ? contests[1] : consultation;
const nameOf = (act: WalkedAct): string => act.split(' ', 1)[0] ?? '';

type Answer = { readonly ok: boolean } | undefined;

function propose(vote: WalkedVote, act: WalkedAct): Promise<Answer> {
  const { consultations, results, first: by } = rooms;
  const { consultation: id, territory, slug } = vote;
  switch (act) {
    case 'rule.freeze':
      return proposeFreezing(consultations, id, reason, by);
    case 'vote.open':
      return inRefusableTransaction(consultations.database, async (tx) => {
        const living = await rooms.rows(`select from contests where consultation_id = $1 and status <> 'annulled'`, id);
        const hours = { opensAt: vote.before.getTime(), closesAt: vote.closes.getTime(), zone: 'America/Caracas' };
        const body = { slug, title: { es: 'Paseo' }, contests: living.length, ...hours };
        return await proposeAct(tx, {
          ...{ id: randomUUID(), act: 'vote.open', territory, subject: id, body, reason, by },
          now: rooms.clock.now,
        });
      });
    case 'vote.close':
      return proposeClosing(consultations, id, { by, reason });
    case 'result.publish':
      return proposeResult(results, id, 'provisional', { by, reason });
    case 'result.certify':
      return proposeResult(results, id, 'certified', { by, reason });
    case 'consultation.annul':
      return proposeWholeAnnulment(consultations, id, { by, reason });
    case 'contest.annul 0':
    case 'contest.annul 1':
      return proposeAnnulment(consultations, id, subjectOf(vote, act), { by, reason });
  }
}

/** Decides on the newest proposal of an act, even on one that was decided; where there is none, on one that never was. */
async function decideOn(vote: WalkedVote, act: WalkedAct, move: 'agree' | 'withdraw', by: string): Promise<Answer> {
  const [found] = await rooms.rows(
    `select id from two_person_acts where act = $1 and subject = $2 order by status = 'proposed' desc limit 1`,
    ...[nameOf(act), subjectOf(vote, act)],
  );
  const id = found === undefined ? randomUUID() : String(found['id']);
  return await decide(rooms.accounts, { id, move, by, reason: undefined });
}

/** As the jobs of tally and count do. */
const moveOne = (contest: string, move: TallyMove): Promise<Answer> =>
  inTransaction(rooms.tally.database, async (tx) => {
    if (move === 'withhold' || move === 'tally') return { ok: await moveContest(tx, contest, 'closed', move) };
    const to = contestMachine.moves.tallied[move];
    invariant(to !== undefined, 'what was tallied is counted, or waits for lots');
    await moveTo(tx, [contest], statesBefore(move), to);
    return undefined;
  });

/** As the job does that makes archives. */
const settleArchive = ({ consultation }: WalkedVote, move: 'verify' | 'refuse'): Promise<Answer> =>
  inTransaction(rooms.results.database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    const last = await lastArchive(tx, consultation);
    if (held === undefined || last === undefined) return { ok: false };
    const now = rooms.clock.now;
    if (move === 'refuse') return { ok: await settleRefused(tx, last.id, { type: 'crashed' }, now) };
    const { rowsHash } = await archiveMaterial(tx, held, last.stage);
    const hashes = { rowsHash, sha256: rowsHash, manifestHash: rowsHash, indexHash: rowsHash };
    return { ok: await settleVerified(tx, last.id, { ...hashes, bytes: 1 }, now) };
  });

async function act(vote: WalkedVote, step: Step): Promise<Answer> {
  const isAboutClosing = step.do === 'close by the clock' || ('act' in step && step.act === 'vote.close');
  rooms.clock.now = isAboutClosing ? vote.after : vote.before;
  switch (step.do) {
    case 'propose':
      return await propose(vote, step.act);
    case 'agree':
      return await decideOn(vote, step.act, 'agree', rooms[step.by]);
    case 'withdraw':
      return await decideOn(vote, step.act, 'withdraw', rooms.first);
    case 'close by the clock':
      await closeByClock(rooms.consultations, vote.consultation);
      return undefined;
    case 'begin the tally':
      await endVote(rooms.tally, vote.consultation, { signal: new AbortController().signal });
      return undefined;
    case 'move a contest':
      return await moveOne(vote.contests[step.contest], step.move);
    case 'ask for an archive':
      return await askForArchive(rooms.results, vote.consultation);
    case 'settle the archive':
      return await settleArchive(vote, step.move);
  }
}

/** Every row that a step may write. */
async function allRows(): Promise<unknown> {
  const tables = [
    'consultations',
    'contests',
    'contest_templates',
    'two_person_acts',
    'audit_trail',
    'result_archives',
  ];
  const all = [...tables, 'graphile_worker._private_jobs'].map(
    (table) => `select to_jsonb(t)::text as row from ${table} t`,
  );
  const [found] = await rooms.rows(
    `select md5(string_agg(row, ' ' order by row)) as rows from (${all.join(' union all ')}) a`,
  );
  return found?.['rows'];
}

/** Where a vote stands by its rows, as a model shows itself. */
async function stored({ consultation, contests }: WalkedVote): Promise<unknown> {
  const [found] = await rooms.rows(
    `select (select status from consultations where id = $1) as consultation,
       array(select status from contests where id = any($2) order by array_position($2, id)) as contests,
       array(select act || case when subject = any($2::text[]) then ' ' || array_position($2::text[], subject) - 1 else '' end
         from two_person_acts where status = 'proposed' and subject = any($1::text || $2::text[]) order by 1) as waiting,
       array(select stage || ' ' || status from result_archives where consultation_id = $1 order by number) as archives,
       (select count(*)::int from audit_trail where subject = any($1::text || $2::text[])) as lines`,
    ...[consultation, [...contests]],
  );
  return found;
}

const shown = ({ consultation, contests, waiting, archives, lines }: Standing): unknown => ({
  ...{ consultation, contests, waiting: [...waiting.keys()].toSorted(), lines },
  archives: archives.map(({ stage, status }) => `${stage} ${status}`),
});

/** Tries a step, and finds that it does what the tables say. @returns where the vote stands then */
async function tryStep(vote: WalkedVote, at: Standing, step: Step): Promise<Standing> {
  const expected = next(at, step);
  const before = expected === undefined ? await allRows() : undefined;
  const answer = await act(vote, step);
  if (answer !== undefined) expect(answer).toMatchObject({ ok: expected !== undefined });
  if (expected === undefined) expect(await allRows()).toBe(before);
  expect(await stored(vote)).toEqual(shown(expected ?? at));
  return expected ?? at;
}

class Try implements fc.AsyncCommand<{ at: Standing }, WalkedVote> {
  readonly #step: Step;
  constructor(step: Step) {
    this.#step = step;
  }
  // What is not allowed is tried too.
  check(): boolean {
    return true;
  }
  async run(model: { at: Standing }, vote: WalkedVote): Promise<void> {
    model.at = await tryStep(vote, model.at, this.#step);
  }
  toString(): string {
    return JSON.stringify(this.#step);
  }
}

const bothPeople = (name: WalkedAct): readonly Step[] => [
  { do: 'propose', act: name },
  { do: 'agree', act: name, by: 'second' },
];
/** The life of a vote. Three proposals wait all along: in later states nobody can agree on them. */
const beginning: readonly Step[] = [
  { do: 'propose', act: 'consultation.annul' },
  ...bothPeople('rule.freeze'),
  { do: 'propose', act: 'contest.annul 0' },
  ...bothPeople('vote.open'),
  { do: 'propose', act: 'vote.open' },
];
const wholeLife: readonly Step[] = [
  ...beginning,
  { do: 'close by the clock' },
  { do: 'begin the tally' },
  { do: 'move a contest', contest: 0, move: 'tally' },
  { do: 'move a contest', contest: 1, move: 'tally' },
  { do: 'move a contest', contest: 0, move: 'count' },
  { do: 'move a contest', contest: 1, move: 'require_lots' },
  { do: 'move a contest', contest: 1, move: 'count' },
  { do: 'ask for an archive' },
  { do: 'settle the archive', move: 'verify' },
  ...bothPeople('result.publish'),
  { do: 'ask for an archive' },
  { do: 'settle the archive', move: 'verify' },
  ...bothPeople('result.certify'),
];
const endedEarly: readonly Step[] = [
  ...beginning,
  { do: 'withdraw', act: 'consultation.annul' },
  ...bothPeople('consultation.annul'),
];

const allSteps: readonly Step[] = [
  ...walkedActs.flatMap((name): readonly Step[] => [
    ...bothPeople(name),
    { do: 'agree', act: name, by: 'first' },
    { do: 'withdraw', act: name },
  ]),
  ...(['close by the clock', 'begin the tally', 'ask for an archive'] as const).map((what) => ({ do: what })),
  ...([0, 1] as const).flatMap((contest) =>
    (['withhold', 'tally', 'require_lots', 'count'] as const).map((move): Step => ({
      do: 'move a contest',
      contest,
      move,
    })),
  ),
  { do: 'settle the archive', move: 'verify' },
  { do: 'settle the archive', move: 'refuse' },
];

it.each([
  ['certified', wholeLife],
  ['annulled', endedEarly],
] as const)('on its way to be %s a vote refuses, in each state, all that its tables do not list', async (end, life) => {
  const vote = await storeWalkedVote(rooms);
  let [at, looked]: [Standing, string | undefined] = [atFirst, undefined];
  for (const step of [...life, undefined]) {
    if (at.consultation !== looked) {
      for (const one of allSteps.filter((other) => next(at, other) === undefined)) await tryStep(vote, at, one);
    }
    looked = at.consultation;
    if (step !== undefined) at = await tryStep(vote, at, step);
  }
  expect(at.consultation).toBe(end);
});

it('a vote goes where its tables say, whatever is tried in whatever order', async () => {
  const walks = fc.commands([fc.constantFrom(...allSteps).map((step) => new Try(step))], {
    ...{ maxCommands: 30, size: 'max' },
  });
  await fc.assert(
    // By chance alone few come far: a walk begins somewhere on the way.
    fc.asyncProperty(fc.nat({ max: wholeLife.length }), walks, async (lead, steps) => {
      await fc.asyncModelRun(async () => {
        const [model, real] = [{ at: atFirst }, await storeWalkedVote(rooms)];
        for (const step of wholeLife.slice(0, lead)) model.at = await tryStep(real, model.at, step);
        return { model, real };
      }, steps);
    }),
    { seed: 4, numRuns: 15, endOnFailure: true },
  );
});
