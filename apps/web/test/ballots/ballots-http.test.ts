import { connect } from 'node:net';
import { checkReceipt } from '@convite/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { openBeside, openVote, type OpenVote, sendBallot } from './open-vote.ts';
import { sealBallot, sha256 } from './sealed-election.ts';
import { moveContest, storeContest } from './voting-contest.ts';

let site: TestSite;
let vote: OpenVote;
beforeAll(async () => {
  site = await openTestSite();
  vote = await openVote(site, 40);
});
afterAll(() => site.close());

const sealed = (letter: number, chosen = 1): Promise<string> =>
  sealBallot(vote.election.electionText, vote.election.letters[letter]?.credential ?? '', chosen);
const problem = async (response: Response) => {
  const { code } = await response.json();
  return [response.status, code, response.headers.get('Content-Type')];
};
const json = 'application/problem+json';
const send = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
) => site.ask(`${vote.path}/ballots`, { method: 'POST', body, headers: { Origin: site.origin, ...headers } });

describe('casting over HTTP', () => {
  it('answers with the receipt, which holds under the published key, and the same again with the same', async () => {
    const text = await sealed(0);
    const first = await sendBallot(site, vote, text);
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([201, 'no-store']);
    const receipt = await first.text();
    const key = (await (await site.ask(`${vote.path}/board/key`)).text()).trim();
    expect(checkReceipt(receipt, key, sha256)).toMatchObject({ ok: true, value: { contest: vote.contest } });
    const again = await sendBallot(site, vote, text);
    expect([again.status, await again.text()]).toEqual([200, receipt]);
  });

  it('says in RFC 9457 what is wrong with a request, and stores nothing', async () => {
    const text = await sealed(1);
    const before = await heightOf();
    expect(await problem(await send(text, { 'Content-Type': 'text/plain' }))).toEqual([415, 'wrong_type', json]);
    expect(await problem(await send('x'.repeat(1_000_001)))).toEqual([413, 'too_large', json]);
    expect(await problem(await send(`{"a":${'['.repeat(40)}`))).toEqual([400, 'too_deep', json]);
    expect(await problem(await send(Uint8Array.of(0x7b, 0xff, 0x7d)))).toEqual([400, 'not_utf8', json]);
    expect(await problem(await send(''))).toEqual([422, 'invalid_ballot', json]);
    expect(await problem(await send(`\ufeff${text}`))).toEqual([422, 'invalid_ballot', json]);
    expect(await problem(await send('{"__proto__":{"answers":[]}}'))).toEqual([422, 'invalid_ballot', json]);
    const wrong = await send(text.replace(/"answers":\[.*\],"signature"/u, '"answers":[],"signature"'));
    expect(wrong.status).toBe(422);
    const { failures } = await wrong.json();
    expect(failures.map(({ check, place }: { check: string; place: string }) => `${check} ${place}`)).toContain(
      'ballot.answers ballot.answers',
    );
    expect(await heightOf()).toBe(before);
  });

  it('does not know contests under another consultation, of no election, or by no id', async () => {
    const other = await storeContest(site.database.pool);
    for (const path of [
      `/c/${other.slug}/contests/${vote.contest}/ballots`,
      `/c/${other.slug}/contests/${other.contest}/ballots`,
      `/c/${vote.slug}/contests/x/ballots`,
    ]) {
      const response = await site.ask(path, {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json', Origin: site.origin },
      });
      expect(await problem(response), path).toEqual([404, 'not_found', json]);
    }
  });

  it('tells when a vote opens and that it is closed', async () => {
    const later = await openVote(site, 1);
    const text = await sealBallot(later.election.electionText, later.election.letters[0]?.credential ?? '', 1);
    await moveContest(site.database.pool, later, 'frozen');
    const early = await sendBallot(site, later, text);
    expect([early.status, (await early.json()).code]).toEqual([409, 'not_open']);
    await moveContest(site.database.pool, later, 'closed');
    expect(await problem(await sendBallot(site, later, text))).toEqual([409, 'closed', json]);
  });

  it('takes the ballot from the page of no other site: there is no cookie to act with, and forms are refused', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://elsewhere.example' };
    expect((await send('ballot=x', headers)).status).toBe(403);
  });

  it('cuts a body off that is larger than it said, and goes on', async () => {
    const { port, hostname } = new URL(site.site.address);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let text = '';
      socket.on('data', (data) => (text += String(data)));
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
      socket.write(
        `POST ${vote.path}/ballots HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
      );
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      for (let i = 0; i < 20; i++) socket.write(chunk);
      socket.end('0\r\n\r\n');
    });
    expect(answer).toContain(' 413 ');
    expect((await site.ask('/healthz')).status).toBe(200);
  });
});

async function heightOf(): Promise<number> {
  const { rows } = await site.database.pool.query('select height from elections where contest_id = $1', [vote.contest]);
  return rows[0]?.height;
}

describe('the public board over HTTP', () => {
  it('is downloaded whole or in parts, goes on after it has grown, and may be kept for ever', async () => {
    await sendBallot(site, vote, await sealed(2));
    const link = await site.ask(`${vote.path}/board/archive.bel`);
    const address = link.headers.get('Location') ?? '';
    expect(link.status).toBe(302);
    const whole = await site.ask(address);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.headers.get('Cache-Control')).toContain('immutable');
    expect(Number(whole.headers.get('Content-Length'))).toBe(bytes.length);
    const etag = whole.headers.get('ETag') ?? '';
    const start = await site.ask(address, { headers: { Range: 'bytes=0-1499' } });
    await sendBallot(site, vote, await sealed(3));
    const rest = await site.ask(address, { headers: { Range: 'bytes=1500-', 'If-Range': etag } });
    expect([start.status, rest.status]).toEqual([206, 206]);
    expect(rest.headers.get('Content-Range')).toBe(`bytes 1500-${bytes.length - 1}/${bytes.length}`);
    const joined = Buffer.concat([Buffer.from(await start.arrayBuffer()), Buffer.from(await rest.arrayBuffer())]);
    expect(joined.equals(bytes)).toBe(true);
    expect((await site.ask(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await site.ask(address, { headers: { Range: `bytes=${bytes.length}-` } })).status).toBe(416);
    expect((await site.ask(`${vote.path}/board/archives/999999.bel`)).status).toBe(404);
    const longer = await site.ask((await site.ask(`${vote.path}/board/archive.bel`)).headers.get('Location') ?? '');
    expect(
      Buffer.from(await longer.arrayBuffer())
        .subarray(0, bytes.length)
        .equals(bytes),
    ).toBe(true);
    expect(bytes.subarray(0, vote.election.archive.length).equals(vote.election.archive)).toBe(true);
  });

  it('shows how many votes there are, and each code on a page that many share', async () => {
    const { tracker } = JSON.parse(await (await sendBallot(site, vote, await sealed(4, 1))).text());
    await sendBallot(site, vote, await sealed(4, 2));
    const page = await (await site.ask(`${vote.path}/board`, { headers: { 'Accept-Language': 'en' } })).text();
    expect(page).toMatch(/\d+ votes in this box/u);
    const codes = await (await site.ask(`${vote.path}/board/codes`, { headers: { 'Accept-Language': 'en' } })).text();
    expect(codes).toContain(`id="${tracker}"`);
    const list = await (await site.ask(`${vote.path}/board/ballots.txt`)).text();
    expect(list).toMatch(new RegExp(`^${tracker.replaceAll('+', '\\+')} \\d+ replaced$`, 'mu'));
    const found = await site.ask(`/c/${vote.slug}/find-my-vote`);
    expect([found.status, found.headers.get('Location')]).toEqual([302, `${vote.path}/board`]);
  });

  it('tells two papers of one place apart, where one looks for a vote and on the boards themselves', async () => {
    const first = await openVote(site, 1);
    const second = await openBeside(site, first, 'Vocería');
    const hidden = await site.ask(`/c/${first.slug}/find-my-vote?territory=`);
    const list = await hidden.text();
    expect(hidden.status).toBe(200);
    for (const { path } of [first, second]) expect(list).toContain(`href="${path}/board"`);
    expect(list).toMatch(/<b>T-[^<]*<\/b> Obra/u);
    expect(list).toMatch(/<b>T-[^<]*<\/b> Vocería/u);
    const board = await (await site.ask(`${second.path}/board`)).text();
    expect(board).toMatch(/T-[^<]* › Vocería/u);
    expect(board).toContain(`href="/c/${first.slug}/find-my-vote"`);
    const codes = await (await site.ask(`${first.path}/board/codes`)).text();
    expect(codes).toMatch(/T-[^<]* › Obra/u);
  });

  it('finds boards by name or code of the place, and knows none of a consultation that is being written', async () => {
    const one = await openVote(site, 1);
    await openBeside(site, one, 'Vocería');
    const { rows } = await site.database.pool.query<{ code: string }>(
      'select t.code from territories t join contests k on k.territory_id = t.id where k.id = $1',
      [one.contest],
    );
    const search = async (words: string) =>
      (await site.ask(`/c/${one.slug}/find-my-vote?${new URLSearchParams({ territory: words })}`)).text();
    expect(await search(rows[0]?.code ?? '')).toContain(`${one.path}/board`);
    expect(await search('Macondo')).not.toContain('/board"');
    await moveContest(site.database.pool, one, 'draft');
    expect((await site.ask(`/c/${one.slug}/find-my-vote`)).status).toBe(404);
  });

  it('gives the election byte for byte', async () => {
    const response = await site.ask(`${vote.path}/election.json`);
    expect(await response.text()).toBe(vote.election.electionText);
  });

  it('is there before the first ballot of an opened contest, and not before the opening', async () => {
    const fresh = await openVote(site, 1);
    expect((await site.ask(`${fresh.path}/board/head`)).status).toBe(200);
    const unopened = await openVote(site, 1);
    await moveContest(site.database.pool, unopened, 'frozen');
    expect((await site.ask(`${unopened.path}/board/head`)).status).toBe(404);
  });
});

describe('codes by e-mail over HTTP', () => {
  const post = (part: string, body: unknown) =>
    site.ask(`${vote.path}/${part}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Origin: site.origin },
    });

  const number = 'n'.repeat(24);
  const question = 'q'.repeat(24);
  const asking = { address: 'a@b.example', question };
  const typed = { ...asking, code: '1234 5678', number };

  it('are of no paper that asks for the letter alone', async () => {
    expect(await problem(await post('codes', asking))).toEqual([404, 'not_found', json]);
    expect(await problem(await post('admissions', typed))).toEqual([404, 'not_found', json]);
  });

  it('are asked for with one answer for every address, and a wrong one is refused without saying why', async () => {
    await site.database.pool.query(
      'insert into second_factors (consultation_id) select consultation_id from contests where id = $1',
      [vote.contest],
    );
    const asked = await Promise.all(
      ['a@b.example', 'c@d.example'].map((address) => post('codes', { address, question })),
    );
    expect(asked.map((answer) => answer.headers.get('Retry-After'))).toEqual(['60', '60']);
    // No mailer is set here: who asks is told so, and nothing about the address.
    for (const answer of asked) expect(await problem(answer)).toEqual([503, 'mailer_away', json]);
    expect(await problem(await post('admissions', typed))).toEqual([403, 'wrong_code', json]);
    for (const body of [
      {},
      { ...asking, address: 'x' },
      { ...asking, question: 'short' },
      { ...asking, more: 1 },
      'x',
    ]) {
      expect(await problem(await post('codes', body))).toEqual([400, 'bad_address', json]);
    }
    for (const body of [
      { ...typed, number: 'short' },
      { ...typed, number: undefined },
      { ...typed, question: undefined },
      { ...typed, more: 1 },
    ]) {
      expect(await problem(await post('admissions', body))).toEqual([400, 'bad_address', json]);
    }
  });
});
