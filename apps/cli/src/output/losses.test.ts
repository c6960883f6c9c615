import { afterAll, beforeAll, expect, it } from 'vitest';
import { convite, makeFolder } from '../run-command.fixture.ts';
import { street } from '../small-street.fixture.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it('cuts off what supporters have left and rounds up what is missing, so that the two make the cost', async () => {
  const text = street({
    projects: ['1;67;Bench;0', '2;80;Lamp;0'],
    columns: 'project_id;cost;name;selected',
    votes: ['a;1', 'b;1', 'c;2'],
  });
  const file = await folder.write('thirds.pb', text);
  const args = ['count', file, '--rule', 'equal-shares', '--completion', 'none'];
  const { stdout } = await convite(args, { folder: folder.path });
  // Two of the three shares of 100/3 are 66.666…, one is 33.333…
  const said = stdout.replaceAll(/\s+/gu, ' ');
  expect(said).toContain('66.66 u left at the end; it costs 67 u, so 0.34 u was missing');
  expect(said).toContain('33.33 u left at the end; it costs 80 u, so 46.67 u was missing');
});
