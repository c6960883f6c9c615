import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readSettings } from './env.ts';
import { openLog } from './open-log.ts';
import { explainBoards } from './explain-boards.ts';
import { openDatabase } from './open-database.ts';
import { openSite, type SitePlaces } from './open-site.ts';
import { explainStart, type StartRefusal } from './start-refusal.ts';

/** A stop that takes longer than this is cut short; the port is free and the database told to end by then. */
const longestStop = 2700;

/** Runs the server until a signal ends it. */
export async function start(places: SitePlaces): Promise<void> {
  const settings = readSettings(process.env, fileURLToPath(places.root));
  if (!settings.ok) return refuse({ type: 'settings', problems: settings.error });
  const logger = openLog(settings.value.logLevel, pino.destination(2));

  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    // Ctrl-C at a terminal under npm arrives twice: once from the terminal, once handed on by npm.
    if (stopping) return;
    stopping = true;
    // What is cut off by the stop would only tell that it was cut off.
    logger.level = 'silent';
    setTimeout(() => process.exit(1), longestStop).unref();
    for (const close of stops.toReversed()) await close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  const fail = (error: unknown): void => {
    if (stopping) return;
    logger.fatal(error, 'the server ends');
    void stop(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const opened = await openDatabase(settings.value, logger);
  if (!opened.ok) return refuse(opened.error);
  stops.push(() => opened.value.close());
  void opened.value.lost.then(() => stopping || fail(new Error('the database ended')));
  if (stopping) return;
  const site = await openSite(settings.value, places, opened.value.pool, logger);
  if (!site.ok) {
    await opened.value.close();
    return refuse(site.error);
  }
  stops.push(() => site.value.close());
  process.stdout.write(`Convite is running at ${site.value.address}\n`);
  const { firstLinks, address, ballots } = site.value;
  process.stdout.write(explainBoards(ballots.found));
  if (firstLinks.length > 0) {
    const links = firstLinks.map((path) => `  ${(settings.value.publicOrigin ?? address) + path}\n`).join('');
    process.stdout.write(
      `Administrators are missing. One person each opens one of these, once, within 7 days:\n${links}`,
    );
  }
  process.stdout.write(`Data: ${opened.value.description}. Stop with Ctrl-C.\n`);
}

function refuse(refusal: StartRefusal): void {
  process.stderr.write(`${explainStart(refusal)}\n`);
  process.exit(1);
}
