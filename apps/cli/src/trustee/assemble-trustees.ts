import {
  assembleThreshold,
  createCheckRecord,
  type GroupName,
  type TrusteesWire,
  trusteesWire,
  verifyTrustees,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { trusteePublicFile, type TrusteePublicFile } from '@convite/trustee';
import { writeFiles } from '../tasks/new-files.ts';
import { readFileForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readShareKeys } from './ceremony-folder.ts';

/** Does `convite trustee assemble`: puts single trustees and a ceremony together to the list that the election publishes. */
export async function assembleTrustees(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const suite = await loadMachineSuite();
  const { repeated, values } = context.given;
  const entries: TrusteesWire[number][] = [];
  let [groupName, transcript]: [GroupName | undefined, string | undefined] = [undefined, undefined];
  for (const { value: path } of repeated) {
    const read: Result<TrusteePublicFile, TaskRefusal> = await readFileForm(
      context,
      path,
      'trustee_public',
      trusteePublicFile,
    );
    if (!read.ok) return read;
    groupName ??= read.value.group;
    if (groupName !== read.value.group) {
      return err({ type: 'other_group', path, expected: groupName, found: read.value.group });
    }
    entries.push(['Single', read.value.key]);
  }
  const folder = values.get('folder');
  if (folder !== undefined) {
    const step = await readShareKeys(context, suite, folder);
    if (!step.ok) return step;
    const { certificates, collected, keys, names } = step.value;
    const found = certificates.group.name;
    groupName ??= found;
    if (groupName !== found) return err({ type: 'other_group', path: folder, expected: groupName, found });
    const assembled = assembleThreshold(collected.checked, keys);
    if (!assembled.ok) return err({ type: 'ceremony', refusal: assembled.error, names });
    entries.push(['Pedersen', assembled.value]);
    ({ transcript } = step.value);
  }
  if (groupName === undefined) return err({ type: 'no_trustees' });
  const text = trusteesWire.write(entries);
  const record = createCheckRecord();
  const verified = verifyTrustees(suite.group(groupName), text, record);
  if (verified === undefined) {
    return err({ type: 'trustees_refused', failures: record.totals().failures });
  }
  const out = context.value('out');
  const written = await writeFiles([{ path: context.path(out), content: text, isPrivate: false }]);
  if (!written.ok) return written;
  const sha256 = Buffer.from(nodeSha256.sha256(Buffer.from(text))).toString('hex');
  invariant(verified.trustees.length > 0, 'a list that holds has a trustee');
  const members = verified.trustees.map(({ owner, name }) => ({ owner, name: name ?? '' }));
  context.say(context.words.trustee.assembled({ out, group: groupName, members, sha256, transcript }));
  return ok(0);
}
