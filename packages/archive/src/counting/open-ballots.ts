import { type Ballot, groupBallots, type Instance, type Profile } from '@convite/counting';
import { isBallots, unpackInts } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { AnsweredPaper, PaperOfContest } from './contest-paper.ts';
import type { PublishedElection } from './published-election.ts';

/** What a count is made from. */
export interface OpenedBallots {
  /** Of totals one of many profiles that have them: only what depends on totals alone may be read from it. */
  readonly profile: Profile;
  readonly opened: 'totals' | 'ballots';
  /** Whole ballots that are none, or name more options than the paper allows: in no profile. */
  readonly spoilt: number;
}

/**
 * Puts what was decrypted into the form that is counted.
 *
 * Source: docs/spec/consultation-archive.md, D.3 and D.4.
 * Requires: the result of a verified archive, with the paper that its question matches.
 *
 * @returns undefined where the result has another shape than the paper
 */
export function openBallots(
  contest: PaperOfContest,
  paper: AnsweredPaper,
  { result, weight }: Pick<PublishedElection, 'result' | 'weight'>,
  instance: Instance,
): OpenedBallots | undefined {
  const [answer, ...others] = result?.result ?? [];
  if (answer === undefined || others.length > 0) return undefined;
  const positions = positionsOf(paper, instance);
  const kind = contest.most === 1 ? ('choose-one' as const) : ('approval' as const);
  if (paper.layout === undefined) {
    const totals = totalsIn(answer);
    if (totals?.length !== paper.numbers.length + (paper.hasBlankTotal ? 1 : 0)) return undefined;
    const ballots = ballotsOfTotals(totals, paper, positions, weight);
    return { profile: groupBallots(kind, ballots).profile, opened: 'totals', spoilt: 0 };
  }
  // No ballot at all leaves an empty list, which has the form of totals.
  const whole = isBallots(answer) ? answer : answer.length === 0 ? [] : undefined;
  if (whole === undefined) return undefined;
  const ballots: Ballot[] = [];
  for (const ints of whole) {
    const chosen = unpackInts(paper.layout, ints);
    if (!chosen.ok || chosen.value.length > contest.most) continue;
    const choices = chosen.value.flatMap((option) => positions[option] ?? []);
    ballots.push({ choices, points: undefined, weight: 1 });
  }
  return {
    profile: groupBallots(kind, ballots).profile,
    opened: 'ballots',
    spoilt: whole.length - ballots.length,
  };
}

function totalsIn(answer: readonly bigint[] | readonly (readonly number[])[]): readonly number[] | undefined {
  const totals: number[] = [];
  for (const total of answer) {
    if (typeof total !== 'bigint' || total > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    totals.push(Number(total));
  }
  return totals;
}

/** The position of each answer's option among the projects; undefined for a withdrawn one. */
function positionsOf({ numbers }: AnsweredPaper, { projects }: Instance): readonly (number | undefined)[] {
  const byId = new Map<string, number>(projects.map(({ id }, position) => [id, position]));
  return numbers.map((number) => byId.get(String(number)));
}

/**
 * Ballots that have these totals: laid on the marked ballots one option behind the other, going round. So none names an
 * option twice, and none is without one.
 */
function ballotsOfTotals(
  totals: readonly number[],
  { hasBlankTotal }: AnsweredPaper,
  positions: readonly (number | undefined)[],
  weight: bigint,
): readonly Ballot[] {
  const all = Number(weight);
  const blankTotal = hasBlankTotal ? (totals[0] ?? 0) : 0;
  const byAnswer = hasBlankTotal ? totals.slice(1) : totals;
  const standing = byAnswer.flatMap((total, answer) => {
    const position = positions[answer];
    return position === undefined ? [] : [{ position, total }];
  });
  const sum = standing.reduce((before, { total }) => before + total, 0);
  const marked = Math.min(all - blankTotal, sum);
  invariant(
    Number.isSafeInteger(sum) && marked >= 0 && standing.every(({ total }) => total <= marked),
    'verified totals are those of ballots that name each option once',
  );
  const rows: { readonly position: number; readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const { position, total } of standing) {
    const end = at + total;
    rows.push({ position, from: at, to: Math.min(end, marked) });
    if (end > marked) rows.push({ position, from: 0, to: end - marked });
    at = marked === 0 ? 0 : end % marked;
  }
  const cuts = [...new Set([0, marked, ...rows.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  const ballots = cuts.slice(1).map((to, i): Ballot => {
    const from = cuts[i] ?? 0;
    const choices = rows.filter((row) => row.from <= from && row.to >= to).map(({ position }) => position);
    return { choices, points: undefined, weight: to - from };
  });
  const blank = all - marked;
  return blank === 0 ? ballots : [...ballots, { choices: [], points: undefined, weight: blank }];
}
