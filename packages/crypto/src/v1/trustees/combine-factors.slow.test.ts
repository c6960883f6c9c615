import { expect, it } from 'vitest';
import { groupOf } from './reference-elections.fixture.ts';
import { anyThresholdDecrypts, decrypted, election } from './shared-secret.fixture.ts';

it('any threshold of up to seven members, and no fewer, decrypt on the curve', () => {
  anyThresholdDecrypts(groupOf('Ed25519'), 7, 60);
});

it.each(['BELENIOS-2048', 'RFC-3526-2048'] as const)('a larger ceremony decrypts in %s', (name) => {
  const group = groupOf(name);
  const made = election(group, 5, 3, name);
  expect(decrypted(group, made, [1, 2, 4, 6], 'vote')).toBe('the vote');
  expect(decrypted(group, made, [1, 6, 5, 4], 'vote')).toBe('the vote');
  expect(decrypted(group, made, [1, 2, 6], 'vote')).toEqual([{ needed: 1, owners: [3, 4, 5] }]);
});
