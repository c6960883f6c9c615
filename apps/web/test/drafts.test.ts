import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, makePlaces, type TestPlaces } from './access-places.ts';
import { openTestSite, type TestSite } from './open-test-site.ts';

let site: TestSite;
let places: TestPlaces;
beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
});
afterAll(() => site.close());

test('of a consultation that is still being written no public page says anything, not even that it is there', async () => {
  const telling: string[] = [];
  let asked = 0;
  for (const { method, path, access } of site.site.routes.declared) {
    if (method !== 'GET' || access !== 'public' || !path.includes(':consultation')) continue;
    asked += 1;
    const answer = await site.ask(addressOf(path, places.own));
    // The only contest of a consultation has no name to find it by: who knows its id is told the same as who does not.
    if (answer.status !== 404) telling.push(`${answer.status} ${path} ${answer.headers.get('Location') ?? ''}`);
  }
  expect(telling).toEqual([]);
  expect(asked).toBeGreaterThan(20);
});
