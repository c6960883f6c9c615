import { groupNames, type Suite } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { type OwnKey, ownerOf } from '@convite/trustee';
import { z } from 'zod';
import type { CheckedArchive } from '../tasks/checked-archive.ts';
import { parseForm, readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readKey } from './read-trustee-files.ts';

/** An archive or a key of a simulation may be used for practice alone. */
export function refuseSimulation(context: TaskContext, { name, given }: CheckedArchive): Result<void, TaskRefusal> {
  const isMarked = /^SIMULATION\b/u.test(name);
  return isMarked && !context.given.flags.has('rehearsal') ? err({ type: 'simulation', path: given }) : ok(undefined);
}

/** A key, and whose it is in an election. */
export interface ElectionKey extends OwnKey {
  readonly owner: number;
  /** It is of the private file of a simulation, which holds those of all trustees. */
  readonly isSimulated: boolean;
}

/** The key that the person names, and whose it is in the election. */
export async function ownKeyIn(
  context: TaskContext,
  { suite, trustees }: CheckedArchive,
): Promise<Result<ElectionKey, TaskRefusal>> {
  const path = context.value('key');
  const own = await anyKey(context, suite, path);
  if (!own.ok) return own;
  const { file } = own.value;
  const owner = trustees.group.name === file.group ? ownerOf(trustees, file.public_key) : undefined;
  return owner === undefined ? err({ type: 'not_a_trustee', path }) : ok({ ...own.value, owner });
}
/** A key file; or, for practice alone, the private file of a simulation, of which `--owner` says whose key is meant. */
async function anyKey(
  context: TaskContext,
  suite: Suite,
  path: string,
): Promise<Result<Omit<ElectionKey, 'owner'>, TaskRefusal>> {
  const text = await readTextFile(context, path, 'key');
  if (!text.ok) return text;
  if (!text.value.startsWith('{"type":"election"')) {
    const own = await readKey(context, suite, path);
    return own.ok ? ok({ ...own.value, isSimulated: false }) : own;
  }
  const { flags, values } = context.given;
  if (!flags.has('rehearsal')) return err({ type: 'simulation', path });
  const records = text.value.split('\n').flatMap((line) => {
    const read = parseForm(line, path, 'simulation', simulatedTrustee);
    return read.ok ? [read.value] : [];
  });
  const wanted = Number(values.get('owner') ?? 1);
  const found = records.find(({ owner }) => owner === wanted);
  const name = /"group":"([^"]+)"/u.exec(text.value)?.[1];
  const group = groupNames.find((known) => known === name);
  if (found === undefined || group === undefined) {
    return err({ type: 'malformed', path, kind: 'simulation', place: `owner ${wanted}` });
  }
  const { public_key, secret_key: secret } = found;
  const file = { convite_key: 1, kind: 'single', group, name: `simulation ${wanted}`, public_key, secret } as const;
  return ok({ file, group: suite.group(group), secret: BigInt(secret), isSimulated: true });
}

/** A trustee in the private file of a simulation. */
const simulatedTrustee = z.object({
  type: z.literal('trustee'),
  owner: z.int().positive(),
  public_key: z.string(),
  secret_key: z.string().regex(/^\d+$/u),
});
