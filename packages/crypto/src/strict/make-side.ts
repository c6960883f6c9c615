import type { Randomness } from '../primitives/randomness.ts';
import type { Election } from '../v1/election/election.ts';
import { writeProof } from '../v1/wire/read-proof.ts';
import { sideFile, type SideSection } from './side-file.ts';
import { type DecryptionStatement, proveStrongly } from './strong-proof.ts';

/** Makes a trustee's section of the side file. @param x the trustee's secret key, or share */
export const makeSection = <E>(
  election: Election<E>,
  x: bigint,
  statement: DecryptionStatement,
  random: Randomness,
): SideSection => ({
  owner: statement.owner,
  head: statement.head,
  decryption: statement.decryption,
  proof: writeProof(proveStrongly(election, x, statement, random)),
});

/** Writes the side file. Requires: sections in the order of the archive's partial decryptions. */
export const writeSide = <E>({ uuid, fingerprint }: Election<E>, sections: readonly SideSection[]): string =>
  sideFile.write({ convite_side: 1, uuid, election_hash: fingerprint, sections });
