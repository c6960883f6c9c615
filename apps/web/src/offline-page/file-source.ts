import type { ArchiveSource } from '@convite/crypto';

/** The bytes of a file where they lie. */
export const fileSource = (file: Blob): ArchiveSource => ({
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});
