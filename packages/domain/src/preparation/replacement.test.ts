import { expect, test } from 'vitest';
import { readReplacement, type ReplacementForm, writeReplacement } from './replacement.ts';

const [one, two] = ['ab'.repeat(32), 'cd'.repeat(32)];
const lost: ReplacementForm = {
  convite_replacement: 1,
  consultation: 'obras-2026',
  kind: 'lost',
  pairs: [{ uuid: 'CaLLeCedro1234', lost: one, spare: two }],
};

test('a replacement is read back as it was written, of a lost letter and of an addition', () => {
  expect(readReplacement(writeReplacement(lost))).toEqual({ ok: true, value: lost });
  const added: ReplacementForm = { ...lost, kind: 'added', pairs: [{ uuid: 'CaLLeCedro1234', spare: two }] };
  expect(readReplacement(writeReplacement(added))).toEqual({ ok: true, value: added });
});

test.each([
  ['pairs[0].lost', 'field', { ...lost, pairs: [{ uuid: 'CaLLeCedro1234', spare: two }] }],
  ['pairs[0].lost', 'known_field', { ...lost, kind: 'added' }],
  ['pairs[1].uuid', 'agreement', { ...lost, pairs: [...lost.pairs, ...lost.pairs] }],
  ['kind', 'text', { ...lost, kind: 'other' }],
])('a replacement is refused at %s (%s)', (place, expected, form) => {
  expect(readReplacement(JSON.stringify(form))).toEqual({ ok: false, error: { type: 'wrong_form', place, expected } });
});
