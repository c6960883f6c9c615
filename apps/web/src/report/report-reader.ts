import type { CountedReport, CountReport, ReportedLossReason, RuleSet } from '@convite/counting';
import { unitOf } from '@convite/domain';
import { compareCodePoints, compareRationals, type Rational } from '@convite/kernel';
import { cutText, nearly, readExact } from '../i18n/exact.ts';
import type { Translation } from '../i18n/translation.ts';
import { greedyOrderWords } from './greedy-order-words.ts';

export type ReportedProject = CountReport['projects'][number];

/** A report with the words to read it aloud: names, money and rules in the language of the page. */
export interface ReportReader {
  readonly report: CountReport;
  readonly t: Translation;
  /** The unit of money as people write it. */
  readonly unit: string;
  readonly project: (id: string) => ReportedProject | undefined;
  readonly name: (id: string) => string;
  readonly names: (ids: readonly string[]) => string;
  /** An amount without its unit, for columns; with it, for sentences. Exact input, shown rounded. */
  readonly amount: (exact: string) => string;
  readonly money: (exact: string) => string;
  /** What is left of an amount: cut, so that it never reads as enough when it is not. */
  readonly leftMoney: (exact: string) => string;
  /** What a person pays or carries, and votes that still count: cut, as the command prints them. */
  readonly paid: (exact: string) => string;
  readonly effective: (exact: string) => string;
  /** True where amounts are so long that on a phone a name needs a line of its own. */
  readonly wide: boolean;
  /** The language of a project's name, where it is not that of the page. */
  readonly lang: (id: string) => string | undefined;
  /** The title that was voted on, where the page has another for it. */
  readonly sealed: (id: string) => { readonly title: string; readonly lang: string | undefined } | undefined;
  /** Path of a project's page. */
  readonly link: (id: string) => string;
  /** What projects are sorted by where all are listed. */
  readonly ranked: readonly ReportedProject[];
  /** False where nothing is divided: then nothing is said of costs, and every option costs the same. */
  readonly hasMoney: boolean;
  /** True where ballots give points that are summed. */
  readonly hasPoints: boolean;
}

/**
 * Prepares a report for a page in one language.
 *
 * @param told what projects are called in that language, by id, where the file has another
 */
export function readerOf(
  address: string,
  report: CountReport,
  t: Translation,
  {
    hasMoney = true,
    told = {},
  }: { readonly hasMoney?: boolean; readonly told?: Readonly<Record<string, string>> } = {},
): ReportReader {
  const byId = new Map(report.projects.map((project) => [project.id, project]));
  const unit = unitOf(report.currency);
  // Where any amount has decimals all have them, so that columns stand under each other.
  const decimals =
    report.projects.some(({ cost }) => hasDecimals(cost)) || hasDecimals(report.budget) ? report.decimals : 0;
  const fine = Math.max(2, decimals);
  const namesById = new Map(report.projects.map(({ id, name: text }) => [id, text?.trim() || t.result.unnamed(id)]));
  const toldById = new Map(Object.entries(told));
  const name = (id: string): string => toldById.get(id) ?? namesById.get(id) ?? t.result.unnamed(id);
  const language = /^[a-z]{2,3}$/u.exec(report.meta['language'] ?? '')?.[0];
  const lang = language === undefined || language === t.locale ? undefined : language;
  const hasPoints =
    report.projects.some(({ points }) => points !== null && points !== '0') && report.ballot_kind !== 'ranked';
  return {
    report,
    t,
    unit,
    project: (id) => byId.get(id),
    name,
    names: (ids) => t.format.list(ids.map(name)),
    amount: (exact) => t.format.number(exact, decimals > 0 ? decimals : fine),
    money: (exact) => t.format.money(exact, decimals > 0 ? decimals : fine, unit),
    leftMoney: (exact) => {
      const left = readExact(exact);
      const shown = left.num / left.den >= 1000n ? report.decimals : fine;
      return t.format.money(cutText(left, shown), shown, unit);
    },
    paid: (exact) => t.format.money(cutText(readExact(exact), fine), fine, unit),
    effective: (exact) => t.format.number(cutText(readExact(exact), 1), 1),
    wide: readExact(report.budget).num / readExact(report.budget).den >= 1_000_000n,
    lang: (id) => (toldById.has(id) ? undefined : lang),
    sealed: (id) => {
      const title = namesById.get(id);
      return title === undefined || title === name(id) ? undefined : { title, lang };
    },
    link: (id) => `${address}/projects/${encodeURIComponent(id)}`,
    ranked: report.projects.toSorted((a, b) => {
      const points = hasPoints ? compareRationals(readExact(b.points ?? '0'), readExact(a.points ?? '0')) : 0;
      return points !== 0 ? points : b.votes - a.votes || compareCodePoints(a.id, b.id);
    }),
    hasPoints,
    hasMoney,
  };
}

const hasDecimals = (exact: string): boolean => /\.\d*[1-9]/u.test(exact);

/** An exact amount as a double, for drawings only. */
export const drawn = (exact: string): number => (/^\d{1,15}$/u.test(exact) ? Number(exact) : nearly(readExact(exact)));

/** A rule by the name that people use. */
export function ruleName(rule: RuleSet, t: Translation): string {
  if (rule.rule !== 'greedy') return t.rules.names[rule.rule];
  if (rule.utility === 'cost') return t.rules.names.greedy;
  return rule.utility === 'cardinality' ? t.rules.names.greedyPerCost : t.rules.names.greedyPoints;
}

