import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** The first bytes of a file as a text; undefined where they are not the ones that were recorded, or not there. */
export async function readHashed(
  path: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): Promise<string | undefined> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return bytesRead === bytes && hash('sha256', buffer, 'hex') === sha256 ? buffer.toString() : undefined;
  } finally {
    await handle.close();
  }
}
