/**
 * A national consultation prepared through the pages that staff use: two administrators begin the installation, invite an
 * organiser and a reviewer, the territories and all options are imported, and the control room is looked at. Nothing is
 * written to the database from outside. Prints one JSON object.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circuits, optionsTable, projects, territoriesTable } from './national-tables.ts';
import { ledTo, type Member, setUp, signIn } from './staff-browser.ts';

const looks = 100;
const slug = 'nacional';
const folder = mkdtempSync(join(tmpdir(), 'convite-bench-'));
const server = spawn(process.execPath, [fileURLToPath(new URL('../../apps/web/scripts/start.mjs', import.meta.url))], {
  env: { ...process.env, PORT: '0', CONVITE_DATA: folder, DEMO: '0', TRUST_PROXY: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

try {
  const { origin, links } = await started();
  const [first = '', second = ''] = links;
  const ana = await setUp(origin, first, 'Ana');
  const luis = await setUp(origin, second, 'Luis');
  const olga = await invite(origin, ana, luis, 'Olga', 'organiser');
  const raul = await invite(origin, ana, luis, 'Raul', 'reviewer');
  const seconds: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    seconds[name] = round(performance.now() - began) / 1000;
    return value;
  };

  await timed('territories', async () => {
    const path = '/org/territories/import';
    const preview = await ledTo(await ana.browser.bring(path, {}, 'pais.csv', territoriesTable()), 'territories');
    await ledTo(await ana.browser.post(preview), 'territories are applied');
  });
  const template = await prepare(olga);
  const contests = `/org/c/${slug}/make/${template}`;
  const page = await (await olga.browser.get(contests)).text();
  const parent = /<option value="([0-9a-f-]{36})"/u.exec(page)?.[1] ?? '';
  await timed('contests', async () => {
    const fields = { by: 'level', level: 'commune', inside: '', codes: '', amount: '10000', parent };
    await ledTo(await olga.browser.post(contests, fields), 'contests');
  });
  const table = optionsTable();
  await timed('options', async () => {
    const loaded = await olga.browser.bring(`/org/c/${slug}/options`, { template }, 'opciones.csv', table);
    if (loaded.status !== 200) throw new Error(`options: ${loaded.status} ${(await loaded.text()).slice(0, 2000)}`);
  });
  await timed('approval', async () => {
    const asked = await raul.browser.post(`/org/c/${slug}/bulk/approve_options`, { expected: String(circuits) });
    const work = await ledTo(asked, 'approval');
    while ((await (await raul.browser.get(work)).text()).includes('aria-busy="true"')) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  const room = `/org/c/${slug}`;
  const listed = await (await olga.browser.get(room)).text();
  const ids = [...listed.matchAll(/\/contests\/([0-9a-f-]{36})"/gu)].map(([, id = '']) => id);
  const below = [
    ...(/<select[^>]*name="r"[\s\S]*?<\/select>/u.exec(listed)?.[0].matchAll(/value="([0-9a-f-]{36})"/gu) ?? []),
  ];
  const regions = below.map(([, id = '']) => id);
  const rooms = Array.from({ length: looks }, (_, i) => {
    const query = [`p=${1 + i * 2}`, `r=${regions[i % regions.length] ?? ''}`, `q=C0${i % 5}`, 's=no_voters'][i % 4];
    return `${room}?${query}`;
  });
  const byPage = {
    control_room: await p95(olga, rooms),
    contest: await p95(
      olga,
      Array.from({ length: looks }, (_, i) => `${room}/contests/${ids[i % ids.length] ?? ''}`),
    ),
    freeze: await p95(
      olga,
      Array.from({ length: 10 }, () => `${room}/freeze`),
    ),
    contests_csv: await p95(
      olga,
      Array.from({ length: 5 }, () => `${room}/contests.csv`),
    ),
    options_csv: await p95(
      olga,
      Array.from({ length: 5 }, () => `${room}/options.csv`),
    ),
  };
  const result = {
    contests: circuits,
    options: projects,
    options_megabytes: round(Buffer.byteLength(table) / 1e4) / 100,
    import_seconds: seconds,
    milliseconds: byPage,
    server_megabytes: residentMegabytes(),
  };
  process.stdout.write(`${JSON.stringify(result, undefined, 1)}\n`);
} finally {
  server.kill('SIGINT');
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function started(): Promise<{ readonly origin: string; readonly links: readonly string[] }> {
  let output = '';
  for await (const chunk of server.stdout) {
    output += String(chunk);
    const origin = /running at (http:\S+)/u.exec(output)?.[1];
    const links = [...output.matchAll(/http:\S+\/set-up\/\S+/gu)].map(([link]) => link);
    if (origin !== undefined && output.includes('\nData: ')) return { origin, links };
  }
  throw new Error(`the server did not start: ${output}`);
}

/** Invites somebody, sets the account up, and gives it a role that two administrators agree on. */
async function invite(origin: string, one: Member, other: Member, name: string, role: string): Promise<Member> {
  const email = `${name.toLowerCase()}@consulta.example`;
  const shown = await (await one.browser.post('/org/people/invite', { name, email })).text();
  const link = /\/set-up\/[\w-]{43}/u.exec(shown)?.[0] ?? '';
  const member = await setUp(origin, link, name);
  const people = await (await one.browser.get('/org/people')).text();
  const account = [...people.matchAll(/href="\/org\/people\/([0-9a-f-]{36})"[^>]*>([^<]*)</gu)].find(
    ([, , text = '']) => text.includes(name),
  )?.[1];
  const grant = { role, territory: '', reason: 'Prepara la consulta.' };
  const act = await ledTo(await one.browser.post(`/org/people/${account ?? ''}/grant`, grant), `${name} gets a role`);
  await ledTo(await other.browser.post(act, { decision: 'agree' }), `${name} has a role`);
  await signIn(member);
  return member;
}

/** Makes the consultation and its template. @returns the id of the template. */
async function prepare({ browser }: Member): Promise<string> {
  const offered = await (await browser.get('/org/c/new')).text();
  const nation = /\/org\/c\/new\/([0-9a-f-]{36})"/u.exec(offered)?.[1] ?? '';
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
  const fields = {
    ...{ languages: 'es', title_es: 'Consulta nacional', slug, currency: 'VES', decimals: '2' },
    ...{ whole: '53360000', zone: 'Etc/UTC', opens_at: inDays(5), closes_at: inDays(6), complaints_until: '' },
  };
  await ledTo(await browser.post(`/org/c/new/${nation}`, fields), 'a consultation');
  const rule = await ledTo(await browser.post(`/org/c/${slug}/templates`, { name: 'Proyecto' }), 'a template');
  return rule.split('/').at(-1) ?? '';
}

/** Asks for pages one after another, and tells the times until the last byte: the middle one, that of 95 in 100, the longest. */
async function p95({ browser }: Member, paths: readonly string[]) {
  const times: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    const answer = await browser.get(path);
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

function residentMegabytes(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}

function round(value: number): number {
  return Math.round(value);
}
