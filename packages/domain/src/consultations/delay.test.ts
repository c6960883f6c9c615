import { err, ok } from '@convite/kernel';
import { expect, it } from 'vitest';
import { consultationStates } from './consultation-machine.ts';
import { longestDelay, mayStateDelay, readDelay } from './delay.ts';

it('is said between the end of the vote and the result, and never beside one', () => {
  expect(consultationStates.filter(mayStateDelay)).toEqual(['closed', 'tallying']);
  expect(readDelay('Falta la parte de Rosa.', 'provisional')).toEqual(err({ type: 'not_now' }));
});

it('is one paragraph of plain text, as long as it may be and no longer', () => {
  expect(readDelay(' Se fue la luz.\r\n\r\nVuelve\tmañana. ', 'closed')).toEqual(ok('Se fue la luz. Vuelve mañana.'));
  expect(readDelay('n\u0303', 'tallying')).toEqual(ok('ñ'));
  expect(readDelay('x'.repeat(longestDelay), 'tallying').ok).toBe(true);
  expect(readDelay('x'.repeat(longestDelay + 1), 'tallying')).toEqual(err({ type: 'too_long' }));
  for (const text of ['', ' \n ']) expect(readDelay(text, 'tallying')).toEqual(err({ type: 'reason_missing' }));
  for (const text of ['al\u202erevés', 'a\u0000b', '\ufffd', '\ud800']) {
    expect(readDelay(text, 'tallying')).toEqual(err({ type: 'strange_signs' }));
  }
});
