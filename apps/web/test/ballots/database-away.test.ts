import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OpenAPIHono } from '@hono/zod-openapi';
import { InvariantError } from '@convite/kernel';
import { expect, it } from 'vitest';
import { ballotRoutes, castBallot, openBallotsSite } from '../../src/features/ballots/index.ts';
import { makeBodyStore } from '../../src/http/body-store.ts';
import { makePageSender } from '../../src/http/page-sender.ts';
import { type AppEnv, makeRouter } from '../../src/http/router.ts';
import { makeAssets } from '../../src/ui/assets.ts';
import { openBallotsRoom, openContest } from './ballots-room.ts';
import { sealBallot } from './sealed-election.ts';

it('with the database away the board is read and downloaded, and a ballot gets no receipt but the time to come again', async () => {
  const room = await openBallotsRoom();
  const { contest, slug, election } = await openContest(room, 2);
  const seal = (letter: number): Promise<string> =>
    sealBallot(election.electionText, election.letters[letter]?.credential ?? '', 1);
  const cast = await castBallot(room.ballots.casting, contest, await seal(0));
  if (!cast.ok) throw new Error('the ballot is cast');
  await room.database.drop();

  const app = new OpenAPIHono<AppEnv>();
  app.use(async (c, next) => {
    c.set('locale', 'es');
    await next();
  });
  const admit = () => Promise.reject(new InvariantError('no route here is for staff'));
  const router = makeRouter(app, { admit });
  const styles = fileURLToPath(new URL('../../src/ui/styles', import.meta.url));
  const faults: unknown[] = [];
  const pages = makePageSender(makeAssets(styles).links, makeBodyStore(0));
  ballotRoutes(
    router,
    openBallotsSite(room.ballots, pages, (fault) => faults.push(fault)),
  );

  const path = `/c/${slug}/contests/${contest}`;
  const get = async (part: string) => (await app.request(`${path}/board${part}`)).text();
  expect(await get('/head')).toContain(contest);
  expect(await get('/key')).toContain('convite.board+');
  expect(await get('')).toContain('archive.bel');
  expect(await get('')).toMatch(/T-[^<]* › Obra/u);
  expect(await get('/codes')).toContain(cast.value.tracker);
  expect(await get('/ballots.txt')).toContain(cast.value.tracker);
  const archive = await app.request(`${path}/board/archives/2.bel`);
  expect([archive.status, (await archive.arrayBuffer()).byteLength > election.archive.length]).toEqual([200, true]);
  const headers = { 'Content-Type': 'application/json' };
  const refused = await app.request(`${path}/ballots`, { method: 'POST', headers, body: await seal(1) });
  const { code } = await refused.json();
  expect([refused.status, refused.headers.get('Retry-After'), code]).toEqual([503, '10', 'unavailable']);
  expect(faults).toHaveLength(1);
  await room.ballots.close();
  rmSync(room.folder, { recursive: true });
});
