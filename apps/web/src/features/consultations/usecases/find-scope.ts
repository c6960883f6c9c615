import { type Act, actRules } from '@convite/domain';
import type { ConsultationsContext } from '../consultations-context.ts';
import { type ConsultationRecord, pathOf, territoriesOfRoles } from '../store.ts';

/** The part of a consultation in which somebody may do something: all of it, or these territories and all below. */
export type Scope = 'whole' | readonly string[];

/**
 * Where in a consultation an account may do an act: everywhere with a role in its territory or above, else in the
 * territories inside it for which it holds one. Undefined: nowhere.
 */
export async function scopeOf(
  context: Pick<ConsultationsContext, 'database'>,
  consultation: Pick<ConsultationRecord, 'territory'>,
  account: string,
  act: Act,
): Promise<Scope | undefined> {
  return (await scopesOf(context, consultation, account, [act])).get(act);
}

/** The same for several acts; those that may be done nowhere are missing. */
export async function scopesOf(
  { database }: Pick<ConsultationsContext, 'database'>,
  consultation: Pick<ConsultationRecord, 'territory'>,
  account: string,
  acts: readonly Act[],
): Promise<ReadonlyMap<Act, Scope>> {
  const [held, path] = await Promise.all([
    territoriesOfRoles(database, account, [...new Set(acts.flatMap((act) => actRules[act].roles))]),
    pathOf(database, consultation.territory),
  ]);
  const scopes = acts.flatMap((act): readonly (readonly [Act, Scope])[] => {
    const own = held.filter(({ role }) => actRules[act].roles.includes(role));
    if (own.some(({ territory }) => territory === null || path.includes(territory))) return [[act, 'whole']];
    const inside = own.flatMap((one) =>
      one.territory !== null && one.path.includes(consultation.territory) ? [one.territory] : [],
    );
    return inside.length === 0 ? [] : [[act, [...new Set(inside)]]];
  });
  return new Map(scopes);
}
