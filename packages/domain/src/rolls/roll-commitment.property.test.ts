import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofTypes } from './eligibility.ts';
import { type CommittedEntry, makeRollCommitter, type RollCommitment, type Sha256 } from './roll-commitment.ts';

const hash = (...pieces: readonly (string | Uint8Array)[]): Buffer => {
  const sha256 = createHash('sha256');
  for (const piece of pieces) sha256.update(piece);
  return sha256.digest();
};
const sha256: Sha256 = { ofText: (text) => hash(text), ofBytes: (bytes) => hash(bytes) };
const salt = Uint8Array.from({ length: 32 }, (_, i) => i);

const commit = (entries: readonly CommittedEntry[], with_ = salt, consultation = 'obras-2026'): RollCommitment => {
  const committer = makeRollCommitter(with_, sha256);
  for (const entry of entries) committer.add(entry);
  return committer.finish(consultation);
};

/** The specification once more, step by step, the tree as RFC 6962 defines it. */
function bySpecification(entries: readonly CommittedEntry[], consultation: string): string {
  const leaves = entries
    .map(({ birthDate, document, name, proof, territory, toldApart }) => {
      const text = JSON.stringify({ birth_date: birthDate, document, name, proof, territory, told_apart: toldApart });
      return hash(Uint8Array.of(0), salt, hash(`convite-roll-entry-1\n${text}`));
    })
    .toSorted((a, b) => Buffer.compare(a, b));
  const tree = (part: readonly Buffer[]): Buffer => {
    const [only] = part;
    if (part.length === 1 && only !== undefined) return only;
    let k = 1;
    while (k * 2 < part.length) k *= 2;
    return hash(Uint8Array.of(1), tree(part.slice(0, k)), tree(part.slice(k)));
  };
  const text = JSON.stringify({ consultation, entries: entries.length, root: tree(leaves).toString('hex') });
  return hash(`convite-roll-1\n${text}`).toString('hex');
}

const entry: fc.Arbitrary<CommittedEntry> = fc.record({
  name: fc.string({ unit: 'grapheme' }),
  birthDate: fc.constantFrom('1980-04-03', '2001-01-31'),
  territory: fc.constantFrom('0231', '0232'),
  document: fc.option(fc.string({ unit: 'grapheme-ascii' })),
  proof: fc.constantFrom(...proofTypes),
  toldApart: fc.constantFrom('', '2'),
});
const roll = fc.array(entry, { minLength: 1, maxLength: 40 });

describe('the commitment to a roll', () => {
  it('is what the specification says', () => {
    fc.assert(
      fc.property(roll, (entries) => {
        expect(commit(entries)).toEqual({ count: entries.length, commitment: bySpecification(entries, 'obras-2026') });
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(roll, (entries) => {
        expect(commit(entries.toReversed())).toEqual(commit(entries));
      }),
    );
  });

  it('changes with every member of every entry, with the salt, with the consultation, and with their number', () => {
    fc.assert(
      fc.property(roll, fc.nat(), (entries, at) => {
        const chosen = entries[at % entries.length];
        if (chosen === undefined) return;
        const others: readonly CommittedEntry[] = [
          { ...chosen, name: `${chosen.name}x` },
          { ...chosen, birthDate: '1999-09-09' },
          { ...chosen, territory: '0999' },
          { ...chosen, document: chosen.document === null ? '' : null },
          { ...chosen, proof: chosen.proof === 'membership' ? 'utility_bill' : 'membership' },
          { ...chosen, toldApart: '3' },
        ];
        const all = [
          commit(entries),
          ...others.map((other) => commit(entries.map((one) => (one === chosen ? other : one)))),
          commit(entries, salt.toReversed()),
          commit(entries, salt, 'obras-2027'),
          commit([...entries, { ...chosen, name: `${chosen.name}y` }]),
        ];
        expect(new Set(all.map(({ commitment }) => commitment)).size).toBe(all.length);
      }),
    );
  });

  it('of three neighbours is the one that stands in the specification', () => {
    const neighbours: readonly CommittedEntry[] = [
      {
        name: 'Ana María Pérez',
        birthDate: '1980-04-03',
        territory: '0231',
        document: 'V-12.345.678',
        proof: 'identity_document',
        toldApart: '',
      },
      {
        name: 'Luz Rojas',
        birthDate: '1999-12-31',
        territory: '0231',
        document: null,
        proof: 'two_neighbours',
        toldApart: '',
      },
      {
        name: 'Luz Rojas',
        birthDate: '1999-12-31',
        territory: '0232',
        document: null,
        proof: 'communal_register',
        toldApart: 'hija de Rosa',
      },
    ];
    expect(commit(neighbours)).toEqual({
      count: 3,
      commitment: '90b05fd564aa69f15c91a3301b0598da1bee8d46f7fc8f7d26afa49bb0c5ee50',
    });
  });

  it('takes a salt of 32 bytes and a roll with entries, and nothing else', () => {
    expect(() => makeRollCommitter(salt.subarray(1), sha256)).toThrow('32 bytes');
    expect(() => commit([])).toThrow('without entries');
  });

  it('of many entries is the same as of few at a time', () => {
    const many = Array.from({ length: 5000 }, (_, i): CommittedEntry => ({
      name: `Vecina ${i}`,
      birthDate: '1980-04-03',
      territory: '0231',
      document: null,
      proof: 'two_neighbours',
      toldApart: '',
    }));
    expect(commit(many).commitment).toBe(bySpecification(many, 'obras-2026'));
  });
});
