/**
 * A national consultation from nothing to its verified result, by the pages, imports, commands and archives that people use:
 * a server in a process of its own over HTTP, nothing written to the database from outside. Prints one JSON object; what each
 * stage took is told on the way.
 *
 * `npm run bench -- national [--contests N] [--people N] [--ballots N] [--opened N] [--seed TEXT] [--journal PATH]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { importTables, slug } from '../consultations/import-tables.ts';
import { projectsOf } from '../consultations/national-tables.ts';
import { pageTimes, roomPaths } from '../consultations/page-times.ts';
import { startSite } from '../consultations/site-process.ts';
import { awake, together } from '../consultations/staff-browser.ts';
import { castBallots, downloadBoards, sealBallots } from './casting.ts';
import { checkResult } from './checks.ts';
import { gatherCrew } from './crew.ts';
import { orderElections } from './elections.ts';
import { countOpened } from './opened-choices.ts';
import { readPlan } from './plan.ts';
import { publishResult } from './results.ts';
import { bringRoll } from './roll.ts';
import { serverUsage } from './server-usage.ts';
import { rounded, Stopwatch } from './stopwatch.ts';
import { passAll, waitForTally } from './tally.ts';
import { holdCeremony, rehearse } from './trustees.ts';
import { VotingHours } from './voting-hours.ts';

const looks = 100;
const plan = readPlan(process.argv.slice(3));
const watch = new Stopwatch(plan.journal);
const { timed } = watch;
const loadBefore = loadavg();
const opened = await countOpened(plan);
watch.note('count from opened ballots', opened.seconds);

const folder = mkdtempSync(join(tmpdir(), 'convite-bench-national-'));
const site = await startSite();
const end = async (): Promise<void> => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(1)));
}
try {
  const { origin } = site;
  watch.watch(() => serverUsage(site.pid));
  const crew = await gatherCrew(site);
  const { organiser, guarantors } = crew;
  await importTables(crew, plan.contests, timed);
  const pages = async () => {
    const browser = await awake(organiser);
    const { rooms, contests } = await roomPaths(browser, slug, looks);
    return { control_room: await pageTimes(browser, rooms), contest: await pageTimes(browser, contests) };
  };
  const prepared = await pages();
  const salt = await bringRoll(crew, plan, folder, watch);

  const hours = new VotingHours(guarantors);
  await hours.begin(organiser);
  await timed('rules frozen', () => together(guarantors, `/org/c/${slug}/freeze`, { reason: 'Todo está revisado.' }));
  hours.keepOpen();
  await timed('ceremony', () => holdCeremony(crew, folder));
  await hours.lastFor(Math.ceil(plan.contests / 500));
  const { order, registrar } = await orderElections(crew, { folder, salt }, watch);
  await timed('rehearsal', () => rehearse(crew, folder));
  await hours.undisturbed(() =>
    timed('vote opened', () => together(guarantors, `/org/c/${slug}/vote/open`, { reason: 'Es hora.' })),
  );

  const boardBytes = await timed('boards downloaded', () => downloadBoards(origin, order, folder));
  await timed('ballots sealed', () => sealBallots(folder, plan.ballots));
  await hours.begun();
  const cast = await timed('ballots cast', () => castBallots(origin, folder));
  invariant(cast.cast === plan.ballots, `every ballot gets a receipt: ${JSON.stringify(cast)}`);
  const voting = await pages();
  await hours.end();
  await timed('tally, from the end of the vote', () => waitForTally(organiser));
  const passes = await passAll(crew, { folder, contests: plan.contests }, watch);
  const counted = await publishResult(crew, plan.seed, watch);
  const checked = await checkResult({ origin, folder, seed: plan.seed }, order, watch);
  invariant(checked.verified.ballots === cast.cast, 'every ballot with a receipt counts');
  const finished = await pages();
  const ids = order.contests.map(({ id }) => `/c/${slug}/contests/${id}/result`);
  const shown = Array.from({ length: looks }, (_, i) => ids[(i * 53) % ids.length] ?? '');
  const figures = {
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg() },
    plan: { ...plan, options: projectsOf(plan.contests) },
    stages: watch.stages,
    import_of_tables_seconds: rounded(
      ['territories', 'contests', 'options'].reduce((sum, name) => sum + (watch.stages[name]?.seconds ?? 0), 0),
    ),
    pages_milliseconds: {
      ...{ prepared, voting, finished },
      public_result: await pageTimes(organiser.browser, shown),
    },
    registrar,
    boards_bytes_before_voting: boardBytes,
    cast: { ...cast, casts_per_second: rounded(cast.cast / cast.seconds) },
    trustee_passes: passes,
    result: counted,
    ...checked,
    count_from_opened_ballots: opened,
    server_megabytes: Math.max(...Object.values(watch.stages).map(({ server }) => server?.megabytes ?? 0)),
  };
  process.stdout.write(`${JSON.stringify(figures, undefined, 1)}\n`);
  hours.abandon();
} finally {
  await end();
}
