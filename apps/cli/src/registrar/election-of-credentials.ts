import { electionWire, type GroupName, groupNames, isMixed } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { oneOf } from '../arguments/choices.ts';
import { readWire } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** What credentials need to know of their election. */
export interface ElectionOfCredentials {
  readonly uuid: string;
  readonly group: GroupName;
  /** Undefined where the election itself is not there yet. */
  readonly name: string | undefined;
  readonly isMixed: boolean;
}

/** Takes identifier and group from the election, or from the command line before there is one. */
export async function electionOfCredentials(context: TaskContext): Promise<Result<ElectionOfCredentials, TaskRefusal>> {
  const { values } = context.given;
  const [file, uuid, groupText] = [values.get('election'), values.get('uuid'), values.get('group')];
  if (file === undefined) {
    const group = oneOf(groupNames, groupText ?? '');
    if (uuid === undefined || group === undefined) return err({ type: 'election_or_uuid' });
    if (!/^[1-9A-HJ-NP-Za-km-z]{14,}$/u.test(uuid)) return err({ type: 'bad_uuid' });
    return ok({ uuid, group, name: undefined, isMixed: false });
  }
  if (uuid !== undefined || groupText !== undefined) return err({ type: 'election_or_uuid' });
  const read = await readWire(context, file, 'election', electionWire);
  if (!read.ok) return read;
  const { wire } = read.value;
  const group = oneOf(groupNames, wire.group);
  if (group === undefined) return err({ type: 'malformed', path: file, kind: 'election', place: 'group' });
  return ok({ uuid: wire.uuid, group, name: wire.name, isMixed: wire.questions.some(isMixed) });
}
