/**
 * Stores a contest that is open, with the election of an archive: for measurements that start with a vote under way.
 *
 * Arguments: the folder of the database's socket, the data folder, the archive, and how many people are on a roll and get
 * codes by e-mail; left out, nobody. Prints the path of the contest.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '@convite/kernel';
import { openBallots } from '../../src/features/ballots/open-ballots.ts';
import { setUpElection } from '../../src/features/ballots/usecases/set-up-election.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { makePool } from '../../src/persistence/pool.ts';
import { askForCodes } from './roll-of-mail.ts';
import { moveContest, storeContest } from './voting-contest.ts';

const [host = '', data = '', archivePath = '', people = '0'] = process.argv.slice(2);
const pool = makePool({ host, port: 5432, ssl: false, user: 'convite', database: 'convite' }, (error) =>
  process.emitWarning(error),
);
// What a first start counts in the background would be measured too.
for (let left = 1; left > 0;) {
  const { rows } = await pool.query('select count(*) as left from graphile_worker.jobs where run_at <= now()');
  left = rows[0].left;
  if (left > 0) await pause(500);
}
const room = await openBallots({
  database: makeDatabase(pool),
  folder: join(data, 'board'),
  proofProgram: new URL('../../src/features/ballots/proofs/program.ts', import.meta.url),
  threads: 1,
  sendMail: openMailer({ smtpUrl: undefined, from: undefined }),
  now: () => new Date(),
});
const stored = await storeContest(pool);
const archive = readFileSync(archivePath);
const set = await setUpElection(room.context, { contest: stored.contest, archive, spares: [], by: null });
invariant(set.ok, `the election is set up: ${JSON.stringify(set)}`);
if (people !== '0') {
  const rolled = Array.from({ length: Number(people) }, (_, i) => ({
    name: `Vecina ${i}`,
    email: `vecina-${i}@enramada.example`,
    document: `v${i}`,
  }));
  await askForCodes(pool, stored, rolled);
}
await moveContest(pool, stored, 'open');
await room.close();
await pool.end();
process.stdout.write(`/c/${stored.slug}/contests/${stored.contest}\n`);
