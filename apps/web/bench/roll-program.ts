/**
 * Measures the import of a national tree and of a roll, through the same use cases as the pages, on a database of its own.
 * Prints one JSON object. `node apps/web/bench/roll-program.ts [PEOPLE]`
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '@convite/kernel';
import type { RollsContext } from '../src/features/rolls/rolls-context.ts';
import { findConsultation, sizesByContest } from '../src/features/rolls/store.ts';
import { newestImport } from '../src/features/rolls/store-imports.ts';
import { applyImport, requestApply } from '../src/features/rolls/usecases/apply-import.ts';
import { bringRoll } from '../src/features/rolls/usecases/bring-roll.ts';
import { commitToRoll } from '../src/features/rolls/usecases/commit-to-roll.ts';
import { readImport } from '../src/features/rolls/usecases/read-import.ts';
import { writeEligibility } from '../src/features/rolls/usecases/write-eligibility.ts';
import { applyImport as applyTree } from '../src/features/territories/usecases/apply-import.ts';
import { bringTerritories } from '../src/features/territories/usecases/bring-territories.ts';
import { prepareJobs } from '../src/jobs/job-queue.ts';
import { makeProcesses } from '../src/jobs/processes.ts';
import { openWorkFolder } from '../src/jobs/work-folder.ts';
import { ensureDatabase, startCluster } from '../src/persistence/cluster/cluster.ts';
import { makeDatabase } from '../src/persistence/database.ts';
import { migrate } from '../src/persistence/migrate.ts';
import { makePool } from '../src/persistence/pool.ts';
import { nationalTree } from '../test/territories/national-tree.ts';
import { generatedRoll } from './generated-roll.ts';

const people = Number(process.argv[2] ?? 1_000_000);
const circuits = 5336;
const folder = mkdtempSync(join(tmpdir(), 'convite-bench-roll-'));
const started = await startCluster({ folder, durable: true });
invariant(started.ok, 'the database of the bench starts');
const cluster = started.value;
await ensureDatabase(cluster, 'bench');
const pool = makePool(cluster.connection('bench'), (error) => process.emitWarning(error));
await migrate(pool, fileURLToPath(new URL('../migrations', import.meta.url)));
await prepareJobs(pool);
const work = await openWorkFolder(join(folder, 'work'));
const readers: RollsContext['readers'] = makeProcesses(new URL('../src/reading/program.ts', import.meta.url), {
  atOnce: 1,
  memoryMegabytes: 512,
});
const context: RollsContext = {
  database: makeDatabase(pool),
  readers,
  work,
  now: () => new Date(),
  newId: randomUUID,
  random: randomBytes,
  key: randomBytes(32),
};

/** The most memory that a process of ours held so far, in megabytes; Linux tells it in /proc. */
const peakOf = (pid: number | string): number => {
  const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(peak) / 1024);
};
let readerPeak = 0;
const watch = setInterval(() => {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command.includes('reading/program')) readerPeak = Math.max(readerPeak, peakOf(pid));
    } catch {
      // A process that ended while we looked.
    }
  }
}, 100);

/** Processor seconds of this process, of its reading processes and of the database, which ends no connection meanwhile. */
function processorSeconds(): number {
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const isOurs = pid === String(process.pid) || command.includes(folder) || command.includes('convite bench ');
        if (!isOurs) return 0;
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // User and system, its own and that of children that ended.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
      } catch {
        // A process that ended while we looked.
        return 0;
      }
    });
  return ticks.reduce((sum, one) => sum + one, 0) / 100;
}

interface Stage {
  readonly seconds: number;
  readonly processor: number;
  /** The most memory of this process while it lasted, in megabytes. */
  readonly megabytes: number;
}
const stages: Record<string, Stage> = {};
async function timed<T>(name: string, act: () => Promise<T>): Promise<T> {
  let most = process.memoryUsage.rss();
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const [before, processor] = [performance.now(), processorSeconds()];
  const value = await act();
  clearInterval(look);
  stages[name] = {
    seconds: Math.round((performance.now() - before) / 10) / 100,
    processor: Math.round((processorSeconds() - processor) * 100) / 100,
    megabytes: Math.round(most / 1e6),
  };
  return value;
}

