import { appendFileSync } from 'node:fs';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { defaultRuleSet } from '@convite/counting';
import { personKey, roles } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type pg from 'pg';
import { type Ballots, openBallots } from '../../src/features/ballots/index.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { type AskedSite, openTestSite } from '../open-test-site.ts';
import { addressOf } from '../access-places.ts';
import { makeStaff } from '../staff.ts';
import { until } from '../until.ts';
import { proofProgram } from './ballots-room.ts';
import { type Link, type Sought, stealFrom } from './link-attack.ts';
import { readFiles, readPages, type Viewer } from './look-around.ts';
import { codeIn, type MailServer, openMailServer } from './mail-server.ts';
import { openVote, type OpenVote } from './open-vote.ts';
import { askForCodes } from './roll-of-mail.ts';
import { sealBallot } from './sealed-election.ts';
import { makeServerProcess, type ServerProcess } from './server-process.ts';
import { moveContest } from './voting-contest.ts';
import { linksByWatching, type Sheet, type Sight } from './watch-attack.ts';

/** Voters who come one by one, with nobody else near in time. */
export const voters = 5;

/** A site in a process of its own, and who looks at it. */
export interface WatchedSite {
  readonly server: ServerProcess;
  readonly address: string;
  readonly pool: pg.Pool;
  readonly mail: MailServer;
  readonly site: { readonly ballots: Ballots };
  readonly anybody: Viewer;
  /** Somebody with every role of staff: what any of them sees is among what this one sees. */
  readonly staff: Viewer;
  /** The paths of all that can be asked for, as routes declare them: by everybody, and by staff. */
  readonly paths: { readonly open: readonly string[]; readonly staff: readonly string[] };
  close(): Promise<void>;
}

export async function openWatchedSite(): Promise<WatchedSite> {
  const own = await openTestSite();
  const { open = [], staff = [] } = Object.groupBy(
    own.site.routes.declared.filter(({ method }) => method === 'GET'),
    ({ access }) => (access === 'public' ? 'open' : 'staff'),
  );
  const paths = { open: open.map(({ path }) => path), staff: staff.map(({ path }) => path) };
  await own.close();
  const mail = await openMailServer();
  const settings = { DEMO: '0', LOG_LEVEL: 'debug', SMTP_URL: mail.url, TRUST_PROXY: '1' };
  const server = await makeServerProcess('web-watched', settings);
  const address = await server.start();
  const pool = server.pool();
  // Behind a checkpoint the log of transactions has whole pages again, with everybody in them.
  await pool.query(`alter system set checkpoint_timeout = '1d'`);
  await pool.query('select pg_reload_conf()');
  await pool.query(
    `create table trouble (says text);
     create function make_trouble() returns trigger language plpgsql as $$
       begin
         if exists (select from trouble) then raise exception '%', (select says from trouble limit 1); end if;
         return new;
       end $$;
     create trigger make_trouble before insert on board_ballots for each row execute function make_trouble()`,
  );
  const database = makeDatabase(pool);
  const ballots = await openBallots({
    ...{ database, folder: join(server.data, 'board'), proofProgram, threads: 1, now: () => new Date() },
    sendMail: openMailer({ smtpUrl: undefined, from: undefined }),
  });
  const asked: AskedSite = {
    origin: address,
    ask: (path, init = {}) => fetch(new URL(path, address), { redirect: 'manual', ...init }),
  };
  const staffed = { ...asked, site: { accounts: { database, now: () => new Date() } } };
  const everyRole = roles.map((role) => ({ role, territory: null }));
  const { browser } = await makeStaff(staffed, 'Everybody in one', everyRole);
  return {
    ...{ server, address, pool, mail, site: { ballots }, paths },
    anybody: { name: 'anybody', get: (path) => asked.ask(path) },
    staff: { name: 'staff', get: (path) => browser.get(path) },
    async close() {
      await ballots.close();
      await server.stop();
      await mail.close();
    },
  };
}

/** A person of the roll, by all names under which something of theirs could be written down. */
interface Voter {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Where the person's telephone is. */
  readonly network: string;
  /** What those who ask about this person are counted under, by the key that stands in the database itself. */
  readonly question: string;
}

/** What is found by whoever watches a vote, and who cast which ballot. */
export interface Watched {
  readonly links: readonly Link[];
  /** Those that are found in the database when people are known by their questions alone. */
  readonly linksByQuestions: readonly Link[];
  /** Answers that were no pages, for something failed. */
  readonly broken: readonly string[];
  readonly truth: ReadonlyMap<string, string>;
}

