import { canonicalJson, invariant } from '@convite/kernel';
import type { RollEntry } from './roll-entry.ts';

/** SHA-256, of a text in UTF-8 and of bytes. What it returns is used at once: the next call may write over it. */
export interface Sha256 {
  readonly ofText: (text: string) => Uint8Array;
  readonly ofBytes: (bytes: Uint8Array) => Uint8Array;
}

/** What is public of a frozen roll. */
export interface RollCommitment {
  readonly count: number;
  /** 64 hexadecimal digits. */
  readonly commitment: string;
}

export const saltBytes = 32;

const hashBytes = 32;
const [leafMark, nodeMark] = [0, 1];

/** Takes the entries of a roll, in any order, and commits to them. */
export interface RollCommitter {
  add(entry: CommittedEntry): void;
  /** @throws InvariantError for a roll without entries. */
  finish(consultation: string): RollCommitment;
}

/** The members of an entry that are fixed when a roll is frozen; how to write to a person may still be mended. */
export type CommittedEntry = Pick<RollEntry, 'name' | 'birthDate' | 'territory' | 'document' | 'proof' | 'toldApart'>;

/**
 * Commits to a roll: nobody learns from the commitment who is on it, and nobody who made it can show another roll for it.
 *
 * Statement: these entries and no others, in this number, were on the roll of this consultation.
 * Witness: the entries and the salt; the salt is known to the registrar alone.
 * Domain separation: `convite-roll-entry-1` and `convite-roll-1`, each with a line end, before the canonical texts;
 *   one byte before leaves (0) and nodes (1).
 * Hashed, in this order: each entry's canonical text; mark, salt and that hash; the tree over the sorted leaves in the
 *   shape of RFC 6962; last the canonical text of consultation, count and root.
 * Requires: a salt of 32 random bytes, used for one roll.
 * Source: docs/spec/roll.md, B.1 to B.6.
 * Running time depends on the number of entries, and on the salt only as SHA-256 does.
 * Cost: three hashes and 32 bytes for each entry; sorting.
 */
export function makeRollCommitter(salt: Uint8Array, sha256: Sha256): RollCommitter {
  invariant(salt.length === saltBytes, 'the salt of a roll has 32 bytes');
  let leaves = new Uint8Array(1024 * hashBytes);
  let count = 0;
  const leaf = new Uint8Array(1 + saltBytes + hashBytes);
  leaf[0] = leafMark;
  leaf.set(salt, 1);
  return {
    add(entry) {
      if ((count + 1) * hashBytes > leaves.length) {
        const larger = new Uint8Array(leaves.length * 2);
        larger.set(leaves);
        leaves = larger;
      }
      leaf.set(sha256.ofText(`convite-roll-entry-1\n${entryText(entry)}`), 1 + saltBytes);
      leaves.set(sha256.ofBytes(leaf), count * hashBytes);
      count++;
    },
    finish(consultation) {
      invariant(count > 0, 'a roll without entries is not frozen');
      const root = hex(rootOf(sorted(leaves.subarray(0, count * hashBytes)), sha256));
      const text = `convite-roll-1\n${canonicalJson({ consultation, entries: count, root })}`;
      return { count, commitment: hex(sha256.ofText(text)) };
    },
  };
}

/** Source: docs/spec/roll.md, B.1. */
const entryText = ({ name, birthDate, territory, document, proof, toldApart }: CommittedEntry): string =>
  canonicalJson({ birth_date: birthDate, document, name, proof, territory, told_apart: toldApart });

/** The hashes in ascending order, so that the order of the entries says nothing. */
function sorted(leaves: Uint8Array): Uint8Array {
  const view = new DataView(leaves.buffer, leaves.byteOffset, leaves.byteLength);
  const order = new Uint32Array(leaves.length / hashBytes).map((_, i) => i);
  order.sort((a, b) => {
    for (let at = 0; at < hashBytes; at += 4) {
      const difference = view.getUint32(a * hashBytes + at) - view.getUint32(b * hashBytes + at);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const out = new Uint8Array(leaves.length);
  order.forEach((from, to) => out.set(leaves.subarray(from * hashBytes, (from + 1) * hashBytes), to * hashBytes));
  return out;
}

/** Joins neighbours level by level; one without a neighbour goes up as it is. */
function rootOf(leaves: Uint8Array, sha256: Sha256): Uint8Array {
  const level = leaves;
  const node = new Uint8Array(1 + 2 * hashBytes);
  node[0] = nodeMark;
  let count = level.length / hashBytes;
  while (count > 1) {
    const pairs = Math.floor(count / 2);
    for (let i = 0; i < pairs; i++) {
      node.set(level.subarray(2 * i * hashBytes, 2 * (i + 1) * hashBytes), 1);
      level.set(sha256.ofBytes(node), i * hashBytes);
    }
    if (count % 2 === 1) level.copyWithin(pairs * hashBytes, (count - 1) * hashBytes, count * hashBytes);
    count = pairs + (count % 2);
  }
  return level.subarray(0, hashBytes);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
