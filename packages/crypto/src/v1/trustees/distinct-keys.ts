import type { Element, Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { publicFaults } from './member-faults.ts';

/**
 * What an element of the record is: a key that decryptions are checked with (`member`), a part of the election key
 * (`part`), or both (`single`); `same` is a member's key where every member of the ceremony must have the same.
 */
export interface Claim {
  readonly kind: 'single' | 'member' | 'same' | 'part';
  /** Undefined where it could not be read, which is in the log already. */
  readonly element: Element | undefined;
  readonly place: string;
}

/**
 * Checks that no two trustees have one key, and that no two bring the same part of the election key.
 *
 * A rule of ours: proofs of knowledge are not bound to a person, so that one trustee's can be copied by another.
 */
export function checkDistinct(group: Group, claims: readonly Claim[], log: CheckLog): void {
  const keys = new Set<string>();
  const parts = new Set<string>();
  for (const { kind, element, place } of claims) {
    if (element === undefined || kind === 'same') continue;
    const text = group.write(element);
    if ((kind !== 'part' && keys.has(text)) || (kind !== 'member' && parts.has(text))) {
      const { check, message } = publicFaults[kind === 'part' ? 'images_repeated' : 'key_repeated'];
      log.failed(check, place, message);
    }
    if (kind !== 'part') keys.add(text);
    if (kind !== 'member') parts.add(text);
  }
}
