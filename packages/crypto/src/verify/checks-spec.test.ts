import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { ed25519Group } from '../primitives/ed25519-group.ts';
import { finiteFieldGroup } from '../primitives/finite-field-group.ts';
import { belenios2048, rfc3526Group14 } from '../primitives/finite-field-parameters.ts';
import { portableSha256 } from '../primitives/sha256.ts';
import { credentialSecret } from '../v1/credentials/credential-secret.ts';
import { readPrivateCredential } from '../v1/credentials/private-credential.ts';
import { hashOfText } from '../v1/election/fingerprint.ts';
import { allChecks, numberedChecks } from './checks.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const specification = readFileSync(join(docs, 'spec/ballot-protocol.md'), 'utf8');

/** Cells of a row of a table, where `\|` is no border. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/u)
    .slice(1, -1)
    .map((cell) => cell.trim());

const table = specification
  .slice(specification.indexOf('## B.17'))
  .split('\n')
  .filter((line) => /^\| [0-9]/u.test(line))
  .map(cellsOf);

/** The values of the last section, by what they are said to be. */
const values = new Map(
  specification
    .slice(specification.indexOf('## B.18'))
    .split('\n')
    .map(cellsOf)
    .flatMap(([what = '', value = '']) => (value.startsWith('`') ? [[what, value.replaceAll('`', '')] as const] : [])),
);

/** When a check is made, from what its id begins with. */
function whenOf(id: string): string {
  if (id.startsWith('strict.') || id.startsWith('side.')) return 'strict';
  return id.startsWith('earlier.') ? 'earlier' : 'always';
}

describe('the table of checks in the specification', () => {
  it('has every check of the verifier once, under its number, id and name', () => {
    const specified = table.map(([number, id, name]) => ({
      number: Number(number),
      id: id?.replaceAll('`', ''),
      name,
    }));
    const made = allChecks.map((id) => ({ ...numberedChecks[id], id }));
    expect(specified).toEqual(made.map(({ number, id, name }) => ({ number, id, name })));
  });

  it('gives no number to two checks', () => {
    const numbers = table.map(([number]) => number);
    expect(new Set(numbers).size).toBe(allChecks.length);
    expect(numbers).toHaveLength(allChecks.length);
  });

  it('says of each check what is checked, where that comes from, when, and what the stock tool does', () => {
    for (const row of table) {
      expect(row).toHaveLength(7);
      expect(row.filter((cell) => cell === '')).toEqual([]);
      const [number, id = '', , , , when] = row;
      expect(`${number} ${when}`).toBe(`${number} ${whenOf(id.replaceAll('`', ''))}`);
    }
  });
});

describe('the rest of the specification', () => {
  it.each(['p', 'q', 'g'] as const)('writes the parameter %s of BELENIOS-2048 as the program has it', (name) => {
    const [, digits = ''] = new RegExp(String.raw`^${name} = ([0-9\s]+)$`, 'mu').exec(specification) ?? [];
    expect(digits.replaceAll(/\s/gu, '')).toBe(String(belenios2048[name]));
  });

  it('cites only what stands in the references', () => {
    const references = readFileSync(join(docs, 'references.bib'), 'utf8');
    const cited = [...specification.matchAll(/\[([a-z]+[0-9]+[a-z]?)\]/gu)].map(([, key]) => key);
    expect(cited.length).toBeGreaterThan(20);
    expect([...new Set(cited)].filter((key) => !references.includes(`{${key},`))).toEqual([]);
  });
});

describe('the values to begin with', () => {
  const curve = ed25519Group();
  const safePrime = finiteFieldGroup(rfc3526Group14);
  const smallOrder = finiteFieldGroup(belenios2048);
  const uuid = 'CaLLeCedro1234';
  const secretOf = (typed: string): string => {
    const read = readPrivateCredential(typed);
    invariant(read.ok, 'the credential has its form');
    return String(credentialSecret(curve, read.value, uuid));
  };
  const ends = (text: string): string => text.slice(-20);

  it('are those of the program, each of them', () => {
    const checked = 'ABC-DEF-GHJ-KLM-NPf';
    const long = 'abcde-fghijk-mnopq-rstuvw';
    expect([...values]).toEqual([
      ['`str(g)`', curve.write(curve.g)],
      ['`gen(−1)`', curve.write(curve.generator(-1))],
      ['`gen(0)`', curve.write(curve.generator(0))],
      ['`ξ(0)`', curve.write(curve.encodeInts([0]))],
      ['`ξ(1, 2, 255)`', curve.write(curve.encodeInts([1, 2, 255]))],
      ['`H("convite")`', String(curve.hashToScalar('convite'))],
      ['`b64(SHA("convite"))`', hashOfText(portableSha256.sha256, 'convite')],
      ['checked credential of the signs `ABCDEFGHJKLMNP`', checked],
      [`its secret, \`uuid\` = \`${uuid}\``, secretOf(checked)],
      [`secret of the long credential \`${long}\`, same \`uuid\``, secretOf(long)],
      ['`gen(−1)` in `RFC-3526-2048`, its last 20 digits', ends(safePrime.write(safePrime.generator(-1)))],
      ['`gen(−1)` in `BELENIOS-2048`, its last 20 digits', ends(smallOrder.write(smallOrder.generator(-1)))],
      ['`ξ(1, 2, 255)` in `RFC-3526-2048`', safePrime.write(safePrime.encodeInts([1, 2, 255]))],
    ]);
  });
});
