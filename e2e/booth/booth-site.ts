import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBallotCheck } from '@convite/crypto';
import { err, invariant } from '@convite/kernel';
import { bundleBooth } from '../../apps/web/scripts/bundle-booth.mjs';
import { type BoothContext, boothRoutes, keepToBooth } from '../../apps/web/src/features/booth/index.ts';
import { assetRoutes } from '../../apps/web/src/http/asset-routes.ts';
import { makeBodyStore } from '../../apps/web/src/http/body-store.ts';
import { listen } from '../../apps/web/src/http/listen.ts';
import { makeMetrics } from '../../apps/web/src/http/metrics.ts';
import { makePageSender } from '../../apps/web/src/http/page-sender.ts';
import { readProgram } from '../../apps/web/src/http/program.ts';
import { makeWebApp } from '../../apps/web/src/http/web-app.ts';
import { silentLogger } from '../../apps/web/test/booth/silent-logger.ts';
import { makeAssets } from '../../apps/web/src/ui/assets.ts';
import { suite, type TrialContest, whileOpen } from './trial-contest.ts';

/** A ballot that the trial board took. */
export interface TakenBallot {
  readonly contest: string;
  readonly text: string;
  readonly credential: string;
  readonly tracker: string;
}

/** The booth over HTTP before a small board that checks every ballot with the real verifier. */
export interface BoothSite {
  readonly origin: string;
  /** The ballots of the board in their order. */
  readonly taken: readonly TakenBallot[];
  /** Every request with a body that reached the server: what it could have learned. */
  readonly bodies: readonly { readonly path: string; readonly body: string }[];
  address(contest: TrialContest): string;
  close(): Promise<void>;
}

const { programs, assets, folder } = await prepare();

async function prepare() {
  const into = mkdtempSync(join(tmpdir(), 'convite-booth-'));
  await bundleBooth(into);
  const file = (name: string): URL => pathToFileURL(join(into, name));
  return {
    folder: into,
    programs: {
      booth: readProgram(file('booth.js'), 'booth'),
      worker: readProgram(file('booth-worker.js'), 'booth-worker'),
    },
    assets: makeAssets(fileURLToPath(new URL('../../apps/web/src/ui/styles', import.meta.url))),
  };
}
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

export async function openBoothSite(
  contests: readonly TrialContest[],
  origins: BoothContext['origins'] = { site: undefined, booth: undefined },
  port = 0,
): Promise<BoothSite> {
  const pages = makePageSender(assets.links, makeBodyStore(0));
  const says = (status: 404 | 400 | 403 | 500) => (): Response => new Response(String(status), { status });
  const router = makeWebApp(
    {
      publicOrigin: origins.site,
      ballotOrigin: origins.booth,
      trustProxy: false,
      visitorKey: new Uint8Array(32),
      now: () => whileOpen,
      logger: silentLogger,
      metrics: makeMetrics(),
    },
    { notFound: says(404), badRequest: says(400), foreignForm: says(403), failed: says(500) },
    { admit: () => Promise.resolve(err(new Response('', { status: 403 }))) },
    () => '1',
  );
  router.app.use(keepToBooth(origins));
  const [taken, bodies]: [TakenBallot[], { path: string; body: string }[]] = [[], []];
  router.app.use(async (c, next) => {
    if (c.req.method !== 'GET') bodies.push({ path: c.req.path, body: await c.req.raw.clone().text() });
    await next();
  });
  assetRoutes(router, assets.files);
  const papers = {
    find: (slug: string, id: string) =>
      Promise.resolve(
        contests
          .map(({ paper }) => paper)
          .find(({ contest, consultation }) => contest === id && consultation.slug === slug),
      ),
    only: () => Promise.resolve('several' as const),
  };
  boothRoutes(router, { papers, pages, programs, formKey: new Uint8Array(32), origins });
  for (const contest of contests) boardRoutes(router, contest, taken);
  const listening = await listen(router, '127.0.0.1', port);
  invariant(listening.ok, 'a free port is found');
  const origin = listening.value.address;
  return {
    origin,
    taken,
    bodies,
    address: ({ paper }) => `${origin}/c/${paper.consultation.slug}/contests/${paper.contest}/vote`,
    close: () => listening.value.close(),
  };
}

/** The election of a contest, and a board that takes the ballots of listed credentials whose proofs hold. */
function boardRoutes(
  router: ReturnType<typeof makeWebApp>,
  { paper, election, credentials }: TrialContest,
  taken: TakenBallot[],
): void {
  const { contest, consultation } = paper;
  const base = `/c/${consultation.slug}/contests/${contest}`;
  const check = createBallotCheck(suite, election);
  router.route({ method: 'GET', path: `${base}/election.json`, access: 'public' }, (c) =>
    c.body(election, 200, { 'Content-Type': 'application/json' }),
  );
  router.route({ method: 'POST', path: `${base}/ballots`, access: 'public' }, async (c) => {
    const text = await c.req.text();
    const tracker = createHash('sha256').update(text).digest('base64').replace('=', '');
    const checked = check(text);
    if (!checked.ok) return c.json({ code: 'invalid_ballot', failures: checked.error }, 422);
    const { credential } = checked.value;
    if (!credentials.has(credential)) return c.json({ code: 'unknown_credential' }, 403);
    const isNew = taken.every((ballot) => ballot.tracker !== tracker);
    if (isNew) taken.push({ contest, text, credential, tracker });
    const height = 1 + taken.findIndex((ballot) => ballot.tracker === tracker);
    return c.json(
      { convite_receipt: 1, election: paper.fingerprint, tracker, event: `{"height":${height}}`, head: '…' },
      201,
    );
  });
}
