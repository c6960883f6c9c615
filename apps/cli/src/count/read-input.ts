import { err, ok, type Result } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';

/** Why a file cannot be opened. */
export interface InputFault {
  readonly type: 'not_found' | 'is_folder' | 'not_a_file' | 'no_permission' | 'too_large' | 'other';
  /** The system's own word for it. */
  readonly code: string;
}

const faults: Readonly<Record<string, InputFault['type']>> = {
  ENOENT: 'not_found',
  ENOTDIR: 'not_found',
  EISDIR: 'is_folder',
  EACCES: 'no_permission',
  EPERM: 'no_permission',
  ERR_FS_FILE_TOO_LARGE: 'too_large',
};

/** Names a refusal of the file system; rethrows what is none. */
export function inputFault(thrown: unknown): InputFault {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code !== 'string') throw thrown;
  return { type: faults[code] ?? 'other', code };
}

/** Reads a file named on the command line, or standard input for `-`. Relative paths start at `folder`. */
export async function readInput(
  path: string,
  folder: string,
  stdin: Readable,
): Promise<Result<Uint8Array, InputFault>> {
  try {
    if (path !== '-') return ok(await readFile(resolve(folder, path)));
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) if (chunk instanceof Uint8Array) chunks.push(chunk);
    return ok(Buffer.concat(chunks));
  } catch (thrown) {
    return err(inputFault(thrown));
  }
}
