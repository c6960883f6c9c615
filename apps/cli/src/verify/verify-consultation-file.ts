import { type ConsultationStep, type ConsultationVerification, measure, verifyConsultation } from '@convite/archive';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { open } from 'node:fs/promises';
import { FileChanged, openFileSource } from '../machine/file-source.ts';
import type { MachineOptions } from '../machine/machine.ts';
import { verifyContests } from './contest-threads.ts';
import type { FileRefusal } from './verify-file.ts';

/** What was found in a file that stood still meanwhile. */
export interface VerifiedConsultation {
  readonly verification: ConsultationVerification;
  readonly bytes: number;
  /** Of the whole file, where that was asked for. */
  readonly sha256: string | undefined;
}

/** Whether a file begins as a ZIP does; one that cannot be read does not. */
export async function isZip(path: string): Promise<boolean> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && buffer.toString('latin1').startsWith('PK');
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever opens it next says why it cannot be read.
    return false;
  }
}

/** Makes every check on a consultation's archive in a file. */
export async function verifyConsultationFile(
  path: string,
  options: Omit<MachineOptions, 'progress'> & {
    readonly progress: (step: ConsultationStep, done: number, of: number) => void;
    /** Reads the file once more for its SHA-256. */
    readonly isHashed?: boolean;
  },
): Promise<Result<VerifiedConsultation, FileRefusal>> {
  const source = await openFileSource(path);
  if (!source.ok) return err({ type: 'unreadable', path, fault: source.error });
  const machine = { ...options, progress: () => undefined };
  try {
    const verification = await verifyConsultation(
      {
        sha256: nodeSha256,
        verifyContests: (file, done) => verifyContests(path, file, machine, done),
        progress: options.progress,
      },
      source.value,
    );
    const sha256 = options.isHashed === true ? (await measure(source.value, nodeSha256)).sha256 : undefined;
    if (!(await source.value.isUnchanged())) return err({ type: 'changed', path });
    return ok({ verification, bytes: source.value.size, sha256 });
  } catch (fault) {
    if (fault instanceof FileChanged) return err({ type: 'changed', path: fault.path });
    throw fault;
  } finally {
    await source.value.close();
  }
}
