import type { Room } from '../walls/room.ts';

/** The allowed imports as the Markdown table that ARCHITECTURE.md shows. */
export function tableOfImports(rooms: readonly Room[]): string {
  const rows = rooms.map(({ name, rooms: mayImport, packages, node, isRoot }) => [
    `\`${name}\``,
    [...(isRoot === true ? ['every room of its own app'] : []), ...mayImport].join(', '),
    packages.map((each) => (each === '*' ? 'those declared' : each)).join(', '),
    node === 'all' ? 'yes' : node.join(', '),
  ]);
  const all = [['Room', 'Rooms it may import', 'Packages from outside', 'Node'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [write(head), write(widths.map((width) => '-'.repeat(width))), ...body.map(write)].join('\n');
}
