import { credentialMachine, type CredentialMove, credentialStates, type CredentialState, moved } from '@convite/domain';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { castBallot, releaseSpare } from '../../src/features/ballots/index.ts';
import { credentialStandings } from '../../src/features/ballots/store-board.ts';
import { inRefusableTransaction } from '../../src/persistence/database.ts';
import { openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { sealBallot } from './sealed-election.ts';

const room = await openBallotsRoom();
afterAll(() => room.close());
const { casting, context } = room.ballots;

type Letter = OpenContest['election']['letters'][number];
/** `done`, or why not. */
type Answer = string;

async function cast({ contest, election }: OpenContest, { credential }: Letter): Promise<Answer> {
  const answer = await castBallot(casting, contest, await sealBallot(election.electionText, credential, 1));
  return answer.ok ? 'done' : answer.error.type;
}

async function release({ contest }: OpenContest, lost: Letter | null, spare: Letter): Promise<Answer> {
  const codes = { lost: lost?.publicCredential ?? null, spare: spare.publicCredential };
  const answer = await inRefusableTransaction(context.database, (tx) =>
    releaseSpare(tx, { contest, ...codes }, room.clock.now),
  );
  return answer.ok ? 'done' : answer.error.type;
}

async function stateOf({ contest }: OpenContest, { publicCredential }: Letter): Promise<CredentialState> {
  const standings = await credentialStandings(context.database, contest, [publicCredential]);
  return standings.get(publicCredential)?.state ?? 'made';
}

/** Everything that a move may write. */
async function standing({ contest }: OpenContest): Promise<string> {
  const tables = ['elections', 'public_credentials', 'board_events', 'board_ballots'] as const;
  const texts = tables.map(async (table) => {
    const { rows } = await room.database.pool.query(
      `select to_jsonb(t)::text as row from ${table} t where contest_id = $1 order by 1`,
      [contest],
    );
    return rows.map(({ row }) => String(row)).join('\n');
  });
  return (await Promise.all(texts)).join('\n\n');
}

const at = (letters: readonly Letter[], i: number): Letter => {
  const letter = letters[i];
  invariant(letter !== undefined, 'there are so many letters');
  return letter;
};

/** A contest with one letter in a state; another that somebody has, and two spares besides, are as they were made. */
async function letterIn(state: CredentialState) {
  const vote = await openContest(room, 5, { spares: 3 });
  const { letters } = vote.election;
  const [given, other, spare, free, next] = [0, 1, 2, 3, 4].map((i) => at(letters, i));
  invariant(given && other && spare && free && next, 'there are five');
  if (state === 'used') expect(await cast(vote, given)).toBe('done');
  if (state === 'void') expect(await release(vote, given, next)).toBe('done');
  const elsewhere = state === 'made' ? at((await openContest(room, 1)).election.letters, 0) : undefined;
  const letter = elsewhere ?? (state === 'spare' ? spare : given);
  expect(await stateOf(vote, letter)).toBe(state);
  return { vote, letter, other, free };
}

/** What is done with a letter, which move of the table that is, and what is answered where there is none. */
const does: readonly {
  readonly what: string;
  readonly move: CredentialMove;
  readonly act: (given: Awaited<ReturnType<typeof letterIn>>) => Promise<Answer>;
  readonly refused: (state: CredentialState) => string;
}[] = [
  {
    what: 'to cast with it',
    move: 'cast',
    act: ({ vote, letter }) => cast(vote, letter),
    refused: (state) => (state === 'made' ? 'unknown_credential' : 'void_credential'),
  },
  {
    what: 'to replace it, since it is lost',
    move: 'void',
    act: ({ vote, letter, free }) => release(vote, letter, free),
    refused: (state) =>
      state === 'made' ? 'unknown_credential' : state === 'used' ? 'credential_used' : 'credential_void',
  },
  {
    what: 'to give it to somebody who was added',
    move: 'give',
    act: ({ vote, letter }) => release(vote, null, letter),
    refused: () => 'no_free_spare',
  },
  {
    what: 'to give it in the place of another',
    move: 'give',
    act: ({ vote, letter, other }) => release(vote, other, letter),
    refused: () => 'no_free_spare',
  },
];

describe.each(credentialStates)('a credential that is %s', (state) => {
  it.each(does)('finds in $what what its table says, or nothing is written', async ({ move, act, refused }) => {
    const given = await letterIn(state);
    const before = await standing(given.vote);
    // What is only made is in no list yet: the server gives it to nobody.
    const next = state === 'made' ? undefined : moved(credentialMachine, state, move);
    const answer = await act(given);
    if (next?.ok === true) {
      expect([answer, await stateOf(given.vote, given.letter)]).toEqual(['done', next.value]);
      return;
    }
    expect(answer).toBe(refused(state));
    expect(await standing(given.vote)).toBe(before);
  });
});

it('cannot be void in the database while nobody has it', async () => {
  const { vote, letter } = await letterIn('spare');
  const { contest } = vote;
  await expect(
    room.database.pool.query(
      'update public_credentials set voided_at = now() where contest_id = $1 and credential = $2',
      [contest, letter.publicCredential],
    ),
  ).rejects.toThrow('public_credentials_void_was_given');
});

const letter = fc.nat({ max: 4 });
const step = fc.oneof(
  fc.record({ do: fc.constant('cast' as const), one: letter }),
  fc.record({ do: fc.constant('replace' as const), one: letter, spare: letter }),
  fc.record({ do: fc.constant('add' as const), spare: letter }),
);

it('goes through a vote as a model made from the table alone, whatever is tried', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const vote = await openContest(room, 5, { spares: 2 });
      const { letters } = vote.election;
      const model: CredentialState[] = letters.map((_, i) => (i < 3 ? 'given' : 'spare'));
      const after = (i: number, move: CredentialMove): CredentialState | undefined => {
        const next = moved(credentialMachine, model[i] ?? 'made', move);
        return next.ok ? next.value : undefined;
      };
      for (const one of steps) {
        const before = await standing(vote);
        const changes: readonly (readonly [number, CredentialState | undefined])[] =
          one.do === 'cast'
            ? [[one.one, after(one.one, 'cast')]]
            : [
                ...(one.do === 'replace' ? [[one.one, after(one.one, 'void')] as const] : []),
                [one.spare, after(one.spare, 'give')],
              ];
        const answer =
          one.do === 'cast'
            ? await cast(vote, at(letters, one.one))
            : await release(vote, one.do === 'replace' ? at(letters, one.one) : null, at(letters, one.spare));
        const isAllowed = changes.every(([, state]) => state !== undefined);
        expect(answer === 'done').toBe(isAllowed);
        for (const [i, state] of changes) if (isAllowed && state !== undefined) model[i] = state;
        if (!isAllowed) expect(await standing(vote)).toBe(before);
        expect(await Promise.all(letters.map((each) => stateOf(vote, each)))).toEqual(model);
      }
    }),
    { numRuns: 12 },
  );
});
