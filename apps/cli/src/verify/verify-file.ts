import { type Verification, verifyArchive } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import { type InputFault, inputFault } from '../count/read-input.ts';
import { FileChanged, openFileSource } from '../machine/file-source.ts';
import { loadMachine, type MachineOptions } from '../machine/machine.ts';

/** Why nothing can be said of a file. */
export type FileRefusal =
  | { readonly type: 'unreadable'; readonly path: string; readonly fault: InputFault }
  | { readonly type: 'changed'; readonly path: string };

/** A file and what it must go on from; paths for the file system, whatever people see. */
export interface FilesToVerify {
  readonly path: string;
  readonly earlier: string | undefined;
  readonly side: string | undefined;
  readonly isStrict: boolean;
}

/** What was found in a file that stood still meanwhile. */
export interface VerifiedFile {
  readonly verification: Verification;
  readonly bytes: number;
  /** Threads that ballots were verified on; 0: none, all was done at one place. */
  readonly threads: number;
}

/** Makes every check on an archive in a file; on an earlier one as well, that it is the beginning of it. */
export async function verifyFile(
  { path, earlier: earlierPath, side: sidePath, isStrict }: FilesToVerify,
  options: MachineOptions,
): Promise<Result<VerifiedFile, FileRefusal>> {
  const source = await openFileSource(path);
  if (!source.ok) return err({ type: 'unreadable', path, fault: source.error });
  const earlier = earlierPath === undefined ? undefined : await openFileSource(earlierPath);
  const side = sidePath === undefined ? undefined : await readText(sidePath);
  const machine = await loadMachine(options);
  try {
    if (earlier?.ok === false) return err({ type: 'unreadable', path: earlierPath ?? '', fault: earlier.error });
    if (side?.ok === false) return err({ type: 'unreadable', path: sidePath ?? '', fault: side.error });
    const verification = await verifyArchive(machine, source.value, {
      earlier: earlier?.value,
      isStrict,
      side: side?.value,
    });
    if (!(await source.value.isUnchanged())) return err({ type: 'changed', path });
    return ok({ verification, bytes: source.value.size, threads: machine.threadsStarted() });
  } catch (fault) {
    if (fault instanceof FileChanged) return err({ type: 'changed', path: fault.path });
    throw fault;
  } finally {
    await machine.close();
    await source.value.close();
    if (earlier?.ok === true) await earlier.value.close();
  }
}

/** The text of a file; bytes that are no UTF-8 become signs that no form of the format accepts. */
async function readText(path: string): Promise<Result<string, InputFault>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (thrown) {
    return err(inputFault(thrown));
  }
}
