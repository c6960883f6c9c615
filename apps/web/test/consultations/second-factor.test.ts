import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { type Crew, freeze, makeCity, makeCrew, prepareConsultation, type SmallCity } from './prepared.ts';

let site: TestSite;
/** The same without a mailer. */
let mute: TestSite;
let city: SmallCity;
let crew: Crew;
beforeAll(async () => {
  [site, mute] = await Promise.all([
    openTestSite({ settings: { smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'votos@enramada.example' } }),
    openTestSite(),
  ]);
  city = await makeCity(site);
  crew = await makeCrew(site, city.city);
});
afterAll(() => Promise.all([site.close(), mute.close()]));

/** A roll of so many people, some of whom have no address. */
async function enrol(slug: string, people: number, without: number): Promise<void> {
  const { pool } = site.database;
  const { rows } = await pool.query('select id from consultations where slug = $1', [slug]);
  await pool.query(`insert into rolls (consultation_id, eligibility, status, version) values ($1, '{}', 'open', 1)`, [
    rows[0].id,
  ]);
  await pool.query(
    `insert into roll_entries
       (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart, proof, email,
        language, since_version)
     select gen_random_uuid(), $1, $2, 'Vecina ' || n, 'vecina ' || n, '1980-01-01', '', '', 'letter',
       case when n > $4 then 'vecina' || n || '@enramada.example' when n = 1 then '' end, 'es', 1
     from generate_series(1, $3::int) n`,
    [rows[0].id, city.sectors[0], people, without],
  );
}

const at = (slug: string): string => `/org/c/${slug}/second-factor`;
const isAsked = async (slug: string): Promise<boolean> => {
  const { rows } = await site.database.pool.query(
    'select from second_factors f join consultations c on c.id = f.consultation_id where slug = $1',
    [slug],
  );
  return rows.length === 1;
};

describe('a code by e-mail beside the letter', () => {
  test('is asked for in a draft, shown in the control room and the public rules, and frozen with the rule', async () => {
    await prepareConsultation(site, city, crew, 'con-codigo');
    expect(await (await crew.organiser.get('/org/c/con-codigo')).text()).toContain(
      'href="/org/c/con-codigo/second-factor"',
    );
    expect((await crew.guarantor.post(at('con-codigo'), { second: 'mail' })).status).toBe(403);
    const saved = await crew.organiser.post(at('con-codigo'), { second: 'mail' });
    expect(saved.headers.get('Location')).toBe('/org/c/con-codigo/second-factor?done=saved');
    expect(await isAsked('con-codigo')).toBe(true);
    const page = await (await crew.guarantor.get('/org/c/con-codigo/freeze')).text();
    expect(page).toContain('La carta y un código por correo');
    expect((await freeze(crew, 'con-codigo')).status).toBe(303);
    const { rows } = await site.database.pool.query(
      `select details->'second_factor' as second, is_public from audit_trail a join consultations c on c.id::text = a.subject
       where slug = 'con-codigo' and event = 'rule.freeze'`,
    );
    expect(rows).toContainEqual({ second: true, is_public: true });
    expect(await (await site.ask('/c/con-codigo/rules')).text()).toContain('un código que llega al correo');
    for (const second of ['letter', 'mail']) {
      const late = await crew.organiser.post(at('con-codigo'), { second });
      expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Ya no se puede cambiar.')]);
    }
    expect(await isAsked('con-codigo')).toBe(true);
  });

  test('is left again while nothing is frozen, and the letter alone is what the public reads', async () => {
    await prepareConsultation(site, city, crew, 'sin-codigo');
    await crew.organiser.post(at('sin-codigo'), { second: 'mail' });
    await crew.organiser.post(at('sin-codigo'), { second: 'letter' });
    expect(await isAsked('sin-codigo')).toBe(false);
    await freeze(crew, 'sin-codigo');
    const rules = await (await site.ask('/c/sin-codigo/rules')).text();
    expect(rules).toContain('La carta con su código para votar.');
    expect(rules).not.toContain('llega al correo');
    const late = await crew.organiser.post(at('sin-codigo'), { second: 'mail' });
    expect([late.status, await isAsked('sin-codigo')]).toEqual([409, false]);
  });

  test('is refused where people have no address, told how many, until they are to come to tables', async () => {
    await prepareConsultation(site, city, crew, 'sin-correos');
    await enrol('sin-correos', 7, 3);
    const refused = await crew.organiser.post(at('sin-correos'), { second: 'mail' });
    const text = await refused.text();
    expect([refused.status, await isAsked('sin-correos')]).toEqual([422, false]);
    expect(text).toContain('3 personas del padrón no tienen correo.');
    expect(text).toContain('href="#tables"');
    expect(text).toMatch(/value="mail" checked/u);
    expect((await crew.organiser.post(at('sin-correos'), { second: 'mail', tables: 'yes' })).status).toBe(303);
    expect(await isAsked('sin-correos')).toBe(true);
  });

  test('between a proposal to freeze and the second signature makes the proposal one of something else', async () => {
    await prepareConsultation(site, city, crew, 'cambiada');
    const proposed = await crew.guarantor.post('/org/c/cambiada/freeze', { reason: 'Todo está revisado.' });
    await crew.organiser.post(at('cambiada'), { second: 'mail' });
    const agreed = await crew.second.post(proposed.headers.get('Location') ?? '', { decision: 'agree' });
    expect(await agreed.text()).toContain('Algo cambió después de proponerlo.');
  });

  test('is refused where the installation sends no letters, and freezing says so where it lost its mailer', async () => {
    const town = await makeCity(mute);
    const others = await makeCrew(mute, town.city);
    await prepareConsultation(mute, town, others, 'muda');
    const refused = await others.organiser.post(at('muda'), { second: 'mail', tables: 'yes' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('no tiene servidor de correo'),
    ]);
    await mute.database.pool.query(
      `insert into second_factors (consultation_id) select id from consultations where slug = 'muda'`,
    );
    const page = await (await others.guarantor.get('/org/c/muda/freeze')).text();
    expect(page).toContain('no tiene servidor de correo');
    const proposed = await others.guarantor.post('/org/c/muda/freeze', { reason: 'Todo está revisado.' });
    expect(proposed.status).toBe(422);
  });
});
