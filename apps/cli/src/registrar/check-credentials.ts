import { credentialEntries, credentialSecret, publicCredential } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { join } from 'node:path';
import { withCheckedArchive } from '../tasks/checked-archive.ts';
import { readForm, readTextFile, warnWhereOpen } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { credentialFiles, readPrivateList } from './private-list.ts';
import { publishedSummary } from './published-summary.ts';

/** Does `convite registrar check`: recomputes every public credential from the private list. */
export async function checkCredentials(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const [folder = ''] = context.given.inputs;
  const at = (name: string): string => join(folder, name);
  const [listPath, publishedPath] = [at(credentialFiles.list), at(credentialFiles.published)];
  const summary = await readForm(context, at(credentialFiles.summary), 'published', publishedSummary);
  if (!summary.ok) return summary;
  const listText = await readTextFile(context, listPath, 'private_list');
  if (!listText.ok) return listText;
  await warnWhereOpen(context, listPath);
  const list = readPrivateList(listText.value, listPath);
  if (!list.ok) return list;
  const published = await readTextFile(context, publishedPath, 'credentials');
  if (!published.ok) return published;

  const { uuid, voters, spares, sha256 } = summary.value;
  const group = (await loadMachineSuite()).group(summary.value.group);
  const isWeighted = list.value.some(({ weight }) => weight !== 1n);
  const expected = new Set(
    list.value.map(({ credential, weight }) => {
      const text = group.write(publicCredential(group, credentialSecret(group, credential, uuid)));
      return isWeighted ? `${text},${weight}` : text;
    }),
  );
  const bytes = Buffer.from(published.value);
  const entries = [...credentialEntries(bytes)].map(({ text }) => text ?? '');
  const listed = new Set(entries);
  const missing = [...expected].filter((text) => !listed.has(text)).length;
  const surplus = entries.filter((text) => !expected.has(text)).length;
  if (missing > 0 || surplus > 0) return err({ type: 'credentials_differ', missing, surplus, path: publishedPath });
  const [listedVoters, listedSpares] = countKinds(list.value);
  const isCounted = listedVoters === voters && listedSpares === spares && entries.length === voters + spares;
  const hash = Buffer.from(nodeSha256.sha256(bytes)).toString('hex');
  if (!isCounted || hash !== sha256) {
    return err({
      type: 'malformed',
      path: at(credentialFiles.summary),
      kind: 'published',
      place: isCounted ? 'sha256' : 'voters',
    });
  }
  const told = (inArchive: string | undefined): Result<0, TaskRefusal> => {
    context.say(context.words.registrar.checked({ folder, summary: summary.value, inArchive }));
    return ok(0);
  };
  const archive = context.given.values.get('archive');
  if (archive === undefined) return told(undefined);
  return withCheckedArchive(context, archive, async ({ contents }) => {
    const setup = contents.index.event(0);
    if (setup.type === 'Setup' && setup.credentials.sha256 === hash) return told(archive);
    return err({ type: 'credentials_differ', missing: entries.length, surplus: 0, path: archive });
  });
}

function countKinds(list: readonly { readonly kind: 'voter' | 'spare' }[]): readonly [voters: number, spares: number] {
  const spares = list.filter(({ kind }) => kind === 'spare').length;
  return [list.length - spares, spares];
}
