import { invariant } from '@convite/kernel';
import { type Instance, makeInstance, projectId } from '../model/instance.ts';

/** Projects of which nothing is said but id and cost, in a currency without decimals. */
export function plainInstance(budget: bigint, costs: readonly (readonly [id: string, cost: bigint])[]): Instance {
  const instance = makeInstance({
    budget,
    currency: 'XTS',
    decimals: 0,
    projects: costs.map(([id, cost]) => ({
      id: projectId(id),
      cost,
      name: undefined,
      categories: [],
      neighbourhood: undefined,
    })),
  });
  invariant(instance.ok, 'a plain instance is well made');
  return instance.value;
}
