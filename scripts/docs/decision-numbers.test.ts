import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misnumberedDecisions } from './decision-numbers.ts';

const told = (decisions: Readonly<Record<string, string>>): readonly string[] => {
  const root = mkdtempSync(join(tmpdir(), 'convite-decisions-'));
  mkdirSync(join(root, 'docs/decisions'), { recursive: true });
  for (const [name, heading] of Object.entries(decisions)) {
    writeFileSync(join(root, 'docs/decisions', name), `${heading}\n\ntext\n`);
  }
  const found = misnumberedDecisions(root);
  rmSync(root, { recursive: true, force: true });
  return found;
};

test('decisions that follow one another are in order', () => {
  expect(told({ '0000-a.md': '# 0000 A', '0001-b.md': '# 0001 B' })).toEqual([]);
});

test.each([
  [
    { '0000-a.md': '# 0000 A', '0001-b.md': '# 0001 B', '0001-c.md': '# 0001 C' },
    'docs/decisions/0001-c.md should have the number 0002',
  ],
  [{ '0000-a.md': '# 0000 A', '0002-b.md': '# 0002 B' }, 'docs/decisions/0002-b.md should have the number 0001'],
  [{ '0000-a.md': '# 0001 A' }, 'docs/decisions/0000-a.md begins with “# 0001 A”'],
])('a number that is used twice, left out or told otherwise is named', (decisions, says) => {
  expect(told(decisions)).toEqual([says]);
});
