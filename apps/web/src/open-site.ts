import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Settings, SettingsRefusal } from './env.ts';
import {
  accountActs,
  accountJobNames,
  accountJobs,
  accountRoutes,
  type AccountsContext,
  firstLinks,
  makeGate,
  noBreachedPasswords,
  openBreachedPasswords,
} from './features/accounts/index.ts';
import {
  consultationActs,
  consultationJobs,
  consultationRoutes,
  consultationsFront,
  consultationTasks,
  type ConsultationsContext,
  scheduleClosings,
} from './features/consultations/index.ts';
import {
  type DemoContext,
  demoFront,
  demoJobs,
  demoRoutes,
  openDemoFolder,
  requestDemo,
} from './features/demo/index.ts';
import { boothRoutes, keepToBooth, storedPapers } from './features/booth/index.ts';
import {
  demoCounted,
  jobNames,
  recountJobs,
  recountRoutes,
  type RecountsContext,
  seedSamples,
} from './features/recounts/index.ts';
import {
  preparationActs,
  preparationJobs,
  preparationRoutes,
  type PreparationContext,
} from './features/preparation/index.ts';
import {
  openKeptArchives,
  requestCount,
  resultsActs,
  resultsJobNames,
  resultsJobs,
  resultsRoutes,
  resultTasks,
  type ResultsContext,
  resumeResults,
  usualSearchWork,
} from './features/results/index.ts';
import { notePrograms, type ObserversContext, observersRoutes } from './features/observers/index.ts';
import { rollActs, rollJobs, rollRoutes, type RollsContext, rollTasks } from './features/rolls/index.ts';
import { resumeTallies, tallyJobs, tallyRoutes, type TallyContext, tallyTasks } from './features/tally/index.ts';
import { territoryRoutes, type TerritoriesContext } from './features/territories/index.ts';
import { trusteesRoutes, trusteeTasks } from './features/trustees/index.ts';
import {
  ballotJobs,
  ballotRoutes,
  type Ballots,
  openBallots,
  openBallotsSite,
  passRoutes,
  serverTasks,
} from './features/ballots/index.ts';
import { assetRoutes } from './http/asset-routes.ts';
import { makeBodyStore } from './http/body-store.ts';
import { healthRoutes } from './http/health-routes.ts';
import { type Listening, listen, type PortRefusal } from './http/listen.ts';
import { makeMetrics } from './http/metrics.ts';
import { makePageSender } from './http/page-sender.ts';
import { pageFileRoute } from './http/page-file.ts';
import { programRoute, readProgram } from './http/program.ts';
import type { Router } from './http/router.ts';
import { makeSessionCookie } from './http/session-cookie.ts';
import { isBehindTls, makeWebApp } from './http/web-app.ts';
import { makeDiskRoom } from './jobs/disk-room.ts';
import { prepareJobs, startJobs } from './jobs/job-queue.ts';
import { makeProcesses } from './jobs/processes.ts';
import { openWorkFolder } from './jobs/work-folder.ts';
import { openHealth } from './open-health.ts';
import { openMailer } from './mail/mailer.ts';
import { makeDatabase } from './persistence/database.ts';
import { type InstallationRefusal, settleInstallation } from './persistence/installation.ts';
import { migrate, type MigrationRefusal } from './persistence/migrate.ts';
import { visitorKey } from './persistence/service-key.ts';
import type { ReadingAnswer, ReadingNote, ReadingTask } from './reading/tasks.ts';
import { softwareAt } from './software.ts';
import { makeAssets } from './ui/assets.ts';

/** Where the parts of the server stand. */
export interface SitePlaces {
  /** Folder of the project, as an address that ends with `/`. */
  readonly root: URL;
  /** What a counting process runs. */
  readonly countingProgram: URL;
  /** What a process runs that reads the files of staff. */
  readonly readingProgram: URL;
  /** What pages run on which staff sign in. */
  readonly passkeyProgram: URL;
  /** Folder of the programs of the voting page; ends with `/`. */
  readonly boothPrograms: URL;
  /** The page of trustees: one file. */
  readonly trusteePage: URL;
  /** The page of registrars: one file. */
  readonly registrarPage: URL;
  /** What threads run that check the proofs of ballots. */
  readonly proofProgram: URL;
  /** What the people of a demo run. */
  readonly peopleProgram: URL;
  /** What a process runs that counts contests, or makes and verifies the archive of a consultation. */
  readonly resultsProgram: URL;
}

