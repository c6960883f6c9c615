import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSuite } from '../verify/machine.fixture.ts';
import { keyWords, readKeyWords } from './key-words.ts';
import { wordLanguages } from './word-lists.ts';

describe.each(wordLanguages)('a secret written as words (%s)', (language) => {
  it.each(['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const)('reads back as it was in %s', (name) => {
    const { q } = testSuite.group(name);
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, q - 1n), fc.constantFrom(0n, 1n, q - 1n)), (secret) => {
        const rows = keyWords(secret, q, language);
        expect(readKeyWords(rows.map((row) => row.join(' ')).join('\n'), q, language)).toEqual({
          ok: true,
          value: secret,
        });
      }),
      { numRuns: name === 'RFC-3526-2048' ? 20 : 100 },
    );
  });
});
