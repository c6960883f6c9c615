import type { Sha256Maker } from '@convite/crypto';
import { createHash, hash } from 'node:crypto';

/** SHA-256 by the library that Node brings along: several times as fast as the portable one. */
export const nodeSha256: Sha256Maker = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
  },
};