/** An open site. */
export interface Site extends Listening {
  readonly routes: Pick<Router, 'app' | 'declared'>;
  readonly accounts: AccountsContext;
  /** Paths of one-time pages for the administrators that the installation lacks. */
  readonly firstLinks: readonly string[];
  readonly recounts: RecountsContext;
  readonly ballots: Ballots;
  readonly consultations: ConsultationsContext;
  readonly rolls: RollsContext;
  readonly tally: TallyContext;
}

/** Enough for 20 MB of ballots and every branch of a tie; a process that needs more is ended, the server is not. */
const processMegabytes = 1536;
/** For 20 MB of outlines; a roll of a million needs a fifth. */
const readingMegabytes = 512;
/** For the manifest of a national consultation beside one contest of 100,000 ballots. */
const resultsMegabytes = 1536;

/** For the whole ballots of a few hundred people. */
const peopleMegabytes = 512;

/** Brings the database to its newest form, starts the jobs, stores the demo and opens the door. */
export async function openSite(
  settings: Settings,
  places: SitePlaces,
  pool: pg.Pool,
  logger: Logger,
  now: () => Date = () => new Date(),
): Promise<Result<Site, InstallationRefusal | MigrationRefusal | PortRefusal | SettingsRefusal>> {
  const breached =
    settings.breachedPasswords === undefined
      ? ok(noBreachedPasswords)
      : await openBreachedPasswords(settings.breachedPasswords);
  if (!breached.ok) return err({ type: 'settings', problems: [`BREACHED_PASSWORDS: ${breached.error}`] });
  const place = (path: string): string => fileURLToPath(new URL(path, places.root));
  const migrated = await migrate(pool, place('apps/web/migrations'));
  if (!migrated.ok) return migrated;
  await prepareJobs(pool);
  const database = makeDatabase(pool);
  const installation = await settleInstallation(database, settings.demo ?? 'refused', now);
  if (!installation.ok) return installation;
  const { isDemo } = installation.value;
  const metrics = makeMetrics();
  const processes = Math.max(2, availableParallelism() - 1);
  const makePool = (atOnce: number): RecountsContext['readers'] =>
    makeProcesses(places.countingProgram, { atOnce, memoryMegabytes: processMegabytes });
  const room = makeDiskRoom(now);
  const work = await openWorkFolder(join(settings.dataFolder, 'work'));
  const recounts: RecountsContext = {
    ...{ database, readers: makePool(2), counters: makePool(processes), work, now },
    mostUploadedBytes: settings.uploadStoreBytes,
  };
  const assets = makeAssets(place('apps/web/src/ui/styles'));
  const bodies = makeBodyStore(settings.pageStoreBytes);
  const pages = makePageSender(assets.links, bodies, isDemo, settings.publicOrigin);

  const mailer = openMailer({ smtpUrl: settings.smtpUrl, from: settings.mailFrom });
  const consultations: ConsultationsContext = {
    ...{ database, work, isDemo, now, newId: randomUUID },
    hasMailer: mailer.isSet,
  };
  const key = await visitorKey(database, () => randomBytes(32));
  const means = { database, now, newId: randomUUID, random: randomBytes, key };
  const readers = makeProcesses<ReadingTask, ReadingNote, ReadingAnswer>(places.readingProgram, {
    atOnce: 1,
    memoryMegabytes: readingMegabytes,
  });
  const ballots = await openBallots({
    database,
    folder: join(settings.dataFolder, 'board'),
    proofProgram: places.proofProgram,
    threads: Math.max(1, availableParallelism() - 1),
    tallyThreads: availableParallelism(),
    now,
    sendMail: mailer,
    restored: settings.restored,
  });
  // What people ask while they vote is counted under a key that no copy of the database has.
  const rolls: RollsContext = { ...means, readers, work, key: ballots.context.secondFactor.peopleKey };
  const preparation: PreparationContext = {
    ...means,
    ballots: ballots.context,
    suite: await loadMachineSuite(),
    readers,
    work,
  };
  const resultsAtOnce = availableParallelism();
  const results: ResultsContext = {
    ...{ database, work, room, now, newId: randomUUID, atOnce: resultsAtOnce, mostSearchWork: usualSearchWork },
    processes: makeProcesses(places.resultsProgram, { atOnce: resultsAtOnce, memoryMegabytes: resultsMegabytes }),
    searches: makeProcesses(places.resultsProgram, { atOnce: 1, memoryMegabytes: resultsMegabytes }),
    archives: await openKeptArchives(join(settings.dataFolder, 'archives')),
    signProtocol: ballots.context.boards.signProtocol,
    software: await softwareAt(place('package.json')),
  };
  const tally: TallyContext = {
    ...{ database, ballots: ballots.context, work, now, newId: randomUUID },
    onOpened: requestCount,
  };
  // The acts that need two people, each from the feature that it belongs to.
  const acts = [...accountActs(means), ...consultationActs, ...rollActs(rolls), ...preparationActs, ...resultsActs];
  // What waits for a person, in the order of a vote's life.
  const tasks = [
    ...[
      serverTasks(ballots.found, room),
      consultationTasks(consultations),
      rollTasks({ database }),
      trusteeTasks({ database }),
    ],
    ...[tallyTasks({ database }), resultTasks(results)],
  ];
  const accounts: AccountsContext = { ...means, isDemo, acts, tasks, breached: breached.value };
  const demo: DemoContext | undefined = isDemo
    ? {
        ...{
          database,
          now,
          work,
          accounts,
          consultations,
          rolls,
          preparation,
          tally,
          results,
          casting: ballots.casting,
        },
        folder: await openDemoFolder(join(settings.dataFolder, 'demo')),
        people: makeProcesses(places.peopleProgram, { atOnce: 1, memoryMegabytes: peopleMegabytes }),
        site: settings.publicOrigin ?? `http://${settings.host}:${settings.port}`,
        territories: { database, readers, work, now, newId: randomUUID },
        trustees: { database, ballots: ballots.context, work, now, newId: randomUUID },
      }
    : undefined;
  const jobs = await startJobs(
    pool,
    {
      ...(demo === undefined ? {} : demoJobs(demo)),
      ...recountJobs(recounts),
      ...consultationJobs(consultations),
      ...rollJobs(rolls),
      ...preparationJobs(preparation),
      ...tallyJobs(tally),
      ...accountJobs(accounts),
      ...ballotJobs(ballots.context),
      ...resultsJobs(results),
    },
    {
      // One more than processes: while the background fills its one place, those who wait find theirs. The making of a
      // demo waits for other jobs, so it has a place of its own.
      concurrency: processes + (isDemo ? 2 : 1),
      daily: [jobNames.cleaning, accountJobNames.cleaning, resultsJobNames.tidy],
      onError: (error) => {
        metrics.jobFailures.inc();
        logger.warn(error, 'an attempt at a job failed');
      },
      room,
    },
  );
  await scheduleClosings(consultations);
  await resumeTallies(tally);
  await resumeResults(results);
  const samples = await seedSamples(recounts);
  for (const { demo } of samples.values()) await demoCounted(recounts, demo);

  const territories: TerritoriesContext = { database, readers, work, now, newId: randomUUID };
  const cookie = makeSessionCookie(isBehindTls(settings));
  const router = makeWebApp(
    {
      publicOrigin: settings.publicOrigin,
      ballotOrigin: settings.ballotOrigin,
      trustProxy: settings.trustProxy,
      visitorKey: key,
      now,
      logger,
      metrics,
    },
    {
      notFound: (c) => pages.problem(c, { type: 'not_found' }, 404),
      badRequest: (c) => pages.problem(c, { type: 'bad_request' }, 400),
      foreignForm: (c) => pages.problem(c, { type: 'foreign_form' }, 403),
      failed: (c, incident) => pages.problem(c, { type: 'fault', incident }, 500),
    },
    makeGate(accounts, cookie, pages),
    () => randomBytes(6).toString('hex'),
  );
  const origins = { site: settings.publicOrigin, booth: settings.ballotOrigin };
  router.app.use(keepToBooth(origins));
  const grounds = { database, room, dataFolder: settings.dataFolder, stopped: ballots.found.stopped };
  healthRoutes(router, openHealth(grounds, metrics), metrics);
  assetRoutes(router, assets.files);
  const passkeyProgram = readProgram(places.passkeyProgram, 'passkey');
  programRoute(router, passkeyProgram);
  const trusteePage = pageFileRoute(router, '/trustee', places.trusteePage);
  const registrarPage = pageFileRoute(router, '/registrar', places.registrarPage);
  accountRoutes(router, {
    context: accounts,
    pages,
    cookie,
    publicOrigin: settings.publicOrigin,
    passkeyScript: passkeyProgram.path,
  });
  territoryRoutes(router, { context: territories, pages });
  rollRoutes(router, { context: rolls, pages });
  const votingOrigin = settings.ballotOrigin ?? settings.publicOrigin;
  preparationRoutes(router, { context: preparation, pages, votingOrigin });
  trusteesRoutes(router, { context: { ...means, ballots: ballots.context, work }, pages });
  const onCastFault = (fault: unknown): void => {
    room.note(fault);
    logger.warn(fault, 'a ballot could not be recorded');
  };
  ballotRoutes(router, openBallotsSite(ballots, pages, onCastFault));
  passRoutes(router, { context: ballots.context, pages, votingOrigin });
  tallyRoutes(router, { context: tally, pages });
  consultationRoutes(router, { context: consultations, pages, recounts });
  resultsRoutes(router, { context: results, pages });
  const programs = {
    booth: readProgram(new URL('booth.js', places.boothPrograms), 'booth'),
    worker: readProgram(new URL('booth-worker.js', places.boothPrograms), 'booth-worker'),
  };
  const served: ObserversContext['programs'] = [
    { name: 'booth', path: programs.booth.path, integrity: programs.booth.integrity },
    { name: 'booth_worker', path: programs.worker.path, integrity: programs.worker.integrity },
    { name: 'trustee_page', path: '/trustee', integrity: trusteePage },
    { name: 'registrar_page', path: '/registrar', integrity: registrarPage },
  ];
  await notePrograms({ database, now }, served);
  const boardKey = ballots.context.boards.keyText;
  observersRoutes(router, {
    ...{ context: { database, programs: served, boardKey }, pages, publicOrigin: settings.publicOrigin, now },
    ask: async (path, headers) => await router.app.request(path, { headers: { ...headers } }),
  });
  boothRoutes(router, {
    papers: storedPapers(database, now),
    pages,
    programs,
    formKey: key,
    origins,
  });
  recountRoutes(router, {
    context: recounts,
    pages,
    samples,
    behindTls: isBehindTls(settings),
    front: demo === undefined ? consultationsFront(consultations) : demoFront(demo, consultationsFront(consultations)),
  });
  if (demo !== undefined) demoRoutes(router, { context: demo, pages, cookie });
  const listening = await listen(router, settings.host, settings.port);
  if (!listening.ok) {
    await jobs.stop();
    await ballots.close();
    await work.remove();
    return listening;
  }
  if (demo !== undefined) await requestDemo(demo);
  return ok({
    address: listening.value.address,
    routes: router,
    accounts,
    // A demo begins its installation by itself.
    firstLinks: isDemo ? [] : await firstLinks(accounts),
    recounts,
    ballots,
    consultations,
    rolls,
    tally,
    async close() {
      await Promise.all([listening.value.close(), jobs.stop()]);
      await ballots.close();
      await work.remove();
    },
  });
}
