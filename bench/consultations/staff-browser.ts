import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Another browser of staff over real HTTP, with its cookies. */
export class StaffBrowser {
  readonly #origin: string;
  readonly #network: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, network: string) {
    this.#origin = origin;
    this.#network = network;
  }

  async get(path: string): Promise<Response> {
    return this.#ask(path, { method: 'GET' });
  }

  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, new URLSearchParams(fields));
  }

  /** Sends a form with a file. */
  async bring(
    path: string,
    fields: Readonly<Record<string, string>>,
    name: string,
    file: string | Blob,
  ): Promise<Response> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new File([file], name));
    return this.#ask(path, { method: 'POST', body: form });
  }

  /** Sends a form in which a name may occur more than once. */
  async send(path: string, body: URLSearchParams): Promise<Response> {
    return this.#ask(path, { method: 'POST', body });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...{ Cookie: cookie, Origin: this.#origin, 'Sec-Fetch-Site': 'same-origin' },
      'X-Forwarded-For': this.#network,
    };
    const answer = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=', 2);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** Where an answer leads; an error with its page where it leads nowhere. */
export async function ledTo(answer: Response, what: string): Promise<string> {
  const to = answer.headers.get('Location');
  if (to === null) throw new Error(`${what}: ${answer.status} ${shownText(await answer.text())}`);
  return to;
}

/** The words of a page, without its head. */
export const shownText = (page: string): string =>
  page
    .slice(Math.max(0, page.indexOf('<main')))
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 2000);

/** A member of staff: signed in with password and app. */
export interface Member {
  /** Of whoever was invited; nothing of the first two. */
  readonly account?: string;
  readonly browser: StaffBrowser;
  readonly email: string;
  readonly password: string;
  readonly secret: string;
}

/** Where staff of a bench are, unless they are too many to set up accounts from one network. */
const townHall = '10.0.0.1';

/** Sets an account up through its link, with password and app. */
export async function setUp(origin: string, link: string, name: string, network = townHall): Promise<Member> {
  const browser = new StaffBrowser(origin, network);
  const member = {
    browser,
    email: `${name.toLowerCase()}@consulta.example`,
    password: `${name} cuenta ${link.slice(-9)}`,
  };
  const path = new URL(link, origin).pathname;
  const fields = { name, email: member.email, spoken: '', how: 'password' };
  await ledTo(await browser.post(path, fields), `${name} begins`);
  await ledTo(await browser.post(`${path}/password`, { password: member.password }), `${name} has a password`);
  const page = await (await browser.get(`${path}/code`)).text();
  const secret = (/class="secret">([^<]+)</u.exec(page)?.[1] ?? '').replaceAll(/\s/gu, '');
  // The code before is still taken, so that this step's is left for signing in.
  await ledTo(await browser.post(`${path}/code`, { code: code(secret, -1) }), `${name} shows a code`);
  return { ...member, secret };
}

/** Signs in anew, as people must after their roles changed. */
async function signIn({ browser, email, password, secret }: Member): Promise<void> {
  await ledTo(await browser.post('/sign-in', { email, password }), `${email} signs in`);
  await ledTo(await browser.post('/sign-in/second', { code: code(secret, 0) }), `${email} shows a code`);
}

/** Signs in where the session has ended since. */
export async function awake(member: Member): Promise<StaffBrowser> {
  if ((await member.browser.get('/org')).status !== 200) await signIn(member);
  return member.browser;
}

/** Two people do something: one proposes, the other agrees. */
export async function together(
  [one, other]: readonly [Member, Member],
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const act = await ledTo(await (await awake(one)).post(path, fields), `${path} is proposed`);
  await ledTo(await (await awake(other)).post(act, { decision: 'agree' }), `${path} is agreed on`);
}

/** What a page says once it no longer waits for a job. */
export async function atRest(member: Member, path: string): Promise<string> {
  for (;;) {
    const text = await (await member.browser.get(path)).text();
    if (!text.includes('aria-busy="true"')) return text;
    await pause(200);
  }
}

/** Invites somebody and sets the account up. */
export async function joinStaff(
  origin: string,
  administrator: Member,
  name: string,
  network = townHall,
): Promise<Member> {
  const email = `${name.toLowerCase()}@consulta.example`;
  const shown = await (await administrator.browser.post('/org/people/invite', { name, email })).text();
  const link = /\/set-up\/[\w-]{43}/u.exec(shown)?.[0] ?? '';
  return await setUp(origin, link, name, network);
}

/** Invites somebody, sets the account up, and gives it a role that two administrators agree on. */
export async function invite(
  origin: string,
  administrators: readonly [Member, Member],
  name: string,
  role: string,
): Promise<Member> {
  const [one] = administrators;
  const member = await joinStaff(origin, one, name);
  const people = await (await one.browser.get('/org/people')).text();
  const account =
    [...people.matchAll(/href="\/org\/people\/([0-9a-f-]{36})"[^>]*>([^<]*)</gu)].find(([, , text = '']) =>
      text.includes(name),
    )?.[1] ?? '';
  const grant = { role, territory: '', reason: 'Prepara la consulta.' };
  await together(administrators, `/org/people/${account}/grant`, grant);
  await signIn(member);
  return { ...member, account };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What the app shows, so many steps of 30 seconds from now. Source: RFC 6238, RFC 4648. */
function code(secret: string, steps: number): string {
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7f_ff_ff_ff;
  return String(number % 1_000_000).padStart(6, '0');
}
