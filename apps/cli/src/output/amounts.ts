import { writeMoney } from '@convite/kernel';

/** Exact difference of two decimal texts. */
export function difference(a: string, b: string): string {
  const decimals = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const minor = (text: string): bigint => {
    const [whole = '0', digits = ''] = text.split('.');
    return BigInt(whole + digits.padEnd(decimals, '0'));
  };
  return writeMoney(minor(a) - minor(b), decimals);
}

/** How much a cost is above an exact fraction of money that falls short of it, as a fraction text. */
export function shortfall(cost: string, left: string): string {
  const [num = '0', den = '1'] = left.split('/');
  const [whole = '0', digits = ''] = cost.split('.');
  const scale = 10n ** BigInt(digits.length);
  return `${BigInt(whole + digits) * BigInt(den) - BigInt(num) * scale}/${scale * BigInt(den)}`;
}
