import type { ProjectIndex } from '../model/instance.ts';
import type { Comparison, Endowment, LossReason, Round } from '../model/outcome.ts';

/** What a rule makes of a contest once every tie is settled: one branch of the count. */
export interface Pass {
  readonly winners: readonly ProjectIndex[];
  readonly rounds: readonly Round[];
  /** Why each candidate lost; those barred from the start are known to the contest. */
  readonly losses: ReadonlyMap<ProjectIndex, LossReason>;
  /** Which run made the outcome, for rules that run several times. */
  readonly run: number;
  readonly filtered: number;
  readonly exact: number;
  readonly endowment?: Endowment;
  readonly comparison?: Comparison;
}
