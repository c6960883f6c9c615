import { base64nopad } from '@scure/base';
import type { Sha256 } from '../../primitives/sha256.ts';
import { utf8 } from '../../primitives/bytes.ts';

/** SHA-256 of a text in base64 without padding, 43 signs: fingerprints of elections, trackers of ballots. */
export const hashOfText = (sha256: Sha256, text: string): string => base64nopad.encode(sha256(utf8(text)));
