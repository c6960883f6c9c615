import { invariant, type Rational, rational } from '@convite/kernel';

/** Reads a decimal text of a rule set into minor units; undefined when it has a part smaller than one. */
export function minorUnits(text: string, decimals: number): bigint | undefined {
  const [whole = '0', part = ''] = text.split('.');
  const kept = part.replace(/0+$/u, '');
  return kept.length > decimals ? undefined : BigInt(whole + kept.padEnd(decimals, '0'));
}

/** Reads a share `p/q` of a rule set. */
export function readShare(text: string): Rational {
  const [num, den] = text.split('/');
  invariant(num !== undefined && den !== undefined, 'the schema of rule sets admits only p/q');
  return rational(BigInt(num), BigInt(den));
}
