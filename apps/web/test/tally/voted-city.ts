import { invariant } from '@convite/kernel';
import { castBallot } from '../../src/features/ballots/index.ts';
import { sealBallot } from '../ballots/seal-ballot.ts';
import {
  bring,
  contestsOf,
  type Crew,
  freeze,
  makeCity,
  makeCrew,
  newForm,
  pageOf,
  type SmallCity,
  workOnMany,
} from '../consultations/prepared.ts';
import type { TestSite } from '../open-test-site.ts';
import { bringTo, openMachine, stepAddress, stepsPage } from '../preparation/prepared-city.ts';
import { freezeDirectly, type Listed } from '../rolls/freeze-directly.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { comesTrue } from '../until.ts';
import { holdCeremony, type TrusteeKeys } from './trustee-keys.ts';

/** A consultation in which people have voted. */
export interface VotedCity {
  readonly site: TestSite;
  readonly slug: string;
  readonly consultation: string;
  readonly city: SmallCity;
  readonly crew: Crew;
  /** Three people with the role, and a place each in the ceremony. */
  readonly trustees: readonly StaffBrowser[];
  readonly keys: TrusteeKeys['keys'];
  /** Enough ballots, opened as totals. */
  readonly totals: string;
  /** Enough ballots by its organisers' waiver, opened as whole ballots. */
  readonly whole: string;
  /** Three ballots and no waiver. */
  readonly few: string;
  /** Codes of people by their commune, whoever has not voted last. */
  readonly codes: Readonly<Record<'PS-1' | 'PS-2', readonly string[]>>;
}

const people = { 'PS-1': 13, 'PS-2': 10 } as const;
const usualVotes = { 'PS-1': 11, 'PS-2': 3 };

async function makeContests(
  site: TestSite,
  { city }: SmallCity,
  { organiser, reviewer }: Crew,
  slug: string,
): Promise<void> {
  await organiser.post(`/org/c/new/${city}`, newForm(site, slug, '4500'));
  const template = async (name: string, rule: Readonly<Record<string, string>>, codes: string): Promise<string> => {
    const page = pageOf(await organiser.post(`/org/c/${slug}/templates`, { name }));
    const id = page.split('/').at(-1) ?? '';
    if (rule['rule'] !== undefined) await organiser.post(page, rule);
    const form = await (await organiser.get(`/org/c/${slug}/make/${id}`)).text();
    const parent = /<option value="([0-9a-f-]{36})"/u.exec(form)?.[1] ?? '';
    const made = await organiser.post(`/org/c/${slug}/make/${id}`, {
      ...{ by: 'codes', level: 'commune', inside: '', codes, amount: '1500', parent },
    });
    invariant(made.status === 303, 'contests are made');
    return id;
  };
  const works = await template('Obra', {}, 'PS-1\nPS-2');
  const plan = await template(
    'Plan',
    {
      ...{ form: 'approval', most: '3', blank: 'yes', rule: 'equal-shares', misfit: 'skip', completion: 'add1-greedy' },
      ...{ minimum: '', winners: '', exclusive: '', ties: 'lots', group: 'Ed25519' },
    },
    'PS-1',
  );
  const optionsOf = (code: string): string =>
    [`${code};1;Pozo y bomba;;1000;;`, `${code};2;Techo;;1200;;`, `${code};3;Luces;;300,50;;`].join('\n');
  for (const [id, codes] of [
    [works, ['PS-1', 'PS-2']],
    [plan, ['PS-1']],
  ] as const) {
    const content = `código;número;título;resumen;costo;lugar;tema\n${codes.map(optionsOf).join('\n')}\n`;
    const loaded = await bring(
      site,
      organiser,
      `/org/c/${slug}/options`,
      { content, name: 'opciones.csv' },
      { template: id },
    );
    invariant(loaded.status === 200, 'options are loaded');
  }
  for (const contest of await contestsOf(organiser, slug))
    await reviewer.post(`/org/c/${slug}/contests/${contest}/approve`);
  const asked = await workOnMany(organiser, `/org/c/${slug}/bulk/sign_waivers?q=PS-1`);
  invariant(asked.status === 303, 'waivers are signed');
  await comesTrue(async () => {
    const { rows } = await site.database.pool.query(
      'select count(*)::int as n from contests where small_electorate_waiver is not null',
    );
    return rows[0]?.n === 2;
  });
}

const listed = ({ sectors }: SmallCity): readonly Listed[] =>
  (['PS-1', 'PS-2'] as const).flatMap((code, c) =>
    Array.from({ length: people[code] }, (_, i) => ({
      ...{ name: `${code} persona ${i}`, territory: sectors[2 * c + (i % 2)], language: 'es' },
    })),
  );

