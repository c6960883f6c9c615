import type { Codec, Suite } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import {
  type CeremonyPlan,
  type CeremonyStep,
  certificateFile,
  certificatesStep,
  type CertificatesStep,
  dealFile,
  dealsStep,
  type DealsStep,
  type HandedIn,
  shareKeyFile,
  shareKeysStep,
  type ShareKeysStep,
  stepPrefix,
  type StepRefusal,
} from '@convite/trustee';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inputFault } from '../count/read-input.ts';
import { readFileForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

const kinds = { certificate: 'certificate', deal: 'deal', key: 'share_key' } as const;

/** Reads the files of a step from the folder that all members share. */
async function readStep<T>(
  context: TaskContext,
  folder: string,
  step: CeremonyStep,
  form: Codec<T>,
): Promise<Result<readonly HandedIn<T>[], TaskRefusal>> {
  let names: readonly string[];
  try {
    names = await readdir(context.path(folder));
  } catch (thrown) {
    return err({ type: 'input', path: folder, fault: inputFault(thrown) });
  }
  const found: HandedIn<T>[] = [];
  const prefix = stepPrefix(step);
  for (const name of names.filter((each) => each.startsWith(prefix) && each.endsWith('.json')).toSorted()) {
    const path = join(folder, name);
    const read = await readFileForm(context, path, kinds[step], form);
    if (!read.ok) return read;
    found.push({ path, file: read.value });
  }
  return ok(found);
}

/** A refusal of a step, with the folder where a file is missing. */
export function stepRefusal(refusal: StepRefusal, folder: string): TaskRefusal {
  return refusal.type === 'files_missing' ? { ...refusal, folder } : refusal;
}

const inFolder = <T>(step: Result<T, StepRefusal>, folder: string): Result<T, TaskRefusal> =>
  step.ok ? step : err(stepRefusal(step.error, folder));

/** Reads and checks all certificates. `plan` is what the asking member agreed to; an observer has none. */
export async function readCertificates(
  context: TaskContext,
  suite: Suite,
  folder: string,
  plan: CeremonyPlan | undefined,
): Promise<Result<CertificatesStep, TaskRefusal>> {
  const files = await readStep(context, folder, 'certificate', certificateFile);
  return files.ok ? inFolder(certificatesStep(suite, files.value, plan), folder) : files;
}

export async function readDeals(
  context: TaskContext,
  suite: Suite,
  folder: string,
  plan: CeremonyPlan | undefined,
): Promise<Result<DealsStep, TaskRefusal>> {
  const before = await readCertificates(context, suite, folder, plan);
  if (!before.ok) return before;
  const files = await readStep(context, folder, 'deal', dealFile);
  return files.ok ? inFolder(dealsStep(suite, before.value, files.value), folder) : files;
}

export async function readShareKeys(
  context: TaskContext,
  suite: Suite,
  folder: string,
): Promise<Result<ShareKeysStep, TaskRefusal>> {
  const before = await readDeals(context, suite, folder, undefined);
  if (!before.ok) return before;
  const files = await readStep(context, folder, 'key', shareKeyFile);
  return files.ok ? inFolder(shareKeysStep(before.value, files.value), folder) : files;
}
