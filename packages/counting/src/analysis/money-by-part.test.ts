import { expect, it } from 'vitest';
import { mustRead, smallText } from '../formats/small-file.fixture.ts';
import { moneyByPart } from './money-by-part.ts';

it('counts a project once under a category that its file names twice, and whole under each of several', () => {
  const { instance } = mustRead(
    smallText({
      projects: [
        'project_id;cost;votes;name;category',
        'A;60;2;Well;water,water,health',
        'B;40;2;Bridge;streets,water',
        'C;9;0;Bench;',
      ],
    }),
  );
  expect(moneyByPart(instance, [0, 2], ({ categories }) => categories)).toEqual([
    { name: 'health', funded: 1, cost: 60n },
    { name: 'streets', funded: 0, cost: 0n },
    { name: 'water', funded: 1, cost: 60n },
  ]);
});
