import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seededRandomness, simulateElection, splitRecords, type TrusteePlan } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { sha256, suite } from '../ballots/sealed-election.ts';
import {
  bring,
  type Crew,
  freeze,
  makeCity,
  makeCrew,
  prepareConsultation,
  type SmallCity,
} from '../consultations/prepared.ts';
import type { TestSite } from '../open-test-site.ts';
import { freezeDirectly, type Listed } from '../rolls/freeze-directly.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { pageAtRest } from '../until.ts';

/** Who prepares elections, beside those who prepared the consultation. */
export interface PreparingCrew extends Crew {
  readonly registrar: StaffBrowser;
  readonly secondRegistrar: StaffBrowser;
  readonly trustee: StaffBrowser;
}

/** A city with a consultation whose rules and roll are frozen. */
export interface PreparedCity {
  readonly city: SmallCity;
  readonly crew: PreparingCrew;
  readonly slug: string;
  readonly consultation: string;
  /** As the registrar was shown it. */
  readonly salt: string;
}

/** The list of trustees that a ceremony makes. */
export async function trusteesText(trustees: readonly TrusteePlan[]): Promise<string> {
  const run = simulateElection(
    await suite(),
    {
      ...{ group: 'Ed25519', name: 'Ceremonia', description: 'Ceremonia', voters: 1, revotes: 0, mostWeight: 1n },
      questions: [{ answers: ['A', 'B'], min: 1, max: 1, question: '¿Cuál?' }],
      ...{ credentialForm: 'long', trustees, shuffles: 0, until: 'setup', timestamp: 1_795_220_101 },
    },
    seededRandomness(randomBytes(8).toString('hex'), sha256),
  );
  invariant(run.ok, 'the plan is not refused');
  const parts: Uint8Array[] = [];
  for (const { bytes } of run.value) if (bytes !== undefined) parts.push(bytes);
  const [, trusteesRecord] = splitRecords(Uint8Array.from(Buffer.concat(parts)).subarray(1024));
  return Buffer.from(trusteesRecord?.content ?? []).toString();
}

const names = ['Ana Pérez', 'Luz Rojas', 'علي حسن', 'Tom Reed', 'Beto Gil', 'Rosa Paz'];

/** People in the sectors of the city: the first four in the north, the others in the south. */
const listed = ({ sectors }: SmallCity): readonly Listed[] =>
  names.map((name, i) => ({
    ...{ name, territory: sectors[i < 4 ? i % 2 : 2 + (i % 2)] },
    language: i === 3 ? 'en' : 'es',
  }));

export async function prepareCity(site: TestSite, slug: string): Promise<PreparedCity> {
  const city = await makeCity(site);
  const person = async (name: string, role: 'registrar' | 'trustee'): Promise<StaffBrowser> =>
    (await makeStaff(site, name, [{ role, territory: city.city }])).browser;
  const crew: PreparingCrew = {
    ...(await makeCrew(site, city.city)),
    registrar: await person('Regina', 'registrar'),
    secondRegistrar: await person('Renato', 'registrar'),
    trustee: await person('Teresa', 'trustee'),
  };
  await prepareConsultation(site, city, crew, slug);
  await freeze(crew, slug);
  const { rows } = await site.database.pool.query('select id from consultations where slug = $1', [slug]);
  const consultation = String(rows[0]?.id);
  return { city, crew, slug, consultation, salt: await freezeDirectly(site, { id: consultation, slug }, listed(city)) };
}

export const stepAddress = ({ slug }: Pick<PreparedCity, 'slug'>, step: string): string =>
  `/org/c/${slug}/preparation/${step}`;

/** Brings a file to a step of the preparation. */
export const bringTo = (
  site: TestSite,
  city: PreparedCity,
  browser: StaffBrowser,
  step: string,
  content: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> => bring(site, browser, stepAddress(city, step), { content, name: 'file' }, fields);

/** Waits until no elections are being set up. */
export const stepsPage = ({ crew, slug }: PreparedCity): Promise<string> =>
  pageAtRest(() => crew.organiser.get(`/org/c/${slug}/preparation`));

/** The registrar's machine: a folder that is apart from the server, and the command in it. */
export interface RegistrarMachine {
  readonly read: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  readonly does: (...args: readonly string[]) => Promise<string>;
  readonly remove: () => void;
}

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));

export function openMachine(): RegistrarMachine {
  const folder = mkdtempSync(join(tmpdir(), 'convite-registrar-'));
  return {
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, content) => writeFileSync(join(folder, name), content),
    does: async (...args) => {
      const { stdout } = await run(process.execPath, [command, 'registrar', ...args, '--lang', 'en'], { cwd: folder });
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
