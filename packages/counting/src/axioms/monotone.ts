import type { ProjectIndex } from '../model/instance.ts';
import type { Ballot } from '../model/profile.ts';
import { type AxiomVerdict, certainWinners, type Counter, fails, holds, outcomeOf, type Poll, silent } from './poll.ts';

/**
 * Discount monotonicity: a winner that becomes cheaper still wins.
 * Source: Talmon and Faliszewski 2019 (docs/references.bib: talmon2019). Costs stay above zero.
 */
export function cheaperWinner(poll: Poll, counter: Counter): AxiomVerdict {
  const before = outcomeOf(poll, counter);
  if (before === undefined) return silent('not counted');
  for (const winner of certainWinners(before)) {
    const cost = poll.instance.projects[winner]?.cost ?? 0n;
    for (const cheaper of new Set([cost - 1n, cost / 2n, 1n])) {
      if (cheaper < 1n || cheaper >= cost) continue;
      const projects = poll.instance.projects.map((project, p) =>
        p === winner ? { ...project, cost: cheaper } : project,
      );
      const after = outcomeOf({ ...poll, instance: { ...poll.instance, projects } }, counter);
      if (after !== undefined && !after.winners.includes(winner)) {
        return fails(`${winner} lost when it cost ${cheaper} instead of ${cost}`);
      }
    }
  }
  return holds;
}

/**
 * Support monotonicity: a winner that one more marked ballot supports, or supports more, still wins.
 *
 * On approval ballots the winner is added; on ranked ballots it is put first; on points and scores it gets one more.
 * Silent on choose-one ballots, where more for one is less for another. Blank ballots stay blank: a mark on one of
 * them would change the number of votes among which the envelope is divided.
 * Source: Sánchez-Fernández and Fisteus 2019 (docs/references.bib: sanchez2019), the form without population increase.
 */
export function strongerWinner(poll: Poll, counter: Counter): AxiomVerdict {
  if (poll.kind === 'choose-one') return silent('choose-one ballots hold one mark');
  const before = outcomeOf(poll, counter);
  if (before === undefined) return silent('not counted');
  for (const winner of certainWinners(before)) {
    for (const [i, ballot] of poll.ballots.entries()) {
      const altered = ballot.choices.length === 0 ? undefined : strengthened(poll, ballot, winner);
      if (altered === undefined) continue;
      const after = outcomeOf({ ...poll, ballots: poll.ballots.with(i, altered) }, counter);
      if (after !== undefined && !after.winners.includes(winner)) {
        return fails(`${winner} lost when ballot ${i} gave it more`);
      }
    }
  }
  return holds;
}

/** The ballot with more for one project and the same for all others; undefined where it gives all it can. */
function strengthened(poll: Poll, ballot: Ballot, p: ProjectIndex): Ballot | undefined {
  const at = ballot.choices.indexOf(p);
  if (poll.kind === 'points' || poll.kind === 'scores') {
    const points = ballot.points ?? [];
    if (at >= 0) return { ...ballot, points: points.with(at, (points[at] ?? 0) + 1) };
    const unmarked = poll.ruleSet.rule === 'majority-judgement' ? poll.ruleSet.unmarked : 0;
    return { ...ballot, choices: [...ballot.choices, p], points: [...points, unmarked + 1] };
  }
  return at >= 0 ? undefined : { ...ballot, choices: [p, ...ballot.choices] };
}