/** A word or two beside a project that lost. */
export function shortReason(reason: ReportedLossReason, { t, name }: ReportReader): string {
  const { short } = t.rules;
  switch (reason.type) {
    case 'below_threshold':
      return short.below_threshold(reason.required);
    case 'excluded_by':
      return short.excluded_by(name(reason.winner));
    case 'part_budget_spent':
      return short.part_budget_spent(reason.name);
    case 'enough_winners':
      return short.enough_winners(reason.winners);
    case 'unaffordable':
    case 'does_not_fit':
    case 'outbid':
    case 'no_support':
      return short[reason.type];
  }
}

/** Why a project lost, as sentences. */
export function longReason(
  reason: ReportedLossReason,
  cost: string,
  { t, name, money, leftMoney }: ReportReader,
): string {
  const { reasons } = t.rules;
  switch (reason.type) {
    case 'unaffordable':
      return reasons.unaffordable(leftMoney(reason.left), money(cost));
    case 'does_not_fit':
      return reasons.does_not_fit(money(reason.left), money(cost));
    case 'outbid':
      return reasons.outbid(reason.by === null ? null : name(reason.by));
    case 'below_threshold':
      return reasons.below_threshold(reason.measure, reason.reached, reason.required);
    case 'excluded_by':
      return reasons.excluded_by(name(reason.winner));
    case 'part_budget_spent':
      return reasons.part_budget_spent(reason.name, money(reason.left), money(cost));
    case 'enough_winners':
      return reasons.enough_winners(reason.winners);
    case 'no_support':
      return reasons.no_support;
  }
}

/** How a rule counts, in a few plain sentences, with what it reached in this outcome. */
export function ruleSentences(counted: CountedReport, reader: ReportReader): readonly string[] {
  const { t, money } = reader;
  const { rule, endowment, rounds } = counted;
  // Where nothing is divided, what a rule says of money is not said.
  const said: string[] = t.rules.explained[rule.rule].slice(0, reader.hasMoney ? undefined : 2);
  if (!reader.hasMoney) return [...said, ...limitSentences(rule, reader)];
  if (rule.rule === 'greedy') said.push(...greedyOrderWords(rule, t));
  if (rule.rule === 'greedy' || rule.rule === 'majority-judgement')
    said.push(typeof rule.misfit === 'string' ? t.rules.misfit[rule.misfit] : t.rules.misfit.topUp);
  if (rule.rule === 'equal-shares' && endowment !== null) {
    said.push(
      endowment.increments === 0
        ? t.rules.sharesStart(money(endowment.start))
        : t.rules.sharesRaised(money(endowment.start), money(endowment.reached), endowment.increments),
    );
  }
  if (counted.comparison !== null) {
    const { prefer_equal_shares: shares, prefer_greedy: greedy, equal, stands } = counted.comparison;
    said.push(t.rules.compared(shares, greedy, equal), t.rules.stands[stands]);
  }
  const late = rounds.filter(
    (round) => round.type === 'considered' && round.completion && round.decision !== 'refused',
  );
  if (late.length > 0) said.push(t.rules.completed(late.length));
  return [...said, ...limitSentences(rule, reader)];
}

function limitSentences(rule: RuleSet, { t, names }: ReportReader): readonly string[] {
  const { minimumSupport: least, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners } = rule;
  const share = readExact(least.shareOfBallots);
  const one: Rational = { num: 1n, den: 1n };
  return [
    ...(least.votes > 0 ? [t.rules.minimumVotes(least.votes)] : []),
    ...(share.num > 0n
      ? [t.rules.minimumShare(t.format.percent(share, one, (share.num * 100n) % share.den === 0n ? 0 : 1))]
      : []),
    ...(least.points > 0 ? [t.rules.minimumPoints(least.points)] : []),
    ...exclusiveGroups.map((group) => t.rules.onlyOneOf(names(group))),
    ...(Object.keys(categoryBudgets).length + Object.keys(neighbourhoodBudgets).length > 0 ? [t.rules.partLimits] : []),
    ...(maximumWinners === null ? [] : [t.rules.maximumWinners(maximumWinners)]),
  ];
}

/** What the vote calls itself, and where it was, from the file's own words. */
function titleOf({ meta }: CountReport): {
  readonly name: string;
  readonly place: string;
  readonly when: string;
} {
  const text = (key: string): string => meta[key]?.trim() ?? '';
  const place = [text('subunit'), text('unit')].filter((part) => part !== '').join(', ');
  const when = text('instance') === '' ? text('date_begin').slice(-4) : text('instance');
  return { name: text('description'), place, when };
}

/** The name whose border a result wears: its place, else what the vote calls itself. */
export function communityOf(report: CountReport): string {
  const { name, place } = titleOf(report);
  return report.meta['unit']?.trim() || place || name || 'Convite';
}

/** One line for the reader: the vote's own words, then the place and the year that they do not say. */
export function voteLine(report: CountReport): string {
  const { name, place, when } = titleOf(report);
  const said = (part: string): boolean => part === '' || name.includes(part);
  const where = place
    .split(', ')
    .filter((part) => !said(part))
    .join(', ');
  const rest = [where, ...(said(when) ? [] : [when])].filter((part) => part !== '').join(' ');
  return [name, rest].filter((part) => part !== '').join('. ');
}