const { rows: accounts } = await pool.query<{ id: string }>(
  `insert into accounts (id, email, name, created_at) values ($1, 'registro@example.org', 'Registro', now()) returning id`,
  [randomUUID()],
);
const by = accounts[0]?.id ?? '';
await timed('territories', async () => {
  await work.use(async (place) => {
    writeFileSync(place.path('upload'), nationalTree());
    const declared = { encoding: null, separator: null };
    const brought = await bringTerritories(context, { place, file: 'upload', name: 'tree.csv', declared, by });
    invariant(brought.ok, 'the tree is sound');
    invariant((await applyTree(context, brought.value, by)).ok, 'the tree is applied');
  });
});
// What another feature writes: a consultation of the nation, with a contest in each circuit.
await pool.query(
  `insert into consultations (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status,
     created_at)
   select $1, 'obras', id, '{"es":"Obras"}', '{es}', 'America/Caracas', now() + interval '9 day', now() + interval '10 day',
     'VES', 2, 'draft', now() from territories where code = 'VE'`,
  [randomUUID()],
);
await pool.query(
  `insert into contest_templates (id, consultation_id, name, form, most, may_be_blank, rule, crypto_group)
   select $1, id, '{"es":"Obra"}', 'choose_one', 1, true, '{}', 'Ed25519' from consultations`,
  [randomUUID()],
);
await pool.query(
  `insert into contests (id, consultation_id, template_id, territory_id, status)
   select gen_random_uuid(), c.id, p.id, t.id, 'draft' from consultations c, contest_templates p, territories t
   where t.level = 'commune'`,
);
const consultation = await findConsultation(context.database, 'obras', 'es');
invariant(consultation !== undefined, 'the consultation was just made');
const eligibility = {
  minimumAge: 15,
  ageOn: '2026-11-22',
  proofs: ['identity_document', 'communal_register'],
} as const;
invariant((await writeEligibility(context, consultation, eligibility, by)).ok, 'the rule is written');

const attempt = { signal: new AbortController().signal, last: true };
async function importRoll(name: string, changes: number): Promise<void> {
  const path = join(folder, 'roll.csv');
  const file = createWriteStream(path);
  for (const line of generatedRoll(people, circuits, changes)) {
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const declared = { encoding: null, separator: null, dates: 'dmy' } as const;
  invariant(consultation !== undefined, 'the consultation was just made');
  const brought = await timed(`${name}, stored`, () =>
    bringRoll(context, consultation, { path, name: 'roll.csv', declared, part: '', by }),
  );
  invariant(brought.ok, 'the roll is stored');
  await timed(`${name}, read and checked`, () => readImport(context, brought.value, attempt));
  const read = await newestImport(context.database, consultation.id);
  invariant(read?.status === 'ready', `the roll is sound: ${JSON.stringify(read)}`);
  invariant((await requestApply(context, consultation.id, brought.value, by)).ok, 'the roll may be applied');
  await timed(`${name}, applied`, () => applyImport(context, brought.value));
  const done = await newestImport(context.database, consultation.id);
  invariant(done?.status === 'applied', `the roll is applied: ${JSON.stringify(done)}`);
}

await importRoll('first version', 0);
const megabytes = Math.round(statSync(join(folder, 'roll.csv')).size / 1e6);
const sizes = await timed('sizes of all contests', () => sizesByContest(context.database, consultation.id));
await timed('commitment', async () => {
  const committing = { ...consultation, people, salt: randomBytes(32), signal: undefined, tell: () => undefined };
  invariant((await commitToRoll(context, committing)).ok, 'the commitment is made');
});
await importRoll('second version, 1 in 100 changed', 10);
clearInterval(watch);

process.stdout.write(
  `${JSON.stringify({
    people,
    megabytes,
    contests: sizes.length,
    placed: sizes.reduce((sum, one) => sum + one.people, 0),
    stages,
    peakMegabytes: { reader: readerPeak, server: peakOf(process.pid) },
  })}\n`,
);
await pool.end();
await cluster.stop();
await work.remove();
rmSync(folder, { recursive: true, force: true });
