/**
 * Whether answers tell, by their words or by their time, who has an account, who is on the roll and who has had an
 * admission: signing in, asking whether one may vote, asking for a code by e-mail, giving a wrong one. A server in a process
 * of its own, over HTTP, with its own limits. Prints one JSON object.
 *
 * `npm run bench -- answers [ROUNDS]`
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openVote } from '../cast/vote-server.ts';
import { startSite } from '../consultations/site-process.ts';
import { joinStaff, setUp } from '../consultations/staff-browser.ts';
import { askInTurn } from './ask-in-turn.ts';
import { openMailbox } from './mailbox.ts';
import {
  accountsFor,
  addressesFor,
  codeAskers,
  exchangeCodes,
  peopleFor,
  rollAskers,
  signInAskers,
  wrongCodeAskers,
} from './people.ts';

const rounds = Number(process.argv[3] ?? 10_000);
/** The rule of the contest that the server's side stores. */
const rules = createHash('sha256').update('{"rule":"greedy"}').digest('hex');

const work = mkdtempSync(join(tmpdir(), 'convite-bench-answers-'));
const mail = await openMailbox();
const site = await startSite({ SMTP_URL: mail.url, MAIL_FROM: 'votos@enramada.example', LOG_LEVEL: 'fatal' });
try {
  const { origin, folder, links } = site;
  const sealing = fileURLToPath(new URL('../cast/seal-ballots-program.ts', import.meta.url));
  execFileSync(process.execPath, [sealing, work, '1', rules]);
  const contest = openVote(folder, join(work, 'election.bel'), peopleFor(rounds));
  const consultation = contest.slice(0, contest.indexOf('/contests/'));

  const ana = await setUp(origin, links[0] ?? '', 'Ana');
  await setUp(origin, links[1] ?? '', 'Luis');
  const accounts: string[] = [];
  for (let i = 0; i < accountsFor(rounds); i++) {
    accounts.push((await joinStaff(origin, ana, `Socia${i}`, `10.254.0.${i}`)).email);
  }
  const addresses = addressesFor(rounds);
  await exchangeCodes(origin, contest, addresses, mail);
  await mail.rest();

  const loadBefore = loadavg();
  const signIn = await askInTurn(origin, signInAskers(accounts), rounds);
  const mayIVote = await askInTurn(origin, rollAskers(`${consultation}/may-i-vote`, peopleFor(rounds)), rounds);
  const codeAsked = await askInTurn(origin, codeAskers(contest, addresses), rounds, '/healthz');
  await mail.rest();
  const wrongCode = await askInTurn(origin, wrongCodeAskers(contest, addresses), rounds);
  const result = {
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg() },
    rounds,
    letters: mail.count(),
    milliseconds: { sign_in: signIn, may_i_vote: mayIVote, code_asked: codeAsked, wrong_code: wrongCode },
  };
  process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
} finally {
  await site.stop();
  mail.close();
  rmSync(work, { recursive: true, force: true });
}
