import { afterAll, expect, test } from 'vitest';
import { bring, openCity, pageOf, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

test('what is changed while two people freeze is refused, or keeps it from being frozen: never both, never neither', async () => {
  const seen = new Set<string>();
  for (let i = 0; i < 25; i++) {
    const slug = `carrera-${i}`;
    const template = await prepareConsultation(site, city, crew, slug);
    const act = pageOf(await crew.guarantor.post(`/org/c/${slug}/freeze`, { reason: 'Todo está revisado.' }));
    const content = 'código,número,título,costo\nPS-1,1,Otra cosa,10\n';
    const change = (): Promise<Response> =>
      bring(site, crew.organiser, `/org/c/${slug}/options`, { content, name: 'o.csv' }, { template });
    const agree = (): Promise<Response> => crew.second.post(act, { decision: 'agree' });
    const first = i % 2 === 0 ? agree() : change();
    // The first two are no race: each way once for certain.
    if (i < 2) await first;
    const both = await Promise.all([first, i % 2 === 0 ? change() : agree()]);
    const [agreed, changed] = i % 2 === 0 ? both : both.toReversed();
    const { rows } = await site.database.pool.query(
      `select c.status, exists (select from options o join contests k on k.id = o.contest_id
         where k.consultation_id = c.id and o.title = 'Otra cosa') as changed from consultations c where slug = $1`,
      [slug],
    );
    expect(rows).toEqual([
      agreed?.status === 303 ? { status: 'frozen', changed: false } : { status: 'draft', changed: true },
    ]);
    expect([agreed?.status, changed?.status]).toEqual(agreed?.status === 303 ? [303, 409] : [409, 200]);
    seen.add(String(agreed?.status));
  }
  expect(seen.size).toBe(2);
});
