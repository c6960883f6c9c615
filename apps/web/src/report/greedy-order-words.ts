import type { RuleSet } from '@convite/counting';
import type { Translation } from '../i18n/translation.ts';

/** By what most votes puts projects in their order, where that is not votes alone. */
export function greedyOrderWords(
  { utility, order }: Extract<RuleSet, { readonly rule: 'greedy' }>,
  { rules }: Translation,
): readonly string[] {
  if (order === 'per-cost') return utility === 'cost' ? [] : [rules.orderBy[utility]];
  return [utility === 'cost' || utility === 'cardinality' ? rules.orderTotal[utility] : rules.orderBy[utility]];
}
