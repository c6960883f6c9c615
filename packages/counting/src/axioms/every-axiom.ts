import { cheaperWinner, strongerWinner } from './monotone.ts';
import type { AxiomVerdict, Counter, Poll } from './poll.ts';
import { ejrPlus, exhaustive, priceSystem, unanimousProject, withinBudget } from './promises.ts';
import { ballotOrder, copies, projectNames } from './same-answer.ts';

export type Axiom = (poll: Poll, counter: Counter) => AxiomVerdict;

/** Every axiom that every rule is asked about, by name. A rule that fails one says so in `declaredFailures`. */
export const everyAxiom = {
  'ballot order': ballotOrder,
  'project names': projectNames,
  copies,
  'within budget': withinBudget,
  exhaustive,
  'cheaper winner': cheaperWinner,
  'stronger winner': strongerWinner,
  'unanimous project': unanimousProject,
  'price system': priceSystem,
  'EJR+ up to one': ejrPlus,
} as const satisfies Readonly<Record<string, Axiom>>;

export type AxiomName = keyof typeof everyAxiom;
