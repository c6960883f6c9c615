import { bytesSource, type Randomness, sha256Hex, sideFile, utf8 } from '@convite/crypto';
import { err, invariant, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { DecryptionFile, ShuffleFile } from '../files/election-files.ts';
import { readOwnKey } from '../files/own-key.ts';
import { keyFile, type KeyFile } from '../files/trustee-files.ts';
import { simulatedMixed } from '../simulation/simulated-work.ts';
import { makeAnswer } from '../work/make-answer.ts';
import { readAnswer } from '../work/read-answer.ts';
import { readWork } from '../work/read-work.ts';
import { closedElection, machine, waiting, withEvent, workOf, zipBytes } from './one-ceremony.fixture.ts';
import { ownerInWork, runPass } from './run-pass.ts';
import type { KeyMemory, PassTools } from './work-contest.ts';

const random: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

const bakery = closedElection('panadería');
const school = closedElection('escuela');
const square = closedElection('plaza', { questions: [simulatedMixed], voters: 50 });

/** What a key did, kept in a test; `room` says how much more fits. */
function memory(room = Infinity) {
  const decryptions = new Map<string, DecryptionFile>();
  const shuffles = new Map<string, ShuffleFile[]>();
  const takes = () => (room-- > 0 ? ok(undefined) : err('full' as const));
  const kept: KeyMemory<'full'> = {
    decryption: async (uuid) => ok(decryptions.get(uuid)),
    keepDecryption: async (file) => {
      const taken = takes();
      if (taken.ok) decryptions.set(file.uuid, file);
      return taken;
    },
    shuffles: async (uuid) =>
      ok((shuffles.get(uuid) ?? []).map(({ shuffle }) => sha256Hex(machine.sha256.sha256(utf8(shuffle))))),
    lastShuffle: async (uuid) => ok(shuffles.get(uuid)?.at(-1)),
    keepShuffle: async (file) => {
      const taken = takes();
      if (taken.ok) shuffles.set(file.uuid, [...(shuffles.get(file.uuid) ?? []), file]);
      return taken;
    },
  };
  return kept;
}

function toolsOf(key: KeyFile | undefined, kept = memory()): PassTools<'full'> {
  invariant(key !== undefined, 'there are three trustees');
  const own = readOwnKey(machine.suite, keyFile.write(key));
  invariant(own.ok, 'the keys of a simulation hold');
  return { machine, own: own.value, memory: kept, random };
}

const ana = (kept?: KeyMemory<'full'>): PassTools<'full'> => toolsOf(bakery.keys[0], kept);

async function open(bytes: Uint8Array) {
  const read = await readWork(bytesSource(bytes), machine.sha256);
  invariant(read.ok, 'the work file of a test holds');
  return read.value;
}

const both = async () => open(await workOf([await waiting('a', bakery), await waiting('b', school)]));

describe('a pass over a work file', () => {
  it('shuffles and decrypts what waits, and its answer is read back', async () => {
    const contests = [await waiting('a', bakery), await waiting('c', square, { to_do: 'shuffle' })];
    const work = await open(await workOf(contests));
    const told: number[] = [];
    const end = await runPass(ana(), work, ({ contests: behind }) => told.push(behind));
    expect(end).toMatchObject({ refused: [], doneBefore: 0, stopped: undefined });
    expect(told).toEqual([0, 1, 2]);
    expect(end.made.map(({ id, kind, owner }) => [id, kind, owner])).toEqual([
      ['a', 'decryption', 1],
      ['c', 'shuffle', 1],
    ]);
    const { contents } = await makeAnswer({ work: work.sha256, owner: 1, contests: end.made }, machine.sha256);
    const answer = await readAnswer(bytesSource(await zipBytes(contents)), machine.sha256);
    invariant(answer.ok, 'an answer that was made here holds');
    for (const contest of answer.value.list.contests) {
      expect(await answer.value.answer(contest)).toMatchObject({ ok: true, value: { file: { owner: 1 } } });
    }
  });

  it('names the contest whose archive was changed, and does the others', async () => {
    const changed = Buffer.from(bakery.archive);
    const at = changed.indexOf('"response":"') + 12;
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
    const listed = await waiting('a', bakery, { archive: bytesSource(changed) });
    const work = await open(await workOf([listed, await waiting('b', school)]));
    const end = await runPass(ana(), work, () => undefined);
    expect(end.made.map(({ id }) => id)).toEqual(['b']);
    expect(end.refused).toMatchObject([{ contest: { id: 'a' }, refusal: { type: 'archive_refused' } }]);
  });

  it('takes the word of whoever verifies elsewhere for the archive at this event alone', async () => {
    const work = await both();
    const asked: string[] = [];
    const { head } = await waiting('b', school);
    const end = await runPass(
      {
        ...ana(),
        async verify({ id }, here) {
          asked.push(id);
          const verdict = await here();
          return id === 'a' ? { ...verdict, head } : verdict;
        },
      },
      work,
      () => undefined,
    );
    expect(asked).toEqual(['a', 'b']);
    expect(end.made.map(({ id }) => id)).toEqual(['b']);
    expect(end.refused).toMatchObject([{ contest: { id: 'a' }, refusal: { type: 'archive_refused' } }]);
  });

  it('refuses an archive that is not the one of the list, or of other trustees', async () => {
    const strangers = closedElection('ajena', { trustees: [{ kind: 'single' }] });
    const contests = [
      await waiting('a', bakery),
      await waiting('b', bakery, { uuid: school.uuid }),
      await waiting('c', bakery, { head: '1'.repeat(64) }),
      await waiting('d', strangers),
    ];
    const end = await runPass(ana(), await open(await workOf(contests)), () => undefined);
    expect(end.refused.map(({ contest, refusal }) => [contest.id, refusal.type])).toEqual([
      ['b', 'other_election'],
      ['c', 'other_head'],
      ['d', 'other_trustees'],
    ]);
  });

  it('refuses what only the stricter rules refuse, though container and chain hold', async () => {
    const lax = closedElection('laxa', { description: 'Obras' });
    const end = await runPass(ana(), await open(await workOf([await waiting('a', lax)])), () => undefined);
    expect(end).toMatchObject({ made: [], refused: [{ refusal: { type: 'archive_refused', failed: 1 } }] });
  });

  it('goes on from the decryption of another with its side file, and not without', async () => {
    const beto = await runPass(
      toolsOf(bakery.keys[1]),
      await open(await workOf([await waiting('a', bakery)])),
      () => undefined,
    );
    const { section, decryption, uuid, election_hash, head }: DecryptionFile = JSON.parse(beto.made[0]?.text ?? '');
    const archive = await withEvent(bakery.archive, {
      ...{ type: 'PartialDecryption', owner: 2 },
      payload: utf8(decryption),
    });
    const side = sideFile.write({ convite_side: 1, uuid, election_hash, sections: [section] });
    const second = { ...bakery, archive };
    const contests = [await waiting('a', second, { side }), await waiting('b', second)];
    const end = await runPass(ana(), await open(await workOf(contests)), () => undefined);
    expect(end.refused.map(({ contest, refusal }) => [contest.id, refusal.type])).toEqual([['b', 'archive_refused']]);
    // The strong proofs of all trustees name the same event: the last before the first decryption.
    expect(end.made.map(({ text }) => JSON.parse(text).head)).toEqual([head]);
    const again = await runPass(
      toolsOf(bakery.keys[1]),
      await open(await workOf([await waiting('a', second, { side })])),
      () => undefined,
    );
    expect(again).toMatchObject({ made: [], refused: [], doneBefore: 1 });
  });

  it('is not begun with a key that is nobody’s', async () => {
    const stranger = closedElection('ajena', { trustees: [{ kind: 'single' }] }).keys[0];
    expect(await ownerInWork(toolsOf(stranger), await both())).toEqual({ ok: false, error: { type: 'not_a_trustee' } });
    expect(await ownerInWork(toolsOf(bakery.keys[2]), await both())).toEqual({ ok: true, value: 3 });
  });

  it('does not decrypt two things of one election', async () => {
    const kept = memory();
    expect(await runPass(ana(kept), await both(), () => undefined)).toMatchObject({ refused: [] });
    // The same election with fewer ballots, as whoever wants to open single ones would show it.
    const fewer = closedElection('panadería', { voters: 11 });
    expect(fewer.uuid).toBe(bakery.uuid);
    const end = await runPass(ana(kept), await open(await workOf([await waiting('a', fewer)])), () => undefined);
    expect(end).toMatchObject({ made: [], refused: [{ refusal: { type: 'decrypted_otherwise' } }] });
  });

  it('goes on after a break with what it made before, byte for byte', async () => {
    const kept = memory(1);
    const broken = await runPass(ana(kept), await both(), () => undefined);
    expect(broken).toMatchObject({ stopped: 'full', made: [{ id: 'a', isAgain: false }] });
    const known = await kept.decryption(bakery.uuid);
    invariant(known.ok && known.value !== undefined, 'the first was kept');
    const roomy = memory();
    await roomy.keepDecryption(known.value);
    const whole = await runPass(ana(roomy), await both(), () => undefined);
    expect(whole.made.map(({ id, isAgain }) => [id, isAgain])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(whole.made[0]?.text).toBe(broken.made[0]?.text);
  });

  it('passes over what this trustee has done, and refuses a shuffle that it did not make', async () => {
    const shuffled = await runPass(
      ana(),
      await open(await workOf([await waiting('c', square, { to_do: 'shuffle' })])),
      () => undefined,
    );
    const { shuffle }: ShuffleFile = JSON.parse(shuffled.made[0]?.text ?? '');
    const archive = await withEvent(square.archive, { type: 'Shuffle', owner: 1, payload: utf8(shuffle) });
    const listed = await waiting('c', { ...square, archive }, { to_do: 'shuffle' });
    const foreign = await runPass(ana(), await open(await workOf([listed])), () => undefined);
    expect(foreign.refused).toMatchObject([{ refusal: { type: 'shuffle_not_own', owner: 1, made: 0 } }]);
    const kept = memory();
    await kept.keepShuffle(JSON.parse(shuffled.made[0]?.text ?? ''));
    const done = await runPass(ana(kept), await open(await workOf([listed])), () => undefined);
    expect(done).toMatchObject({ made: [], refused: [], doneBefore: 1 });
    const beto = await runPass(toolsOf(bakery.keys[1]), await open(await workOf([listed])), () => undefined);
    expect(beto.made).toMatchObject([{ kind: 'shuffle', owner: 2 }]);
  });
});
