import type { Translation } from '../../i18n/translation.ts';
import type { FileRefusal } from './usecases/bring-file.ts';
import type { PlanRefusal } from './usecases/plan-ceremony.ts';

/** Why no ceremony was begun, in the language of the page. */
export function planWords(refusal: PlanRefusal, { trustees: { planRefusals: says } }: Translation): string {
  if (refusal.type === 'waiver_missing') return says.waiver_missing(refusal.threshold, refusal.trustees);
  if (refusal.type === 'same_name') return says.same_name(refusal.name);
  return says[refusal.type];
}

/** What is wrong with a file that a trustee brought, in the language of the page. */
export function fileWords(refusal: FileRefusal, t: Translation): string {
  const { fileRefusals: says, steps, faults } = t.trustees;
  const { type } = refusal;
  if (type === 'wrong_form') return says.wrong_form(refusal.place);
  if (type === 'other_step') return says.other_step(steps[refusal.found], steps[refusal.expected]);
  if (type === 'other_place') return says.other_place(refusal.found, refusal.expected);
  if (type === 'other_name') return says.other_name(refusal.found, refusal.expected);
  if (type === 'brought_before') return says.brought_before(steps[refusal.step]);
  if (type === 'not_proven') return says.not_proven(refusal.owner);
  if (type === 'not_your_place') return says.not_your_place(refusal.found);
  if (type === 'other_day') return says.other_day(refusal.found, refusal.today);
  if (type !== 'does_not_hold') return says[type];
  return says.does_not_hold([...new Set(refusal.faults.map((fault) => faults[fault]))].join(' '));
}