/** A whole vote, watched. @param leaks whether each source gives everyone away */
export async function watchVote(watched: WatchedSite, leaks: boolean): Promise<Watched> {
  const { pool, site, server } = watched;
  const vote = await openVote({ database: { pool }, site }, voters, { hours: 12 });
  const people = await enrol(watched, vote);
  await pool.query('checkpoint');
  const spoils = await stealFrom(pool);
  const sights: Sight[] = [await look(watched, vote)];
  const truth = new Map<string, string>();
  const ballots: Sought[] = [];
  for (const [i, voter] of people.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    if (leaks) await giveAway(watched, vote, voter);
    const { tracker, height } = await voteAs(watched, vote, voter, i, leaks);
    ballots.push({ kind: 'ballot', who: height, names: [tracker] });
    truth.set(voter.id, height);
    await spoils.copyLog();
    const header: Sheet = { kind: 'header', place: `anybody ${vote.path}`, text: `etag: "${voter.id}"` };
    sights.push([...(await look(watched, vote)), ...(leaks ? [header] : [])]);
  }
  await moveContest(pool, vote, 'closed');
  sights.push(await look(watched, vote));
  invariant(server.said().includes('a ballot could not be recorded'), 'the log tells of failures');
  const soughtBy = (namesOf: (voter: Voter) => readonly string[]): readonly Sought[] => [
    ...people.map((voter): Sought => ({ kind: 'person', who: voter.id, names: namesOf(voter) })),
    ...ballots,
  ];
  const sought = soughtBy(({ id, name, address, network, question }) => [id, name, address, network, question]);
  return {
    truth,
    links: [...(await spoils.links(sought)), ...linksByWatching(sights, sought)],
    linksByQuestions: await spoils.links(soughtBy(({ question }) => [question])),
    broken: sights
      .flat()
      .filter(({ kind, text }) => kind === 'header' && text.startsWith('5'))
      .map(({ place, text }) => `${place}: ${text}`),
  };
}

async function enrol({ pool }: WatchedSite, vote: OpenVote): Promise<readonly Voter[]> {
  const named = Array.from({ length: voters }, () => {
    const word = randomUUID().slice(0, 13);
    return { name: `vecina ${word}`, email: `vecina-${word}@enramada.example` };
  });
  await askForCodes(pool, vote, named);
  await furnish(pool, vote);
  const { rows } = await pool.query('select id, name, email from roll_entries where consultation_id = $1', [
    vote.consultation,
  ]);
  const { rows: keys } = await pool.query('select visitor_key from service_keys');
  return rows.map(({ id, name, email }, i) => ({
    ...{ id, name, address: email },
    network: `198.51.100.${100 + i}`,
    question: questionMark(keys[0]?.visitor_key, vote, name),
  }));
}

/** What voters say of themselves beside their name. */
const unnamed = { birthDate: '1980-01-01', toldApart: '', document: 'V-1' };

/** What a question about somebody is counted under, by a key. */
function questionMark(key: Uint8Array, { consultation }: OpenVote, name: string): string {
  const { normalName } = personKey({ ...unnamed, name });
  return createHmac('sha256', key)
    .update(JSON.stringify(['roll question', consultation, 'person', normalName, unnamed.birthDate]))
    .digest('base64url');
}

/** What pages show of a consultation beside its ballots: options, a rule, who may be on the roll. */
async function furnish(pool: pg.Pool, { consultation, contest }: OpenVote): Promise<void> {
  const rule = JSON.stringify({ ...defaultRuleSet('greedy', 'choose-one'), maximumWinners: 1 });
  await pool.query('update contest_templates set rule = $2 where consultation_id = $1', [consultation, rule]);
  await pool.query('update rule_sets set canonical = $1', [rule]);
  await pool.query('update rolls set eligibility = $2 where consultation_id = $1', [
    consultation,
    JSON.stringify({ minimumAge: 15, ageOn: '2026-11-22', proofs: ['identity_document'] }),
  ]);
  for (const [i, title] of ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'].entries()) {
    await pool.query(`insert into options (contest_id, number, title, summary) values ($1, $2, $3, '')`, [
      contest,
      i + 1,
      title,
    ]);
  }
}

