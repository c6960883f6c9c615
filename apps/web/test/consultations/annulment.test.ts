import { consultationMachine, consultationStates, type ConsultationState } from '@convite/domain';
import { afterAll, describe, expect, test } from 'vitest';
import { freeze, openCity, pageOf, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const reason = 'Se perdieron las cartas de dos sectores.';
const propose = (slug: string): Promise<Response> =>
  crew.guarantor.post(`/org/c/${slug}/vote/annul`, { why_annul: reason });
const read = async (path: string): Promise<string> => await (await site.ask(path)).text();

/** The states of a consultation and of its contests, each once. */
async function standing(slug: string): Promise<{ consultation: string; contests: readonly string[] }> {
  const { rows } = await site.database.pool.query(
    `select c.status as consultation, array(select distinct k.status from contests k where k.consultation_id = c.id) as contests
     from consultations c where slug = $1`,
    [slug],
  );
  return rows[0];
}

/** Where contests stand in each state that a consultation is brought to here. */
const contestsIn: Readonly<Record<ConsultationState, string>> = {
  draft: 'draft',
  frozen: 'frozen',
  open: 'open',
  closed: 'closed',
  tallying: 'tallied',
  provisional: 'provisional',
  certified: 'certified',
  annulled: 'annulled',
};

const bring = async (slug: string, state: ConsultationState): Promise<void> => {
  await site.database.pool.query('update consultations set status = $2 where slug = $1', [slug, state]);
  await site.database.pool.query(
    `update contests set status = $2 where consultation_id = (select id from consultations where slug = $1)`,
    [slug, contestsIn[state]],
  );
};

describe('the table of states', () => {
  test.each(consultationStates)('is what two people find who annul a consultation that is %s', async (state) => {
    const slug = `de-${state}`;
    await prepareConsultation(site, city, crew, slug);
    if (state !== 'draft') expect((await freeze(crew, slug)).status).toBe(303);
    if (state !== 'draft' && state !== 'frozen') await bring(slug, state);
    const before = await standing(slug);
    const proposed = await propose(slug);
    const next = consultationMachine.moves[state].annul;
    if (next === undefined) {
      expect([proposed.status, await proposed.text()]).toEqual([
        422,
        expect.stringContaining('En el estado de ahora esto ya no se puede hacer.'),
      ]);
      expect(await standing(slug)).toEqual(before);
      return;
    }
    // One alone does nothing, not even twice.
    expect(await standing(slug)).toEqual(before);
    expect((await crew.guarantor.post(pageOf(proposed), { decision: 'agree' })).status).not.toBe(303);
    expect(await standing(slug)).toEqual(before);
    expect((await crew.second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
    expect(await standing(slug)).toEqual({ consultation: next, contests: ['annulled'] });
    // From there nothing leads on.
    expect((await propose(slug)).status).toBe(422);
    expect((await crew.guarantor.post(`/org/c/${slug}/vote/open`, { reason })).status).toBe(422);
    expect((await crew.guarantor.post(`/org/c/${slug}/vote/close`, { reason })).status).toBe(422);
    expect((await crew.organiser.post(`/org/c/${slug}/stations`, {})).status).toBe(422);
  });
});

describe('a consultation that was annulled', () => {
  test('says to everyone that nothing is counted, why, and who signed it', async () => {
    const page = await read('/c/de-open');
    expect(page).toContain('No se cuenta ningún voto y no hay resultado.');
    expect(page).toContain(reason);
    expect(page).toMatch(/Firmaron Gloria y Gabriel, el /u);
    expect(page).not.toContain('/c/de-open/may-i-vote');
    for (const path of ['trail', 'observe', 'find-my-vote', 'rules']) expect(page).toContain(`/c/de-open/${path}`);
    expect(await read('/c/de-open/rules')).toContain('Se anuló la consulta');
    const trail = await read('/c/de-open/trail');
    expect(trail).toContain('Anular toda la consulta');
    expect(trail).toContain(reason);
    const { rows } = await site.database.pool.query(
      `select is_public, details->'contests' as contests from audit_trail where event = 'consultation.annul'
       and subject = (select id::text from consultations where slug = 'de-open')`,
    );
    expect(rows).toEqual([{ is_public: true, contests: 2 }]);
  });

  test('has no result, even where a provisional one was public', async () => {
    const result = await site.ask('/c/de-provisional/result', { redirect: 'manual' });
    expect([result.status, result.headers.get('Location')]).toEqual([303, '/c/de-provisional#annulled']);
  });

  test('shows no paper that nobody froze', async () => {
    const { rows } = await site.database.pool.query(
      `select k.id, c.slug from contests k join consultations c on c.id = k.consultation_id
       where slug in ('de-draft', 'de-frozen')`,
    );
    for (const { id, slug } of rows) {
      const answer = await site.ask(`/c/${slug}/contests/${id}`);
      expect([slug, answer.status]).toEqual([slug, slug === 'de-draft' ? 404 : 200]);
      const text = await read(`/c/${slug}`);
      expect(text).toContain(reason);
      expect(text.includes(`/contests/${id}`)).toBe(slug === 'de-frozen');
    }
  });
});

test('what changed after it was proposed is not annulled by that proposal', async () => {
  await prepareConsultation(site, city, crew, 'cambia');
  await freeze(crew, 'cambia');
  await bring('cambia', 'open');
  const act = pageOf(await propose('cambia'));
  await bring('cambia', 'provisional');
  const agreed = await crew.second.post(act, { decision: 'agree' });
  expect(await agreed.text()).toContain('Algo cambió después de proponerlo.');
  expect(await standing('cambia')).toEqual({ consultation: 'provisional', contests: ['provisional'] });
});

test('is for guarantors, with a reason', async () => {
  await prepareConsultation(site, city, crew, 'quien');
  for (const browser of [crew.organiser, crew.reviewer, crew.observer]) {
    expect((await browser.post('/org/c/quien/vote/annul', { why_annul: reason })).status).toBe(403);
  }
  const bare = await crew.guarantor.post('/org/c/quien/vote/annul', { why_annul: ' ' });
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('href="#why_annul"')]);
});
