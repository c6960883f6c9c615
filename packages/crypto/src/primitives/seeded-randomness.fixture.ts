import { seededRandomness as simulated } from '../simulation/seeded-randomness.ts';
import type { Randomness } from './randomness.ts';
import { portableSha256 } from './sha256.ts';

/** Bytes that look random and are the same for the same seed. */
export const seededRandomness = (seed: string): Randomness => simulated(seed, portableSha256.sha256);
