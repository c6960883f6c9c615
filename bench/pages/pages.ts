/**
 * Measures how many pages a second one core serves, and how long the event loop is held up while large files come in.
 * With `CONVITE_REFERENCE`, the result of Łódź 2022 (160 projects) too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { type ServerProcess, startServer } from './server-process.ts';

const requests = 300;
const atOnce = 8;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly location: string;
  readonly text: string;
  readonly waits: boolean;
}

function get(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => void chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const { location = '', refresh } = response.headers;
        const status = response.statusCode ?? 0;
        resolve({ status, bytes: body.length, location, text: body.toString(), waits: refresh !== undefined });
      });
    });
    // The server may close a connection that lay idle just as it is used again; that says nothing about the page.
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (asking.reusedSocket && error.code === 'ECONNRESET') get(url, headers).then(resolve, reject);
      else reject(error);
    });
    asking.end();
  });
}

async function settled(url: URL): Promise<void> {
  while ((await get(url)).waits) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Pages for each second of the server's processor time. */
async function perCore(server: ServerProcess, url: URL, headers: Record<string, string>) {
  const ask = async (count: number): Promise<number> => {
    let asked = 0;
    let bytes = 0;
    const lane = async (): Promise<void> => {
      while (asked++ < count) {
        const answer = await get(url, headers);
        if (answer.status !== 200) throw new Error(`status ${answer.status}`);
        bytes = answer.bytes;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return bytes;
  };
  await ask(requests / 3);
  const before = server.processorSeconds();
  const bytes = await ask(requests);
  return { pages: Math.round(requests / (server.processorSeconds() - before)), bytes };
}

function form(content: string, sign: string): { readonly body: FormData; readonly headers: Record<string, string> } {
  const body = new FormData();
  body.set('file', new File([content], 'vote.pb'));
  body.set('rule', '');
  return { body, headers: { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': sign } };
}

async function bring(server: ServerProcess, content: string, sign: string): Promise<Response> {
  return await fetch(new URL('/recounts', server.address), {
    method: 'POST',
    redirect: 'manual',
    ...form(content, sign),
  });
}

/** Brings what is measured to a server; its pages by name. */
async function preparePages(server: ServerProcess): Promise<readonly (readonly [name: string, path: string])[]> {
  const home = await get(new URL('/', server.address));
  const demo = /\/recounts\/[0-9a-f]{64}/u.exec(home.text)?.[0] ?? '';
  await settled(new URL(demo, server.address));
  const project = /projects\/([^"#]+)/u.exec((await get(new URL(demo, server.address))).text)?.[1] ?? '';
  const pages: [string, string][] = [
    ['first page', '/'],
    ['result, 24 projects', demo],
    ['project of it', `${demo}/projects/${project}`],
  ];
  const lodz = join(process.env['CONVITE_REFERENCE'] ?? '', 'data/pabulib/Poland_Lodz_2022.pb');
  if (existsSync(lodz)) {
    const brought = await bring(server, readFileSync(lodz, 'utf8'), '192.0.2.1');
    const address = brought.headers.get('Location') ?? '';
    await settled(new URL(address, server.address));
    pages.push(['result, 160 projects', address]);
  }
  return pages;
}

async function benchPages(storing: ServerProcess, storeless: ServerProcess): Promise<void> {
  const pages = await preparePages(storing);
  await preparePages(storeless);
  // What follows a count in the background must not stand beside the figures.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  process.stdout.write('| page | bytes | made anew, pages/s and core | the same, compressed | stored | bytes sent |\n');
  process.stdout.write('| --- | --- | --- | --- | --- | --- |\n');
  const brotli = { 'Accept-Encoding': 'br' };
  for (const [name, path] of pages) {
    const cold = await median(storeless, path, {});
    const packed = await median(storeless, path, brotli);
    const stored = await median(storing, path, brotli);
    const row = [name, cold.bytes, cold.pages, packed.pages, stored.pages, stored.bytes];
    process.stdout.write(`| ${row.join(' | ')} |\n`);
  }
}

/** The median of five runs. */
async function median(server: ServerProcess, path: string, headers: Record<string, string>) {
  const url = new URL(path, server.address);
  const runs = [];
  for (let run = 0; run < 5; run++) runs.push(await perCore(server, url, headers));
  const [, , middle] = runs.toSorted((a, b) => a.pages - b.pages);
  if (middle === undefined) throw new Error('five runs have a median');
  return middle;
}

const megabyte = 1_000_000;

/** A vote of 20 MB, another for each number. */
function largeVote(number: number): string {
  const head = `META\nkey;value\ndescription;Large ${number}\nnum_projects;3\nnum_votes;0\nbudget;100\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost;name\n1;60;Bench\n2;50;Lamp\n3;40;Tree\nVOTES\nvoter_id;vote\n`;
  const lines: string[] = [];
  for (let size = head.length, voter = 10_000_000; size < 20 * megabyte; voter++) {
    const line = `${voter};${(voter % 3) + 1}\n`;
    lines.push(line);
    size += line.length;
  }
  return head + lines.join('');
}

async function lag(server: ServerProcess): Promise<{ readonly p99: number; readonly most: number }> {
  const { text } = await get(new URL('/metrics', server.address));
  const read = (name: string): number =>
    Number(new RegExp(`^convite_nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'mu').exec(text)?.[1]) * 1000;
  return { p99: read('p99'), most: read('max') };
}

async function benchUploads(server: ServerProcess): Promise<void> {
  const votes = Array.from({ length: 8 }, (_, i) => largeVote(i));
  await lag(server);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const quiet = await lag(server);
  const began = performance.now();
  const answers = await Promise.all(votes.map((vote, i) => bring(server, vote, `198.51.100.${i}`)));
  const seconds = (performance.now() - began) / 1000;
  const busy = await lag(server);
  const taken = answers.filter(({ status }) => status === 303).length;
  process.stdout.write('\n| event loop held up | 99 % below | longest |\n| --- | --- | --- |\n');
  for (const [name, { p99, most }] of [
    ['nothing to do', quiet],
    [`8 uploads of 20 MB at once (${taken} taken in, ${seconds.toFixed(1)} s)`, busy],
  ] as const) {
    process.stdout.write(`| ${name} | ${p99.toFixed(1)} ms | ${most.toFixed(1)} ms |\n`);
  }
}

const storing = await startServer(64);
try {
  const storeless = await startServer(0);
  try {
    await benchPages(storing, storeless);
  } finally {
    await storeless.stop();
  }
  await benchUploads(storing);
} finally {
  await storing.stop();
  agent.destroy();
}
