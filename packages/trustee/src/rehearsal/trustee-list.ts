import {
  type CheckFailure,
  createCheckRecord,
  groupNames,
  Misread,
  readText,
  sha256Hex,
  type Suite,
  trusteesWire,
  utf8,
  type VerifiedTrustees,
  verifyTrustees,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';

/** A list of trustees whose every check holds, and the SHA-256 of its text. */
export interface TrusteeList {
  readonly trustees: VerifiedTrustees;
  readonly sha256: string;
}

/** Why a text is no list of trustees. */
export type ListRefusal =
  | { readonly type: 'malformed'; readonly place: string }
  | { readonly type: 'trustees_refused'; readonly failures: readonly CheckFailure[] };

const failuresTold = 3;

/** Reads a list of trustees. Its text does not name the group: it is the one in which every check holds. */
export function readTrusteeList(suite: Suite, text: string): Result<TrusteeList, ListRefusal> {
  const wire = readText(trusteesWire, text);
  if (wire instanceof Misread) return err({ type: 'malformed', place: wire.place });
  for (const name of groupNames) {
    const trustees = verifyTrustees(suite.group(name), text, createCheckRecord());
    if (trustees !== undefined) return ok({ trustees, sha256: sha256Hex(suite.sha256(utf8(text))) });
  }
  const record = createCheckRecord();
  verifyTrustees(suite.group('Ed25519'), text, record);
  return err({ type: 'trustees_refused', failures: record.totals().failures.slice(0, failuresTold) });
}

/** The number of the trustee who has a key; undefined where nobody in the list has it. */
export const ownerOf = ({ trustees, group }: VerifiedTrustees, publicKey: string): number | undefined =>
  trustees.find(({ key }) => group.write(key) === publicKey)?.owner;
