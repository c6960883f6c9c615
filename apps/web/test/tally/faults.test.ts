import { bytesSource, Misread, readText } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { decryptionFile, type DecryptionFile, makeAnswer, readAnswer } from '@convite/trustee';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { closeByClock } from '../../src/features/consultations/index.ts';
import { checkAnswer } from '../../src/features/tally/usecases/check-answer.ts';
import { endVote, resumeTallies } from '../../src/features/tally/usecases/end-vote.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import {
  answerBytes,
  bringBytes,
  closeVote,
  machineOf,
  outcomesOf,
  trusteeAccounts,
  trusteeTurn,
  workOf,
} from './opened-city.ts';
import { answerFor, countEvents } from './part-races.ts';
import { verified } from './verified-board.ts';
import { comesTrue } from '../until.ts';
import { sealVote, type VotedCity, voteInCity } from './voted-city.ts';

let site: TestSite;
let voted: VotedCity;
beforeAll(async () => {
  site = await openTestSite();
  voted = await voteInCity(site);
}, 120_000);
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const statusOf = async (contest: string): Promise<unknown> =>
  (await rows('select status from contests where id = $1', contest))[0]?.['status'];
const never = new AbortController().signal;

describe('the end of a vote', () => {
  test('is asked for at its hour, and again where that moved', async () => {
    await closeByClock(site.site.consultations, voted.consultation);
    const [job] = await rows(
      `select run_at > now() + interval '50 minutes' as later from graphile_worker.jobs where key = $1`,
      `close-vote:${voted.consultation}`,
    );
    expect(job).toEqual({ later: true });
    expect(await statusOf(voted.totals)).toBe('open');
  });

  test('takes ballots up to it, none after, whatever comes at the same moment; each receipt is true', async () => {
    const late = [...voted.codes['PS-2'].slice(3)];
    const texts = await Promise.all(late.map((code, i) => sealVote(voted, voted.few, code, [i % 3])));
    const casts = texts.slice(0, 4).map((text) => castBallot(site.site.ballots.casting, voted.few, text));
    // A board that is not the one that people saw: another byte, whatever it was.
    await rows(
      `update board_payloads set bytes = set_byte(bytes, length(bytes) - 31, get_byte(bytes, length(bytes) - 31) # 1)
       where contest_id = $1 and height = 3 and place = 0`,
      voted.totals,
    );
    const [outcomes] = await Promise.all([Promise.all(casts), closeVote(voted)]);
    for (const text of texts.slice(4)) {
      const after = await castBallot(site.site.ballots.casting, voted.few, text);
      expect(after).toMatchObject({ ok: false, error: { type: 'closed' } });
    }
    const recorded = outcomes.filter((outcome) => outcome.ok).length;
    const [board] = await rows(
      `select count(*) filter (where type = 'Ballot')::int as ballots,
         max(height) filter (where type = 'Ballot') < min(height) filter (where type = 'EndBallots') as before
       from board_events where contest_id = $1`,
      voted.few,
    );
    expect(board).toEqual({ ballots: 3 + recorded, before: true });
    expect(await verified(site, voted.few)).toMatchObject({ answer: 'accepted' });
  });

  test('is told of a board that fails a check, with the place, and keeps no other from going on', async () => {
    const faults = await rows(`select contest_id, failure->>'check' as check from tally_faults`);
    expect(faults).toEqual([{ contest_id: voted.totals, check: 'container.hashes' }]);
    expect(await statusOf(voted.few)).toBe('withheld');
    const [whole] = await rows('select state from elections where contest_id = $1', voted.whole);
    expect(whole).toEqual({ state: 'tallied' });
    const page = await (await voted.crew.organiser.get('/org/c/obras/tally')).text();
    expect(page).toContain('El tablero de una papeleta no pasa una comprobación');
    expect(page).toContain('container.hashes');
    const [told] = await rows(`select is_public from audit_trail where event = 'tally.refused'`);
    expect(told).toEqual({ is_public: true });
  });

  test('is looked at once more when somebody asks, and goes on once the board is right again', async () => {
    expect((await voted.crew.reviewer.post('/org/c/obras/tally/again')).status).toBe(403);
    await mend(voted.totals);
    expect((await voted.crew.organiser.post('/org/c/obras/tally/again')).status).toBe(303);
    await comesTrue(async () => (await rows('select from tally_faults')).length === 0);
    await comesTrue(
      async () =>
        (await rows('select from tallies where bytes is not null and contest_id = $1', voted.totals)).length === 1,
    );
  });

  test('done once more changes nothing, and a server that stops leaves it to another', async () => {
    const before = await rows('select contest_id, height, hash from board_events order by 1, 2');
    await endVote(site.site.tally, voted.consultation, { signal: never });
    expect(await rows('select contest_id, height, hash from board_events order by 1, 2')).toEqual(before);
    await rows('update tallies set bytes = null, sha256 = null, crc32 = null where contest_id = $1', voted.whole);
    await expect(endVote(site.site.tally, voted.consultation, { signal: AbortSignal.abort() })).rejects.toThrow(
      'another goes on',
    );
    // As the next server does when it starts.
    await resumeTallies(site.site.tally);
    await comesTrue(async () => (await rows('select from tallies where bytes is not null')).length === 2);
  });
});

