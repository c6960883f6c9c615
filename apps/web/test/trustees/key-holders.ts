import { randomBytes } from 'node:crypto';
import { readZip } from '@convite/archive';
import { bytesSource, type Codec, Misread, readText, utf8Text } from '@convite/crypto';
import { invariant, type Result } from '@convite/kernel';
import {
  type CeremonySecretFile,
  certificateFile,
  dealFile,
  fileText,
  type HandedIn,
  type HonestMember,
  honestMember,
  honestRehearsal,
  keyFile,
} from '@convite/trustee';
import { suite } from '../ballots/sealed-election.ts';
import { bring } from '../consultations/prepared.ts';
import type { AskedSite, TestSite } from '../open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));

export function done<T>(result: Result<T, unknown>): T {
  invariant(result.ok, `refused: ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

/** A trustee with a browser and a machine that nobody else sees. */
export class KeyHolder {
  readonly site: AskedSite & Pick<TestSite, 'clock'>;
  readonly slug: string;
  readonly name: string;
  readonly account: string;
  readonly browser: StaffBrowser;
  #member: HonestMember | undefined;
  /** The text of the key file, once it is made. */
  keyText = '';

  constructor(
    site: AskedSite & Pick<TestSite, 'clock'>,
    slug: string,
    name: string,
    staff: { account: string; browser: StaffBrowser },
  ) {
    this.site = site;
    this.slug = slug;
    this.name = name;
    this.account = staff.account;
    this.browser = staff.browser;
  }

  get address(): string {
    return `/org/c/${this.slug}/trustees`;
  }

  page(): Promise<string> {
    return this.browser.get(this.address).then((answer) => answer.text());
  }

  bring(text: string): Promise<Response> {
    return bring(this.site, this.browser, `${this.address}/messages`, { content: text, name: 'message.json' });
  }

  /** What everybody has handed in, out of the file to download, by the step that its names begin with. */
  async #downloaded<T>(form: Codec<T>, prefix: string): Promise<readonly HandedIn<T>[]> {
    const bytes = new Uint8Array(await (await this.browser.get(`${this.address}/messages.zip`)).arrayBuffer());
    const entries = done(await readZip(bytesSource(bytes)));
    const found: HandedIn<T>[] = [];
    for (const { path, size, source } of entries.filter((entry) => entry.path.startsWith(prefix))) {
      const file = readText(form, utf8Text(await source.read(0, size)) ?? '');
      invariant(!(file instanceof Misread), `${path} has its form`);
      found.push({ path, file });
    }
    return found;
  }

  /** Step 1, with the numbers that the page tells. */
  async certificate(place: number, [threshold, size]: readonly [number, number]): Promise<string> {
    const part = { group: 'Ed25519', threshold, size, member: place, name: this.name } as const;
    this.#member = honestMember(await suite(), part, random);
    return this.#member.certificate;
  }

  get #begun(): HonestMember {
    invariant(this.#member !== undefined, 'the ceremony was begun');
    return this.#member;
  }

  get secret(): CeremonySecretFile {
    return this.#begun.secret;
  }

  /** Step 2. */
  async deal(): Promise<string> {
    return this.#begun.deal(await this.#downloaded(certificateFile, '1-'));
  }

  /** Step 3: makes the key, and what everybody gets of it. */
  async share(): Promise<string> {
    const certificates = await this.#downloaded(certificateFile, '1-');
    const { key, handedIn } = this.#begun.share(certificates, await this.#downloaded(dealFile, '2-'));
    this.keyText = fileText(keyFile, key);
    return handedIn;
  }

  /** The test ballot of the day of the site, decrypted with the key as it is stored. */
  async rehearsal(day = this.site.clock.now.toISOString().slice(0, 10)): Promise<string> {
    const list = await (await this.browser.get(`${this.address}/trustees.json`)).text();
    return honestRehearsal(await suite(), { list, key: this.keyText, date: day }, random);
  }
}

/** People with the role of a trustee, by name: the order of their places. */
export async function makeKeyHolders(
  site: TestSite,
  slug: string,
  territory: string,
  names: readonly string[],
): Promise<readonly KeyHolder[]> {
  const holders: KeyHolder[] = [];
  for (const name of names.toSorted()) {
    holders.push(new KeyHolder(site, slug, name, await makeStaff(site, name, [{ role: 'trustee', territory }])));
  }
  return holders;
}

/** Begins a ceremony, as an organiser does on the page. */
export async function beginWith(
  organiser: StaffBrowser,
  slug: string,
  holders: readonly KeyHolder[],
  threshold: number,
  waiver = '',
): Promise<Response> {
  const body = new URLSearchParams({ threshold: String(threshold), waiver });
  for (const { account } of holders) body.append('accounts', account);
  return await organiser.send(`/org/c/${slug}/trustees/plan`, body);
}

async function allBring(
  holders: readonly KeyHolder[],
  make: (holder: KeyHolder, i: number) => Promise<string>,
): Promise<void> {
  for (const [i, holder] of holders.entries()) {
    const answer = await holder.bring(await make(holder, i));
    invariant(answer.status === 303, `${holder.name} was refused: ${answer.status} ${await answer.text()}`);
  }
}

/** A ceremony from its beginning to its end, everybody honest. */
export async function holdCeremony(
  organiser: StaffBrowser,
  slug: string,
  holders: readonly KeyHolder[],
  threshold: number,
): Promise<void> {
  const begun = await beginWith(organiser, slug, holders, threshold);
  invariant(begun.status === 303, `no ceremony was begun: ${begun.status} ${await begun.text()}`);
  const numbers = [threshold, holders.length] as const;
  await allBring(holders, (holder, i) => holder.certificate(i + 1, numbers));
  await allBring(holders, (holder) => holder.deal());
  await allBring(holders, (holder) => holder.share());
}

/** All of them decrypt the test ballot of the day. */
export const allRehearse = (holders: readonly KeyHolder[]): Promise<void> =>
  allBring(holders, (holder) => holder.rehearsal());