/** All that can be read of the site at this moment. Whoever is on the staff reads what everybody reads, and more. */
async function look(watched: WatchedSite, vote: OpenVote): Promise<Sight> {
  const { server, anybody, staff, paths, pool } = watched;
  const { rows } = await pool.query('select territory_id as territory from consultations where id = $1', [
    vote.consultation,
  ]);
  const place = { territory: String(rows[0]?.territory), consultation: vote.slug, contest: vote.contest };
  const addresses = (of: readonly string[]): readonly string[] => of.map((path) => addressOf(path, place));
  return [
    ...(await readPages(anybody, addresses(paths.open), [`/c/${vote.slug}`])),
    ...(await readPages(staff, addresses(paths.staff), [`/org/c/${vote.slug}`, '/org/trail', '/org/people'])),
    ...readFiles(server.data),
    { kind: 'log', place: 'standard output and error', text: server.said() },
  ];
}

/** One voter's way: where do I vote, the code, a mistake in it, a broken ballot, the ballot; now and then something fails. */
async function voteAs(
  { address, mail, pool, server, site }: WatchedSite,
  vote: OpenVote,
  voter: Voter,
  i: number,
  leaks: boolean,
): Promise<{ readonly tracker: string; readonly height: string }> {
  const post = (path: string, body: string, type = 'application/json', more: Record<string, string> = {}) =>
    fetch(address + path, {
      method: 'POST',
      body,
      headers: { Origin: address, 'Content-Type': type, 'X-Forwarded-For': voter.network, ...more },
    });
  const status = async (asked: Promise<Response>): Promise<number> => (await asked).status;
  const form = new URLSearchParams({ name: voter.name, birth_date: unnamed.birthDate, document: unnamed.document });
  const told = await status(post(`/c/${vote.slug}/may-i-vote`, form.toString(), 'application/x-www-form-urlencoded'));
  invariant(told === 200, 'the question is answered');
  // By the key outside the database it is found: what a thief would make by a key inside is made in the same way.
  const counted = questionMark(site.ballots.context.secondFactor.peopleKey, vote, voter.name);
  const { rowCount } = await pool.query('select from roll_questions where place = $1', [counted]);
  invariant(rowCount === 1, 'questions are counted as the thief supposes');
  const failures = (): number => server.said().split('an attempt at a job failed').length;
  const before = failures();
  // For one of them the mailer refuses first, and says whom.
  mail.setRefusing(i === 1);
  const drawn = (): string => randomBytes(18).toString('base64url');
  const question = { address: voter.address, question: drawn() };
  const asked = await status(post(`${vote.path}/codes`, JSON.stringify(question)));
  invariant(asked === 202, 'the code is asked for');
  if (i === 1) await until(() => (failures() > before ? true : undefined));
  mail.setRefusing(false);
  const code = await until(() => codeIn(mail.letters.findLast(({ to }) => to === voter.address)?.text));
  const exchange = (typed: string): Promise<Response> => {
    return post(`${vote.path}/admissions`, JSON.stringify({ ...question, code: typed, number: drawn() }));
  };
  invariant((await status(exchange('0000 0000'))) === 403, 'a wrong code is refused');
  const { admission }: { readonly admission: string } = JSON.parse(await (await exchange(code)).text());
  const text = await sealBallot(vote.election.electionText, vote.election.letters[i]?.credential ?? '', i % 3);
  const cast = (ballot: string): Promise<Response> =>
    post(`${vote.path}/ballots`, ballot, 'application/json', { 'Convite-Admission': admission });
  invariant((await status(cast(text.slice(0, -2)))) === 422, 'a broken ballot is refused');
  if (i === 2 || leaks) {
    await pool.query('insert into trouble values ($1)', [leaks ? `no room for ${voter.address}` : 'no room']);
    invariant((await status(cast(text))) === 503, 'the ballot is not recorded');
    await pool.query('delete from trouble');
  }
  const receipt: { readonly tracker: string; readonly event: string } = JSON.parse(await (await cast(text)).text());
  const { height }: { readonly height: number } = JSON.parse(receipt.event);
  return { tracker: receipt.tracker, height: String(height) };
}

/** What somebody might have built in by mistake: a public line of who was admitted, a note on the disk, a question by the key in the database. */
async function giveAway({ pool, server }: WatchedSite, vote: OpenVote, voter: Voter): Promise<void> {
  await pool.query(
    `insert into audit_trail (event, subject, happened_at, reason, is_public)
     values ('entitlement.burnt', $1, now(), $2, true)`,
    [vote.consultation, `Admitida: ${voter.name}`],
  );
  appendFileSync(join(server.data, 'work', 'admitted.txt'), `${voter.address}\n`);
  await pool.query('insert into roll_questions (place, asked_at) values ($1, now())', [voter.question]);
}
