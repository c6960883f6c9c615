import { writeMoney } from '@convite/kernel';
import type { Instance } from '../model/instance.ts';
import type { Counterfactuals, Switch } from './counterfactual.ts';

/** What would have changed the outcome for one project, as data: for a funded one, how far it is from losing. */
export interface ToldSwitches {
  /** Exact decimals. */
  readonly cost: Switch<string>;
  /** Ballots naming only this project, added; taken away if negative. */
  readonly ballots: Switch<number>;
}

/** Writes the two switches of a project as pages, files and databases keep them. */
export const toldSwitches = (
  { decimals }: Pick<Instance, 'decimals'>,
  { cost, ballots }: Pick<Counterfactuals, 'cost' | 'ballots'>,
): ToldSwitches => ({
  cost:
    cost.type === 'switch'
      ? { ...cost, funded: writeMoney(cost.funded, decimals), notFunded: writeMoney(cost.notFunded, decimals) }
      : { ...cost, last: writeMoney(cost.last, decimals) },
  ballots,
});