/** A consultation whose vote is open, with ballots in it; its hours end in one hour. */
export async function voteInCity(site: TestSite, slug = 'obras', votes = usualVotes): Promise<VotedCity> {
  const { pool } = site.database;
  const city = await makeCity(site);
  const crew = await makeCrew(site, city.city);
  const person = async (name: string, role: 'registrar' | 'trustee'): Promise<StaffBrowser> =>
    (await makeStaff(site, name, [{ role, territory: city.city }])).browser;
  const registrar = await person('Regina', 'registrar');
  const trustees = [
    await person('Teresa', 'trustee'),
    await person('Tomás', 'trustee'),
    await person('Tania', 'trustee'),
  ];
  await makeContests(site, city, crew, slug);
  await freeze(crew, slug);
  const { rows } = await pool.query('select id from consultations where slug = $1', [slug]);
  const consultation = String(rows[0]?.id);
  const salt = await freezeDirectly(site, { id: consultation, slug }, listed(city));
  const held = await holdCeremony();
  const prepared = {
    city,
    slug,
    consultation,
    salt,
    crew: { ...crew, registrar, secondRegistrar: registrar, trustee: registrar },
  };
  const [first] = trustees;
  invariant(first !== undefined, 'there are trustees');
  const brought = await bringTo(site, prepared, first, 'trustees', held.text, { waiver: '' });
  invariant(brought.status === 303, 'the list of trustees is taken');
  await crew.organiser.post(stepAddress(prepared, 'order'), { percent: '10', minimum: '2' });
  const codes = await setUp(site, prepared, registrar);
  const now = site.clock.now.getTime();
  await pool.query(`update consultations set status = 'open', opens_at = $2, closes_at = $3 where id = $1`, [
    ...[consultation, new Date(now - 60_000), new Date(now + 3_600_000)],
  ]);
  await pool.query(`update contests set status = 'open' where consultation_id = $1`, [consultation]);
  const contests = await pool.query(
    `select k.id, t.code, m.name->>'es' as template from contests k join territories t on t.id = k.territory_id
     join contest_templates m on m.id = k.template_id where k.consultation_id = $1`,
    [consultation],
  );
  const contestOf = (code: string, template: string): string =>
    String(contests.rows.find((row) => row.code === code && row.template === template)?.id);
  const voted: VotedCity = {
    ...{ site, slug, consultation, city, crew, trustees, keys: held.keys, codes },
    totals: contestOf('PS-1', 'Obra'),
    whole: contestOf('PS-1', 'Plan'),
    few: contestOf('PS-2', 'Obra'),
  };
  for (let i = 0; i < votes['PS-1']; i++) {
    await vote(voted, voted.totals, codes['PS-1'][i] ?? '', [i % 3]);
    await vote(voted, voted.whole, codes['PS-1'][i] ?? '', i % 4 === 0 ? [0, 2] : [i % 3]);
  }
  for (let i = 0; i < votes['PS-2']; i++) await vote(voted, voted.few, codes['PS-2'][i] ?? '', [i]);
  return voted;
}

/** The registrar's work, on a machine that is apart. @returns the codes of people by their commune */
async function setUp(
  site: TestSite,
  prepared: Parameters<typeof bringTo>[1],
  registrar: StaffBrowser,
): Promise<VotedCity['codes']> {
  const machine = openMachine();
  try {
    machine.write('order.json', await (await registrar.get(stepAddress(prepared, 'order.json'))).text());
    machine.write('roll.csv', await (await registrar.get(`/org/c/${prepared.slug}/roll/files/roll.csv`)).text());
    machine.write('salt.txt', prepared.salt);
    await machine.does(
      ...['consultation', '--order', 'order.json', '--roll', 'roll.csv', '--salt', 'salt.txt'],
      ...['--out', 'codes', '--threads', '1', '--sheets', 'letters'],
    );
    const upload = await bringTo(site, prepared, registrar, 'credentials', machine.read('codes/upload.jsonl'));
    invariant(upload.status === 303, 'the credentials are taken');
    await stepsPage(prepared);
    const lines = machine.read('codes/PRIVATE-codes.csv').trim().split('\r\n').slice(1);
    const codesOf = (code: string): readonly string[] =>
      lines.flatMap((line) => {
        const cells = line.split(',');
        return (cells[2] ?? '').startsWith(`${code} `) ? [cells[6] ?? ''] : [];
      });
    return { 'PS-1': codesOf('PS-1'), 'PS-2': codesOf('PS-2') };
  } finally {
    machine.remove();
  }
}

/** Seals a ballot for the options at these places, from 0. */
export async function sealVote(
  { site }: Pick<VotedCity, 'site'>,
  contest: string,
  code: string,
  places: readonly number[],
): Promise<string> {
  const { rows } = await site.database.pool.query(
    'select bytes from board_payloads where contest_id = $1 and height = 0 and place = 0',
    [contest],
  );
  return await sealBallot(String(rows[0]?.bytes), code, places);
}

async function vote(voted: VotedCity, contest: string, code: string, places: readonly number[]): Promise<void> {
  const text = await sealVote(voted, contest, code, places);
  const cast = await castBallot(voted.site.site.ballots.casting, contest, text);
  invariant(cast.ok, 'the ballot is cast');
}
