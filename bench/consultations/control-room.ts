/**
 * A national consultation prepared through the pages that staff use: two administrators begin the installation, invite an
 * organiser and a reviewer, the territories and all options are imported, and the control room is looked at. Nothing is
 * written to the database from outside. Prints one JSON object.
 */
import { importTables, slug } from './import-tables.ts';
import { circuits, optionsTable, projects } from './national-tables.ts';
import { pageTimes, roomPaths } from './page-times.ts';
import { startSite } from './site-process.ts';
import { invite, setUp } from './staff-browser.ts';

const looks = 100;
const site = await startSite();

try {
  const { origin, links } = site;
  const [first = '', second = ''] = links;
  const ana = await setUp(origin, first, 'Ana');
  const luis = await setUp(origin, second, 'Luis');
  const olga = await invite(origin, [ana, luis], 'Olga', 'organiser');
  const raul = await invite(origin, [ana, luis], 'Raul', 'reviewer');
  const seconds: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    seconds[name] = Math.round(performance.now() - began) / 1000;
    return value;
  };
  await importTables({ administrator: ana, organiser: olga, reviewer: raul }, circuits, timed);

  const room = `/org/c/${slug}`;
  const { rooms, contests } = await roomPaths(olga.browser, slug, looks);
  const times = (paths: readonly string[]) => pageTimes(olga.browser, paths);
  const many = (path: string, count: number): readonly string[] => Array.from({ length: count }, () => room + path);
  const byPage = {
    control_room: await times(rooms),
    contest: await times(contests),
    freeze: await times(many('/freeze', 10)),
    contests_csv: await times(many('/contests.csv', 5)),
    options_csv: await times(many('/options.csv', 5)),
  };
  const result = {
    contests: circuits,
    options: projects,
    options_megabytes: Math.round(Buffer.byteLength(optionsTable()) / 1e4) / 100,
    import_seconds: seconds,
    milliseconds: byPage,
    server_megabytes: site.peakMegabytes(),
  };
  process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
} finally {
  await site.stop();
}
