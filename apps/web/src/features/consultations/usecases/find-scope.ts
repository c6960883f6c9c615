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
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  account: string,
  act: Act,
): Promise<Scope | undefined> {
  const [held, path] = await Promise.all([
    territoriesOfRoles(database, account, actRules[act].roles),
    pathOf(database, consultation.territory),
  ]);
  if (held.some(({ territory }) => territory === null || path.includes(territory))) return 'whole';
  const inside = held.flatMap((one) =>
    one.territory !== null && one.path.includes(consultation.territory) ? [one.territory] : [],
  );
  return inside.length === 0 ? undefined : inside;
}

/** Which of these acts an account may do somewhere in a consultation. */
export async function actsSomewhere(
  context: ConsultationsContext,
  consultation: ConsultationRecord,
  account: string,
  acts: readonly Act[],
): Promise<ReadonlySet<Act>> {
  const scopes = await Promise.all(acts.map((act) => scopeOf(context, consultation, account, act)));
  return new Set(acts.filter((_, i) => scopes[i] !== undefined));
}
