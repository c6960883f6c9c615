import type { Role } from './roles.ts';

/** One thing that staff do: who may, and whether a second person must agree before it is done. */
interface ActRule {
  readonly roles: readonly Role[];
  /** `two`: proposed by one and carried out when another person of these roles agrees. */
  readonly people: 'one' | 'two';
}

const everyone: readonly Role[] = [
  'administrator',
  'organiser',
  'guarantor',
  'reviewer',
  'registrar',
  'trustee',
  'observer',
];

/** Everything that staff may do, each named once. */
export const acts = [
  'staff.read',
  'account.invite',
  'account.disable',
  'account.recover',
  'role.grant',
  'role.end',
  'trail.read',
  'territory.import',
  'control.read',
  'consultation.write',
  'contest.write',
  'option.review',
  'rule.write',
  'rule.freeze',
  'roll.read',
  'roll.import',
  'roll.freeze',
  'roll.unfreeze',
  'roll.add',
  'credential.upload',
  'credential.replace',
  'admission.give',
  'key.bring',
  'vote.open',
  'vote.close',
  'vote.extend',
  'option.withdraw',
  'contest.annul',
  'contests.annul',
  'consultation.annul',
  'order.draw',
  'tally.decrypt',
  'lot.draw',
  'result.delay',
  'result.publish',
  'result.certify',
] as const;
export type Act = (typeof acts)[number];

/** Who may do what: routes declare an act, and nothing else decides. */
export const actRules: Readonly<Record<Act, ActRule>> = {
  'staff.read': { roles: everyone, people: 'one' },
  'account.invite': { roles: ['administrator'], people: 'one' },
  'account.disable': { roles: ['administrator'], people: 'two' },
  'account.recover': { roles: ['administrator'], people: 'two' },
  'role.grant': { roles: ['administrator'], people: 'two' },
  'role.end': { roles: ['administrator'], people: 'two' },
  'trail.read': { roles: everyone, people: 'one' },
  'territory.import': { roles: ['administrator'], people: 'one' },
  'control.read': { roles: everyone, people: 'one' },
  'consultation.write': { roles: ['organiser'], people: 'one' },
  'contest.write': { roles: ['organiser'], people: 'one' },
  'option.review': { roles: ['reviewer'], people: 'one' },
  'rule.write': { roles: ['organiser'], people: 'one' },
  'rule.freeze': { roles: ['guarantor'], people: 'two' },
  'roll.read': { roles: ['registrar'], people: 'one' },
  'roll.import': { roles: ['registrar'], people: 'one' },
  'roll.freeze': { roles: ['registrar', 'guarantor'], people: 'two' },
  'roll.unfreeze': { roles: ['registrar', 'guarantor'], people: 'two' },
  'roll.add': { roles: ['registrar'], people: 'two' },
  'credential.upload': { roles: ['registrar'], people: 'one' },
  'credential.replace': { roles: ['registrar'], people: 'two' },
  // Who gives admissions makes no letters: either alone lets nobody vote.
  'admission.give': { roles: ['guarantor'], people: 'one' },
  'key.bring': { roles: ['trustee'], people: 'one' },
  'vote.open': { roles: ['guarantor'], people: 'two' },
  'vote.close': { roles: ['guarantor'], people: 'two' },
  'vote.extend': { roles: ['guarantor'], people: 'two' },
  'option.withdraw': { roles: ['guarantor'], people: 'two' },
  'contest.annul': { roles: ['guarantor'], people: 'two' },
  'contests.annul': { roles: ['guarantor'], people: 'two' },
  'consultation.annul': { roles: ['guarantor'], people: 'two' },
  'order.draw': { roles: ['guarantor'], people: 'two' },
  'tally.decrypt': { roles: ['trustee'], people: 'one' },
  'lot.draw': { roles: ['guarantor'], people: 'two' },
  // Says why there is no result yet, and changes nothing of it.
  'result.delay': { roles: ['guarantor'], people: 'one' },
  'result.publish': { roles: ['guarantor'], people: 'two' },
  'result.certify': { roles: ['guarantor'], people: 'two' },
};

/** A role that an account holds, in a territory and everything below it. */
export interface Grant {
  readonly role: Role;
  /** `null`: the whole installation. */
  readonly territory: string | null;
}

/**
 * Whether these grants allow an act on something in a territory.
 *
 * @param path ids of the territory and all above it, in any order; empty for what belongs to the whole installation.
 */
export function mayAct(grants: readonly Grant[], act: Act, path: readonly string[]): boolean {
  return grants.some(
    ({ role, territory }) => actRules[act].roles.includes(role) && (territory === null || path.includes(territory)),
  );
}
