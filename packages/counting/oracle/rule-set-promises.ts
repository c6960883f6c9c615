import { isDeepStrictEqual } from 'node:util';
import { canonicalRuleSet, count, groupBallots, parseRuleSet } from '../src/index.ts';
import type { HostileRuleSet } from './hostile-rule-set.ts';

/**
 * What became of JSON that was sent as a rule set.
 *
 * @throws Error where the reader, the canonical text or the count does, and where one of these does not hold: a refusal
 * says what is wrong; what was accepted has a text that reads back as the same rule set, with nothing added or lost.
 */
export function tryRuleSet({ election, value }: HostileRuleSet): 'unreadable' | 'refused' | 'counted' {
  const parsed = parseRuleSet(value);
  if (!parsed.ok) {
    if (parsed.error.length === 0 || parsed.error.some(({ message }) => message === '')) throw new Error('no reason');
    return 'unreadable';
  }
  const text = canonicalRuleSet(parsed.value);
  const again = parseRuleSet(JSON.parse(text));
  if (!again.ok || canonicalRuleSet(again.value) !== text) throw new Error(`reads back otherwise: ${text}`);
  if (!isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(value))))
    throw new Error(`not what was sent: ${text}`);
  const outcome = count(election.instance, groupBallots(election.kind, election.ballots).profile, parsed.value);
  return outcome.ok ? 'counted' : 'refused';
}