/** Puts the byte back that was changed, as a backup would. */
async function mend(contest: string): Promise<void> {
  const [payload] = await rows(
    'select bytes, hash from board_payloads where contest_id = $1 and height = 3 and place = 0',
    contest,
  );
  const bytes: unknown = payload?.['bytes'];
  invariant(bytes instanceof Uint8Array, 'the payload is there');
  const at = bytes.length - 31;
  for (let byte = 0; byte < 256; byte++) {
    bytes[at] = byte;
    if (Buffer.from(nodeSha256.sha256(bytes)).toString('hex') !== payload?.['hash']) continue;
    await rows(
      'update board_payloads set bytes = $2 where contest_id = $1 and height = 3 and place = 0',
      contest,
      bytes,
    );
    return;
  }
  throw new Error('no byte fits');
}

describe('what a trustee brings', () => {
  const accountOf = async (): Promise<string> => (await trusteeAccounts(voted))[0] ?? '';
  const bring = async (bytes: Uint8Array): Promise<Readonly<Record<string, string>>> => {
    const brought = await bringBytes(voted, bytes, await accountOf());
    invariant(brought.ok, 'the answer is taken');
    lastAnswer = brought.value;
    return await outcomesOf(voted, brought.value);
  };
  let lastAnswer = '';
  /** The decryption of the first trustee, with something else in it. */
  async function altered(change: (file: DecryptionFile) => DecryptionFile, id = voted.totals): Promise<Uint8Array> {
    const read = await readAnswer(bytesSource(await answerFor(voted, 1, voted.totals)), nodeSha256);
    invariant(read.ok, 'answers are made in their form');
    const [contest] = read.value.list.contests;
    const made = contest === undefined ? undefined : await read.value.answer(contest);
    invariant(made?.ok === true && made.value.kind === 'decryption', 'totals are decrypted');
    const text = `${decryptionFile.write(change(made.value.file))}\n`;
    invariant(!(readText(decryptionFile, text) instanceof Misread), 'it keeps its form');
    const { work } = read.value.list;
    return await answerBytes(
      await makeAnswer({ work, owner: 1, contests: [{ id, kind: 'decryption', text }] }, nodeSha256),
    );
  }
  const other = (text: string): string =>
    text.replace(/\d(?="\}?\]?\}?\]?\}?$)/u, (digit) => (digit === '1' ? '2' : '1'));

  test.each<readonly [string, (file: DecryptionFile) => DecryptionFile, string, string]>([
    [
      'a proof that does not hold',
      (file) => ({ ...file, decryption: other(file.decryption) }),
      'refused',
      'decryption.proofs',
    ],
    [
      'a strong proof that does not hold',
      (file) => ({ ...file, section: { ...file.section, proof: { ...file.section.proof, response: '1' } } }),
      'refused',
      'side.proofs',
    ],
    [
      'a section of another head',
      (file) => ({ ...file, section: { ...file.section, head: '0'.repeat(64) } }),
      'refused',
      'side.sections',
    ],
    ['another election', (file) => ({ ...file, uuid: 'CaLLeCedro1234' }), 'refused', 'answer.election'],
    ['another owner inside', (file) => ({ ...file, owner: 2 }), 'refused', 'answer.owner'],
    ['an earlier board', (file) => ({ ...file, head: '0'.repeat(64) }), 'stale', ''],
  ])('with %s is not taken, and the check is named', async (_, change, outcome, check) => {
    expect(await bring(await altered(change))).toEqual({ [voted.totals]: outcome });
    const [item] = await rows(
      `select failure->>'check' as check from tally_answer_items where answer_id = $1`,
      lastAnswer,
    );
    if (check !== '') expect(item).toEqual({ check });
    expect(await countEvents(voted, voted.totals)).toEqual([]);
  });

  test('for a contest that is not there, or of another consultation, is told as such', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await bring(await altered((file) => file, id))).toEqual({ [id]: 'unknown' });
  });

  test('before the shuffles are done is told to wait', async () => {
    expect(await bring(await altered((file) => file, voted.whole))).toEqual({ [voted.whole]: 'stale' });
  });

  test('is looked at by another server where the first one stopped', async () => {
    const brought = await bringBytes(voted, await answerFor(voted, 1, voted.totals), await accountOf());
    invariant(brought.ok, 'the answer is taken');
    await outcomesOf(voted, brought.value);
    // As if the first server had been killed between the append and its note.
    await rows('update tally_answers set finished_at = null where id = $1', brought.value);
    await expect(checkAnswer(site.site.tally, brought.value, { signal: AbortSignal.abort() })).rejects.toThrow(
      'another goes on',
    );
    await checkAnswer(site.site.tally, brought.value, { signal: never });
    expect(await countEvents(voted, voted.totals)).toEqual(['PartialDecryption']);
    expect(await outcomesOf(voted, brought.value)).toEqual({ [voted.totals]: 'taken' });
  });

  test('for a contest that was annulled meanwhile is not needed', async () => {
    const answer = await answerFor(voted, 2, voted.totals);
    await rows(`update contests set status = 'annulled' where id = $1`, voted.totals);
    expect(await bring(answer)).toEqual({ [voted.totals]: 'not_needed' });
    expect(await trusteeTurn(voted, await machineOf(voted, 3), 3)).toEqual({ [voted.whole]: 'taken' });
    expect(await workOf(voted, 3)).toBeUndefined();
  });

  test('of a trustee whose place is another account’s is refused whole', async () => {
    const accounts = await trusteeAccounts(voted);
    await rows(
      `with made as (
         insert into ceremonies (id, consultation_id, status, crypto_group, size, threshold, begun_by, begun_at, list_hash)
         select gen_random_uuid(), $1, 'assembled', 'Ed25519', 3, 2, $2, now(), hash from consultation_trustees returning id
       ) insert into ceremony_places (ceremony_id, place, account_id, name)
         select id, n, ($3::uuid[])[n], 'Custodio ' || n from made, generate_series(1, 3) n`,
      voted.consultation,
      accounts[0],
      accounts,
    );
    const work = await workOf(voted, 1);
    invariant(work !== undefined, 'whole ballots wait');
    const answer = await answerBytes(await (await machineOf(voted, 1)).pass(work));
    expect(await bringBytes(voted, answer, accounts[1] ?? '')).toEqual({
      ok: false,
      error: { type: 'other_trustee', owner: 1 },
    });
    expect(await bringBytes(voted, answer, accounts[0] ?? '')).toMatchObject({ ok: true });
  });
});
