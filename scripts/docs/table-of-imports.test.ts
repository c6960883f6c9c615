import { expect, test } from 'vitest';
import { tableOfImports } from './table-of-imports.ts';

test('shows each room with what it may import', () => {
  const files = /^a\//;
  expect(
    tableOfImports([
      { name: 'kernel', files, rooms: [], packages: [], node: [] },
      { name: 'main', files, rooms: ['kernel'], packages: ['*'], node: 'all', isRoot: true },
    ]),
  ).toBe(
    [
      '| Room     | Rooms it may import               | Packages from outside | Node |',
      '| -------- | --------------------------------- | --------------------- | ---- |',
      '| `kernel` |                                   |                       |      |',
      '| `main`   | every room of its own app, kernel | those declared        | yes  |',
    ].join('\n'),
  );
});
