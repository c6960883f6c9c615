import { describe, expect, it } from 'vitest';
import { serverTasks } from './staff-tasks.ts';

const consultation: Parameters<ReturnType<typeof serverTasks>>[0] = {
  ...{ id: 'c', slug: 'obras-2026', title: { es: 'Obras' }, status: 'open', territoryName: 'Comuna' },
  ...{ path: ['commune'], contests: 7 },
};
const inCommune = { account: 'a', grants: [{ role: 'organiser', territory: 'commune' }] } as const;
const elsewhere = { account: 'b', grants: [{ role: 'organiser', territory: 'another' }] } as const;
const stopped = (slug: string) => ({ contest: slug, slug, why: 'board_rolled_back', signed: 4, stored: 2 }) as const;
const href = '/org/c/obras-2026';

describe('what only whoever runs the server can mend', () => {
  it('is told to staff of the consultation that it is about, and to nobody else', async () => {
    const found = { stopped: [stopped('obras-2026'), stopped('otra'), stopped('obras-2026')], unsettled: undefined };
    const tasks = serverTasks(found, { isFull: () => false });
    expect(await tasks(consultation, inCommune)).toEqual([{ kind: 'board_stopped', count: 2, href }]);
    expect(await tasks(consultation, elsewhere)).toEqual([]);
  });

  it('is of every paper where nothing may be signed, and of the disk only while it is full', async () => {
    let isFull = true;
    const tasks = serverTasks({ stopped: [], unsettled: { why: 'copied' } }, { isFull: () => isFull });
    const board = { kind: 'board_stopped', count: 7, href };
    expect(await tasks(consultation, inCommune)).toEqual([{ kind: 'no_room', count: 1, href }, board]);
    isFull = false;
    expect(await tasks(consultation, inCommune)).toEqual([board]);
    expect(
      await serverTasks({ stopped: [], unsettled: undefined }, { isFull: () => false })(consultation, inCommune),
    ).toEqual([]);
  });
});
