import { expect, test } from 'vitest';
import { tileOf } from './weave.tsx';

test('a name always weaves the same tile, and its accents may be written either way', () => {
  expect(tileOf('Puerto Solana')).toEqual(tileOf('Puerto Solana'));
  expect(tileOf('Łódź')).toEqual(tileOf('Łódź'.normalize('NFD')));
});

test('different names weave different tiles', () => {
  const names = ['La Enramada', 'Los Tres Puentes', 'Campo Alegre Sur', 'Convite', 'Puerto Solana', 'Łódź 2022'];
  expect(new Set(names.map((name) => JSON.stringify(tileOf(name)))).size).toBe(names.length);
});

test('the tile of La Enramada is the one on its papers', () => {
  expect(tileOf('La Enramada').a).toBe('M5 3h2v1h-2zM4 4h4v1h-4zM4 5h4v1h-4zM4 6h4v1h-4zM4 7h4v1h-4zM5 8h2v1h-2z');
});

test('a tile is the same seen from left and right, from above and below, and stays small', () => {
  for (const name of ['a', 'b', 'Comuna 13', 'العريش', '']) {
    const { a, b } = tileOf(name);
    expect(a.length + b.length).toBeLessThan(1024);
    for (const path of [a, b]) {
      const cells = new Set<string>();
      for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu))
        for (let i = 0; i < Number(length); i++) cells.add(`${Number(x) + i},${y}`);
      for (const cell of cells) {
        const [x = 0, y = 0] = cell.split(',').map(Number);
        expect(cells).toContain(`${11 - x},${y}`);
        expect(cells).toContain(`${x},${11 - y}`);
      }
    }
  }
});
