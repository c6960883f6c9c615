import { err, ok, type Result, writeMoney } from '@convite/kernel';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import type { GreedyRuleSet } from '../rules/greedy/rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { parseRuleSet } from '../rules/read-rule-set.ts';
import type { Utility } from '../model/rule-set-members.ts';
import type { PabulibFile } from './pabulib-file.ts';
import { RULE_SET_KEY } from './read-meta.ts';
import { rankTotals, type RankUtility } from './rank-totals.ts';
import { parseJson } from './parse-json.ts';
import { readWhole, readWrittenNumber } from './written-number.ts';

/** Why a file does not say by which rule it was counted, or not enough of it. */
export interface Undeclared {
  readonly type: 'undeclared';
  readonly reason:
    /** The file names no rule, or says that it is not known. */
    | 'no_rule'
    /** A rule by a name that is not known here. */
    | 'unknown_rule'
    /** Its own rule set (`rule_set`) is not one. */
    | 'rule_set_unreadable'
    /** Projects exclude each other, and which ones stands nowhere but in prose. */
    | 'exclusive_groups_not_told'
    /** Budgets for parts without the same number of names. */
    | 'part_budgets_do_not_match'
    /** What the parts leave over is given out once more without them: no rule set says that. */
    | 'leftover_after_parts'
    /** The minimum is no whole number, or is meant in points that the ballots do not carry alone. */
    | 'minimum_not_measurable';
  /** The META entry `rule`, undefined without one. */
  readonly rule: string | undefined;
}

/**
 * The rule by which the file says that it was counted, as a rule set.
 *
 * A file of our own carries its rule set whole. For others `rule` decides, with the minimum and the part budgets:
 * `greedy` and `greedy-threshold` skip what does not fit; `greedy-no-skip` and `greedy-custom` stop there (what cities
 * with own rules fund before they turn to extra money); `equalshares` with `/add1` raises the shares in steps of one
 * unit, with `-comparison` is held against greedy.
 * Cities order by votes, or by points, never by points for each unit of cost; ranks count as the column `score` does.
 * The minimum of the file is one of votes or of points as the order is. A published file settles no ties.
 */
export function declaredRuleSet(file: PabulibFile): Result<RuleSet, Undeclared> {
  const own = file.meta.get(RULE_SET_KEY);
  const rule = file.meta.get('rule');
  const refuse = (reason: Undeclared['reason']) => err<Undeclared>({ type: 'undeclared', reason, rule });
  if (own !== undefined) {
    const parsed = parseRuleSet(parseJson(own));
    return parsed.ok ? parsed : refuse('rule_set_unreadable');
  }
  const name = rule?.toLowerCase();
  if (name === undefined || name === '' || name === 'unknown') return refuse('no_rule');
  if (name === 'greedy-exclusive') return refuse('exclusive_groups_not_told');
  const misfit = GREEDY.get(name);
  const shares = EQUAL_SHARES.get(name);
  if (misfit === undefined && shares === undefined) return refuse('unknown_rule');

  const utility = utilityOf(file);
  const minimumSupport = minimumOf(file, utility);
  if (minimumSupport === undefined) return refuse('minimum_not_measurable');
  const categoryBudgets = partBudgets(file, 'categories', 'budget_per_category');
  const neighbourhoodBudgets = partBudgets(file, 'neighborhoods', 'budget_per_neighborhood');
  if (categoryBudgets === undefined || neighbourhoodBudgets === undefined) return refuse('part_budgets_do_not_match');
  const hasParts = Object.keys({ ...categoryBudgets, ...neighbourhoodBudgets }).length > 0;
  if (hasParts && file.meta.has('leftover_budget')) return refuse('leftover_after_parts');

  const everyRule = {
    schema: 'convite/rule-set/1' as const,
    minimumSupport,
    exclusiveGroups: [],
    categoryBudgets,
    neighbourhoodBudgets,
    maximumWinners: null,
    ties: [],
    utility,
  };
  if (shares !== undefined) {
    return ok({ ...everyRule, rule: 'equal-shares', divisor: 'all-ballots', add1Step: '1', ...shares });
  }
  return ok({
    ...everyRule,
    rule: 'greedy',
    order: utility === 'cost' ? 'per-cost' : 'total',
    misfit: misfit ?? 'skip',
  });
}

const GREEDY: ReadonlyMap<string, GreedyRuleSet['misfit']> = new Map([
  ['greedy', 'skip'],
  ['greedy-threshold', 'skip'],
  ['greedy-no-skip', 'stop'],
  ['greedy-custom', 'stop'],
]);

const EQUAL_SHARES: ReadonlyMap<string, Pick<EqualSharesRuleSet, 'completion' | 'comparison'>> = new Map([
  ['equalshares', { completion: 'none', comparison: 'none' }],
  ['equalshares-comparison', { completion: 'none', comparison: 'greedy' }],
  ['equalshares/add1', { completion: 'add1', comparison: 'none' }],
  ['equalshares/add1-comparison', { completion: 'add1', comparison: 'greedy' }],
]);

function utilityOf(file: PabulibFile): Utility {
  switch (file.profile.kind) {
    case 'approval':
    case 'choose-one':
      return 'cost';
    case 'points':
    case 'scores':
      return 'points';
    case 'ranked':
      return utilityOfRanks(file);
  }
}

/** The one of the usual values of a rank whose totals are the file's own scores; rank points where none or no scores. */
function utilityOfRanks(file: PabulibFile): RankUtility {
  const candidates: readonly RankUtility[] = ['rank-points', 'points', 'borda'];
  const told = file.officialScore.some((score) => score !== undefined);
  const fits = (utility: RankUtility) => {
    const totals = rankTotals(file.profile, file.instance.projects.length, utility);
    return (
      totals !== undefined &&
      file.officialScore.every((score, p) => score === undefined || readWhole(score) === totals[p])
    );
  };
  return (told ? candidates.find(fits) : undefined) ?? 'rank-points';
}

function minimumOf(file: PabulibFile, utility: Utility): RuleSet['minimumSupport'] | undefined {
  const text = file.meta.get('min_project_score_threshold');
  if (text === undefined || text === '' || text === 'None') return { votes: 0, shareOfBallots: '0/1', points: 0 };
  const least = readWhole(text);
  if (least === undefined) return undefined;
  if (utility === 'cost') return { votes: least, shareOfBallots: '0/1', points: 0 };
  // A minimum in points is measured in rank points on ranked ballots: in no other value of a rank.
  return file.profile.kind === 'ranked' && utility !== 'rank-points' && least > 0
    ? undefined
    : { votes: 0, shareOfBallots: '0/1', points: least };
}

/** Amounts by name; empty where the file has none, undefined where names and amounts do not match. */
function partBudgets(file: PabulibFile, namesKey: string, amountsKey: string): Record<string, string> | undefined {
  const amounts = file.meta.get(amountsKey);
  if (amounts === undefined || amounts === '' || amounts === 'None') return {};
  const names = (file.meta.get(namesKey) ?? '').split(',').map((name) => name.trim());
  const texts = amounts.split(',').map((amount) => plainDecimal(amount.trim()));
  return names.length === texts.length && new Set(names).size === names.length
    ? Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '0']))
    : undefined;
}

/** The amount with a dot and without groups. Requires: the reader found an amount. */
function plainDecimal(text: string): string {
  const number = readWrittenNumber(text);
  return number === undefined ? '0' : writeMoney(number.digits, number.decimals);
}
