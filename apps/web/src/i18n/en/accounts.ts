import type { Act, Role } from '@convite/domain';
import type { AccountsMessages } from '../es/accounts.ts';
import type { Format } from '../format.ts';

/** What staff may be: each says what the person answers for. */
const roles: Readonly<Record<Role, string>> = {
  administrator: 'Administration',
  organiser: 'Organisation',
  guarantor: 'Guarantee',
  reviewer: 'Review',
  registrar: 'Electoral registry',
  trustee: 'Keeping of a key',
  observer: 'Observation',
};

/** What staff do, as a thing to be done. */
const acts: Readonly<Record<Act, string>> = {
  'staff.read': 'See the staff',
  'account.invite': 'Invite a person',
  'account.disable': 'Close an account',
  'account.recover': 'Give access back to an account',
  'role.grant': 'Grant a role',
  'role.end': 'End a role',
  'trail.read': 'See the trail of acts',
  'territory.import': 'Import territories',
  'control.read': 'See the control room',
  'consultation.write': 'Write a consultation',
  'contest.write': 'Write the contests',
  'option.review': 'Review options',
  'rule.write': 'Write the rule',
  'rule.freeze': 'Freeze the rule',
  'roll.read': 'See the roll',
  'roll.import': 'Import the roll',
  'roll.freeze': 'Freeze the roll',
  'roll.add': 'Add a person to the roll',
  'credential.upload': 'Upload the public voting credentials',
  'credential.replace': 'Replace a lost letter',
  'key.bring': 'Bring a share of the key',
  'vote.open': 'Open the vote',
  'vote.close': 'Close the vote',
  'vote.extend': 'Extend the vote',
  'option.withdraw': 'Withdraw an option',
  'contest.annul': 'Annul a contest',
  'tally.decrypt': 'Decrypt the totals',
  'lot.draw': 'Draw lots for a tie',
  'result.publish': 'Publish the result',
  'result.certify': 'Certify the result',
};

/** Staff: who may do what, signing in, what two people agree on, the trail. */
export const accounts = (_f: Format): AccountsMessages => ({
  roles,
  acts,
  forbiddenTitle: 'Your account cannot do this',
  forbidden: (act, allowed) => `“${act}” here needs one of these roles: ${allowed}.`,
  forbiddenAsk: 'If it is your task, ask two people of the administration for the role.',
  goTasks: 'Go to my tasks',
});
