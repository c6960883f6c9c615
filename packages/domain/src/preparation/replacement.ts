import { canonicalJson, err, ok, type Result } from '@convite/kernel';
import { orderLimits } from './credential-order.ts';
import { type FormFault, type FormReader, list, object, oneOf, text, wholeNumber } from './strict-form.ts';

const credential = text(/^[0-9a-f]{1,617}$/u);
const pair = { spare: credential, uuid: text(/^[1-9A-HJ-NP-Za-km-z]{14,64}$/u) };
const head = {
  consultation: text(/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  convite_replacement: wholeNumber(1, 1),
};
const replaced = object({
  ...head,
  kind: oneOf(['lost']),
  pairs: list(object({ ...pair, lost: credential }), 1, orderLimits.contestsOfSlice),
});
const added = object({
  ...head,
  kind: oneOf(['added']),
  pairs: list(object(pair), 1, orderLimits.contestsOfSlice),
});

type ValueOf<R> = R extends FormReader<infer T> ? T : never;

/**
 * What a registrar asks for when a letter was lost, or somebody was added to the roll: in each election of that person the
 * public part of a spare, and of the lost code. No name, no secret. docs/spec/preparation.md, C.
 */
export type ReplacementForm = ValueOf<typeof replaced> | ValueOf<typeof added>;

export type ReplacementProblem = { readonly type: 'not_json' } | ({ readonly type: 'wrong_form' } & FormFault);

export const writeReplacement = (form: ReplacementForm): string => `${canonicalJson(form)}\n`;

export function readReplacement(given: string): Result<ReplacementForm, ReplacementProblem> {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    return err({ type: 'not_json' });
  }
  const isAddition = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'added';
  const read = (isAddition ? added : replaced)(value, '');
  if (!read.ok) return err({ type: 'wrong_form', ...read.error });
  const { pairs } = read.value;
  const repeated = pairs.findIndex(({ uuid }, i) => pairs.findIndex((one) => one.uuid === uuid) < i);
  if (repeated !== -1) return err({ type: 'wrong_form', place: `pairs[${repeated}].uuid`, expected: 'agreement' });
  return ok(read.value);
}
