import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crew, makeCity, makeCrew, prepareConsultation } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { allRehearse, beginWith, holdCeremony, type KeyHolder, makeKeyHolders } from './key-holders.ts';

/** The races of a ceremony between trustees, each in so many ceremonies, which are held and void again. */
export function ceremonyRaces(runs: number): void {
  let site: TestSite;
  let crew: Crew;
  let holders: readonly KeyHolder[];

  beforeAll(async () => {
    site = await openTestSite();
    const made = await makeCity(site);
    crew = await makeCrew(site, made.city);
    await prepareConsultation(site, made, crew, 'carrera');
    holders = await makeKeyHolders(site, 'carrera', made.city, ['Ana', 'Beto', 'Carla']);
  });
  afterAll(() => site.close());

  const rows = async (statement: string): Promise<readonly Record<string, unknown>[]> =>
    (await site.database.pool.query(statement)).rows;
  const count = async (from: string): Promise<number> =>
    Number((await rows(`select count(*)::int as n from ${from}`))[0]?.['n']);
  const statusesOf = async (answers: readonly Promise<Response>[]): Promise<readonly number[]> =>
    (await Promise.all(answers)).map(({ status }) => status).toSorted((a, b) => a - b);

  describe(`trustees at the same moment, each race in ${runs} ceremonies`, () => {
    it('whatever comes at the same moment, each place has one message of a step, and one list is assembled', async () => {
      for (let run = 1; run <= runs; run++) {
        expect((await beginWith(crew.organiser, 'carrera', holders, 2)).status).toBe(303);
        const standing = `ceremony_messages m join ceremonies c on c.id = m.ceremony_id where c.status <> 'void'`;
        // Two browsers bring the very same file.
        const certificates = await Promise.all(holders.map((holder, i) => holder.certificate(i + 1, [2, 3])));
        const twice = holders.flatMap((holder, i) =>
          [certificates[i], certificates[i]].map((text) => holder.bring(text ?? '')),
        );
        expect(await statusesOf(twice)).toEqual([303, 303, 303, 303, 303, 303]);
        expect(await count(standing)).toBe(3);
        // Two browsers bring different ones: the first to come stands.
        const deals = await Promise.all(holders.map(async (holder) => [await holder.deal(), await holder.deal()]));
        const both = holders.flatMap((holder, i) => (deals[i] ?? []).map((text) => holder.bring(text)));
        const answers = await statusesOf(both);
        expect([answers.slice(0, 3), answers.slice(3).every((status) => status === 409 || status === 422)]).toEqual([
          [303, 303, 303],
          true,
        ]);
        expect(await count(standing)).toBe(6);
        // The last keys of all at once: the list is made of them once.
        const shares = await Promise.all(holders.map((holder) => holder.share()));
        expect(await statusesOf(holders.map((holder, i) => holder.bring(shares[i] ?? '')))).toEqual([303, 303, 303]);
        expect(
          await rows(`select status, list_hash is not null as listed from ceremonies where status <> 'void'`),
        ).toEqual([{ status: 'assembled', listed: true }]);
        expect(await count('consultation_trustees')).toBe(1);
        expect(await count(`audit_trail where event = 'key.bring'`)).toBe(run);
        expect(await count(`audit_trail where event = 'ceremony.message'`)).toBe(run * 9);
        // All rehearse at once, and each twice.
        const rehearsals = await Promise.all(holders.map((holder) => holder.rehearsal()));
        const rehearsed = holders.flatMap((holder, i) =>
          [rehearsals[i], rehearsals[i]].map((text) => holder.bring(text ?? '')),
        );
        expect(await statusesOf(rehearsed)).toEqual([303, 303, 303, 303, 303, 303]);
        expect(await count('rehearsals r join consultation_trustees t on t.hash = r.list_hash')).toBe(3);
        expect(await count('rehearsals r join consultation_trustees t on t.hash = r.list_hash where opened')).toBe(2);
        await crew.organiser.post('/org/c/carrera/trustees/void', { reason: 'Otra carrera.' });
      }
    });

    it('two plans at once begin one ceremony; a message that comes while it becomes void stands in none', async () => {
      const begun = await statusesOf([
        beginWith(crew.organiser, 'carrera', holders, 2),
        beginWith(crew.organiser, 'carrera', holders.slice(0, 2), 2, 'Somos dos.'),
      ]);
      expect(begun).toEqual([303, 422]);
      await crew.organiser.post('/org/c/carrera/trustees/void', { reason: 'Otra.' });
      for (let run = 0; run < runs; run++) {
        await beginWith(crew.organiser, 'carrera', holders, 2);
        const [first] = holders;
        const text = (await first?.certificate(1, [2, 3])) ?? '';
        const [brought] = await Promise.all([
          first?.bring(text),
          crew.organiser.post('/org/c/carrera/trustees/void', { reason: 'Se cruzaron.' }),
        ]);
        const kept = await count(
          `ceremony_messages m join ceremonies c on c.id = m.ceremony_id where c.status <> 'void'`,
        );
        const said = await count(
          `audit_trail where event = 'ceremony.message' and details ->> 'sha256' = encode(sha256(convert_to('${text.replaceAll("'", "''")}', 'UTF8')), 'hex')`,
        );
        // Either it came before, and is part of what became void, or it was refused.
        expect([kept, said]).toEqual([0, brought?.status === 303 ? 1 : 0]);
      }
    });

    it('a whole ceremony after all races', async () => {
      await holdCeremony(crew.organiser, 'carrera', holders, 2);
      await allRehearse(holders);
      expect(await count('rehearsals r join consultation_trustees t on t.hash = r.list_hash')).toBe(3);
    });
  });
}
