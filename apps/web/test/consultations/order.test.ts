import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { contestsOf, freeze, openCity, pageOf, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const drawn = { seed: 'dados 3 1 4 1 5', how: 'Cinco dados en la asamblea del 3 de mayo.', reason: 'Salió así.' };
const read = async (path: string): Promise<string> => await (await site.ask(path)).text();
const at = (slug: string): string => `/org/c/${slug}/order`;
const refused = async (slug: string, form: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await crew.guarantor.post(at(slug), form);
  expect(answer.status).toBe(422);
  return await answer.text();
};

/** The numbers of the options of a paper as its public page lists them. */
const listed = async (slug: string, contest: string): Promise<readonly number[]> =>
  [...(await read(`/c/${slug}/contests/${contest}`)).matchAll(/<td class="ord">(\d+)</gu)].map(([, number]) =>
    Number(number),
  );

/** As anybody works it out with the command that the page shows. */
const byHand = (contest: string): readonly number[] =>
  [1, 2, 3]
    .map((number) => ({
      number,
      lot: createHash('sha256').update(`convite-order-1\n${drawn.seed}\n${contest}\n${number}\n`).digest('hex'),
    }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ number }) => number);

test('is drawn once, by two people, after the options are frozen; then each paper stands as anybody can compute it', async () => {
  await prepareConsultation(site, city, crew, 'orden');
  expect(await refused('orden', drawn)).toContain('Solo se puede entre congelar la regla y escribir las elecciones.');
  await freeze(crew, 'orden');
  const contests = await contestsOf(crew.organiser, 'orden');
  expect(contests).toHaveLength(2);
  for (const contest of contests) expect(await listed('orden', contest)).toEqual([1, 2, 3]);
  expect(await read(`/c/orden/contests/${contests[0] ?? ''}`)).toContain('Están en el orden de sus números');
  expect(await (await crew.guarantor.get('/org/c/orden/vote')).text()).toContain(
    'El orden de las opciones no se sorteó',
  );

  const act = pageOf(await crew.guarantor.post(at('orden'), drawn));
  expect(await read('/c/orden/rules')).not.toContain(drawn.seed);
  expect((await crew.second.post(act, { decision: 'agree' })).status).toBe(303);
  for (const contest of contests) expect(await listed('orden', contest)).toEqual(byHand(contest));
  const page = await read(`/c/orden/contests/${contests[0] ?? ''}`);
  for (const said of [drawn.seed, drawn.how, 'convite-order-1', 'sha256sum']) expect(page).toContain(said);
  for (const path of ['rules', 'trail']) expect(await read(`/c/orden/${path}`)).toContain(drawn.seed);
  expect(await (await crew.guarantor.get('/org/c/orden/vote')).text()).not.toContain('no se sorteó');
  expect(await refused('orden', { ...drawn, seed: 'otra' })).toContain('No se sortea otra vez.');
  // What was withdrawn keeps its place and its number.
  const [contest = ''] = contests;
  await site.database.pool.query('update options set withdrawn_at = now() where contest_id = $1 and number = 2', [
    contest,
  ]);
  expect(await listed('orden', contest)).toEqual(byHand(contest));
});

test('is refused with a seed that is no line, without how, and to who is no guarantor', async () => {
  await prepareConsultation(site, city, crew, 'orden-no');
  await freeze(crew, 'orden-no');
  expect(await refused('orden-no', { ...drawn, seed: ' ' })).toContain('href="#seed"');
  expect(await refused('orden-no', { ...drawn, seed: 'uno\ndos' })).toContain('href="#seed"');
  expect(await refused('orden-no', { ...drawn, how: '' })).toContain('href="#how"');
  expect(await refused('orden-no', { ...drawn, reason: '' })).toContain('href="#reason"');
  for (const browser of [crew.organiser, crew.observer]) {
    expect((await browser.post(at('orden-no'), drawn)).status).toBe(403);
  }
  const { rows } = await site.database.pool.query(
    `select from order_draws d join consultations c on c.id = d.consultation_id where slug = 'orden-no'`,
  );
  expect(rows).toEqual([]);
});

test('is proposed in two ways and agreed on in one: the second finds that it is drawn', async () => {
  await prepareConsultation(site, city, crew, 'orden-dos');
  await freeze(crew, 'orden-dos');
  const act = pageOf(await crew.guarantor.post(at('orden-dos'), drawn));
  await site.database.pool.query(
    `insert into order_draws select id, 'otra', 'Otra mesa', now() from consultations where slug = 'orden-dos'`,
  );
  const late = await crew.second.post(act, { decision: 'agree' });
  expect(await late.text()).toContain('El orden ya está sorteado.');
});
