import type { Election } from '../v1/election/election.ts';
import { Misread, readCanonical } from '../v1/wire/codec.ts';
import { readProof } from '../v1/wire/read-proof.ts';
import { type SideFile, sideFile, type SideSection } from './side-file.ts';
import type { StrictCheck } from './strict-checks.ts';
import { type DecryptionStatement, strongProofHolds } from './strong-proof.ts';

/** Takes down what is checked and what fails. */
export interface StrictLog {
  readonly made: (check: StrictCheck, times?: number) => void;
  readonly failed: (check: StrictCheck, place: string, message: string) => void;
}

/**
 * Checks the side file against the decryptions that the archive holds.
 *
 * Checks: side.form, side.election, side.sections, side.proofs. So a side file is refused that is missing, of another
 * election, of another head (one event older is another head), without a decryption that is there or with one that is
 * not, or altered in any byte: what the proofs do not bind, the one canonical form does.
 *
 * @param text undefined when there is no side file.
 * @param decryptions those of the archive, in its order, their own proofs checked.
 * @returns whether each decryption is proven strongly: the side file is there and no check failed.
 */
export function verifySide<E>(
  election: Election<E>,
  text: string | undefined,
  decryptions: readonly DecryptionStatement[],
  outer: StrictLog,
): boolean {
  if (text === undefined && decryptions.length === 0) return true;
  let holds = true;
  const log: StrictLog = {
    made: outer.made,
    failed: (check, place, message) => {
      holds = false;
      outer.failed(check, place, message);
    },
  };
  const side = readSide(text, log);
  if (side === undefined) return false;
  log.made('side.election');
  if (side.uuid !== election.uuid || side.election_hash !== election.fingerprint) {
    log.failed('side.election', 'side file', 'The side file is of another election.');
  }
  log.made('side.sections', Math.max(side.sections.length, decryptions.length));
  for (const [i, statement] of decryptions.entries()) {
    const section = side.sections[i];
    const problem = section === undefined ? 'It is missing in the side file.' : mismatch(section, statement);
    if (problem !== undefined) {
      log.failed('side.sections', `side file, decryption of trustee ${statement.owner}`, problem);
    }
    if (section !== undefined) checkProof(election, section, statement, log);
  }
  if (side.sections.length > decryptions.length) {
    log.failed('side.sections', 'side file', 'It speaks of a decryption that the archive does not hold.');
  }
  return holds;
}

function readSide(text: string | undefined, log: StrictLog): SideFile | undefined {
  log.made('side.form');
  if (text === undefined) {
    log.failed('side.form', 'side file', 'The side file with the strong proofs of decryption is missing.');
    return undefined;
  }
  const side = readCanonical(sideFile, text);
  if (!(side instanceof Misread)) return side;
  log.failed('side.form', `side file${side.place}`, side.sentence);
  return undefined;
}

function mismatch(section: SideSection, statement: DecryptionStatement): string | undefined {
  if (section.owner !== statement.owner) return `Trustee ${section.owner} stands in its place.`;
  if (section.head !== statement.head) return `It was made at event ${section.head}, not at ${statement.head}.`;
  return section.decryption === statement.decryption
    ? undefined
    : 'It is of another decryption than the published one.';
}

function checkProof<E>(
  election: Election<E>,
  section: SideSection,
  statement: DecryptionStatement,
  log: StrictLog,
): void {
  log.made('side.proofs');
  const proof = readProof(election.group, section.proof);
  if (proof === undefined || !strongProofHolds(election, statement, proof)) {
    log.failed('side.proofs', `side file, decryption of trustee ${statement.owner}`, 'Its strong proof does not hold.');
  }
}
