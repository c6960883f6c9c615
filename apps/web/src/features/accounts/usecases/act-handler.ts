import { err, invariant } from '@convite/kernel';
import type { ActDefinition, ActHandler } from '../acts-context.ts';

/** Makes of a feature's definition what the page of acts can work with. */
export function actHandler<Body, Refusal>(definition: ActDefinition<Body, Refusal>): ActHandler {
  const { act, isPublic } = definition;
  return {
    act,
    isPublic,
    show(stored, t) {
      const body = definition.read(stored);
      return body === undefined ? undefined : definition.show(body, t);
    },
    async carryOut(tx, agreed) {
      const body = definition.read(agreed.body);
      invariant(body !== undefined, `${act}: the body was read when it was proposed`);
      const done = await definition.carryOut(tx, { ...agreed, body });
      if (done.ok) return done;
      return err({ type: 'refused', explain: (t) => definition.explain(done.error, t) });
    },
  };
}
