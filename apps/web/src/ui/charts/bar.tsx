import type { JSX } from 'preact';
import type { Translation } from '../../i18n/translation.ts';
import { barStart, percentAt } from './scale.ts';

/** A bar beside a number that already says the same. */
export const Bar = ({ share, t }: { share: number; t: Translation }): JSX.Element => (
  <svg class="bar" aria-hidden="true" height="12">
    <rect x={t.direction === 'rtl' ? barStart(t.direction, 0, share) : undefined} width={percentAt(share)} />
  </svg>
);

/** A whole cut into shares, without numbers: a sentence says them. */
export function CutBar({ shares, t }: { shares: readonly number[]; t: Translation }): JSX.Element {
  let start = 0;
  return (
    <svg aria-hidden="true" width="100%" height="14">
      {shares.map((share, i) => {
        const from = start;
        start += share;
        const width = Math.max(share - (i < shares.length - 1 ? 0.008 : 0), 0.004);
        return <rect key={from} x={barStart(t.direction, from, width)} width={percentAt(width)} height="14" />;
      })}
    </svg>
  );
}
