import { afterAll, expect, test } from 'vitest';
import { freeze, openCity, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const at = (slug: string): string => `/org/c/${slug}/stations`;
const station = { name: 'Mesa 1', place: 'Casa comunal', hours_es: 'De 8:00 a 18:00' };
const says = 'Mesa 1, Casa comunal. De 8:00 a 18:00.';
const askWhom = 'Pregunte a la comisión de su comunidad';

const read = async (path: string): Promise<string> => await (await site.ask(path)).text();
const idOf = async (slug: string): Promise<string> => {
  const page = await (await crew.organiser.get(at(slug))).text();
  return /mend=([0-9a-f-]{36})/u.exec(page)?.[1] ?? '';
};
const lines = async (slug: string): Promise<readonly unknown[]> => {
  const { rows } = await site.database.pool.query(
    `select event, is_public, details from audit_trail a join consultations c on c.id::text = a.subject
     where slug = $1 and event like 'station.%' order by number`,
    [slug],
  );
  return rows;
};

test('a table is written in the draft, mended in public once frozen, and stands where people look for it', async () => {
  await prepareConsultation(site, city, crew, 'mesas');
  expect((await crew.organiser.post(at('mesas'), station)).headers.get('Location')).toBe(`${at('mesas')}?done=saved`);
  await freeze(crew, 'mesas');
  expect(await read('/c/mesas')).toContain(says);

  // The address is no rule: it is mended by who wrote it, and everyone reads both.
  const mended = await crew.organiser.post(at('mesas'), {
    ...{ ...station, place: 'Escuela nueva', station: await idOf('mesas') },
  });
  expect(mended.status).toBe(303);
  expect(await read('/c/mesas')).toContain('Mesa 1, Escuela nueva. De 8:00 a 18:00.');
  expect(await read('/c/mesas')).not.toContain(says);
  const before = 'Mesa 1 · Casa comunal · De 8:00 a 18:00';
  const after = 'Mesa 1 · Escuela nueva · De 8:00 a 18:00';
  expect(await lines('mesas')).toEqual([
    { event: 'station.written', is_public: false, details: { to: before } },
    { event: 'station.written', is_public: true, details: { from: before, to: after } },
  ]);
  const trail = await read('/c/mesas/trail');
  expect(trail).toContain(before);
  expect(trail).toContain(after);

  await crew.organiser.post(at('mesas'), { station: await idOf('mesas'), do: 'remove' });
  expect(await read('/c/mesas')).toContain(askWhom);
  expect((await lines('mesas')).at(-1)).toEqual({
    event: 'station.removed',
    is_public: true,
    details: { from: after },
  });
});

test('a vote may be opened without one: its page says so, and how to write one', async () => {
  await prepareConsultation(site, city, crew, 'sin-mesas');
  const missing = 'No hay ninguna mesa escrita';
  const page = async (): Promise<string> => await (await crew.guarantor.get('/org/c/sin-mesas/vote')).text();
  expect(await page()).toContain(missing);
  await crew.organiser.post(at('sin-mesas'), station);
  expect(await page()).not.toContain(missing);
});

test('is refused without its texts, by who does not organise, from another list, and when the vote is over', async () => {
  await prepareConsultation(site, city, crew, 'mesas-no');
  const short = await crew.organiser.post(at('mesas-no'), { ...station, place: ' ', hours_es: 'x'.repeat(161) });
  expect(short.status).toBe(422);
  const text = await short.text();
  for (const field of ['place', 'hours_es']) expect(text).toContain(`href="#${field}"`);
  expect(text).toContain('value="Mesa 1"');
  expect((await crew.guarantor.post(at('mesas-no'), station)).status).toBe(403);
  const elsewhere = await idOf('sin-mesas');
  expect(elsewhere).not.toBe('');
  expect((await crew.organiser.post(at('mesas-no'), { ...station, station: elsewhere })).status).toBe(422);
  expect((await crew.organiser.post(at('mesas-no'), { station: elsewhere, do: 'remove' })).status).toBe(422);
  expect(await idOf('sin-mesas')).toBe(elsewhere);
  for (let i = 0; i < 60; i++) await crew.organiser.post(at('mesas-no'), { ...station, name: `Mesa ${i}` });
  const full = await crew.organiser.post(at('mesas-no'), station);
  expect([full.status, await full.text()]).toEqual([422, expect.stringContaining('hasta 60 mesas')]);
  await site.database.pool.query(`update consultations set status = 'closed' where slug = 'mesas-no'`);
  const late = await crew.organiser.post(at('mesas-no'), station);
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('ya no se cambian')]);
});

test('is refused where a sign of it is not seen, or where nobody could tell it from another', async () => {
  await prepareConsultation(site, city, crew, 'mesas-iguales');
  const at = '/org/c/mesas-iguales/stations';
  const hidden = await crew.organiser.post(at, { ...station, name: 'Mesa\u200b 1', hours_es: 'De 8:00\u202e a 18:00' });
  expect(hidden.status).toBe(422);
  const text = await hidden.text();
  for (const field of ['name', 'hours_es']) expect(text).toContain(`href="#${field}"`);
  expect(text).toContain('Hay un signo que no se ve');
  expect((await crew.organiser.post(at, station)).status).toBe(303);
  // А of Cyrillic.
  const alike = await crew.organiser.post(at, { ...station, name: 'MES\u0410 1' });
  expect(alike.status).toBe(422);
  expect(await alike.text()).toContain('Otra mesa se ve igual.');
  // The one that is mended is not another.
  const mended = await idOf('mesas-iguales');
  expect((await crew.organiser.post(at, { ...station, station: mended, name: 'mesa 1' })).status).toBe(303);
  expect((await crew.organiser.post(at, { ...station, place: 'Escuela' })).status).toBe(303);
  const listed = await (await crew.organiser.get(at)).text();
  const other = [...listed.matchAll(/mend=([0-9a-f-]{36})/gu)].map(([, id]) => id).find((id) => id !== mended) ?? '';
  const clash = await crew.organiser.post(at, { ...station, station: other });
  expect(clash.status).toBe(422);
  // What was typed stands in the form of the one that is mended.
  expect(await clash.text()).toContain(`name="station" value="${other}"`);
});
