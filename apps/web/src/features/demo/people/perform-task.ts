import { assertNever } from '@convite/kernel';
import { holdCeremony, rehearse } from './hold-ceremony.ts';
import { makeCodes } from './make-codes.ts';
import { passOver } from './pass-over.ts';
import { sealBallots } from './seal-ballots.ts';
import type { PeopleAnswer, PeopleTask } from './tasks.ts';

export async function performTask(task: PeopleTask): Promise<PeopleAnswer> {
  switch (task.type) {
    case 'ceremony':
      return await holdCeremony(task);
    case 'rehearsal':
      return await rehearse(task);
    case 'codes':
      return await makeCodes(task);
    case 'ballots':
      return await sealBallots(task);
    case 'pass':
      return await passOver(task);
    default:
      return assertNever(task);
  }
}
