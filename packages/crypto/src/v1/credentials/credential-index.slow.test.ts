import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCredentialIndex } from './credential-index.ts';

it('finds a million credentials in at most 50 MB', () => {
  const count = 1_000_000;
  const textOf = (i: number): string => createHash('sha256').update(`credential ${i}`).digest('hex');
  const before = process.memoryUsage().arrayBuffers;
  const index = createCredentialIndex(count);
  for (let i = 0; i < count; i++) if (index.add(textOf(i)) !== i) expect(i).toBe(-1);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThanOrEqual(50_000_000);
  for (let i = 0; i < count; i++) if (index.indexOf(textOf(i)) !== i) expect(i).toBe(-1);
  for (let i = count; i < count + 10_000; i++) expect(index.indexOf(textOf(i))).toBeUndefined();
  expect(index.size).toBe(count);
});
