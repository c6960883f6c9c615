import type { JSX } from 'preact';
import type { Translation } from '../../i18n/translation.ts';
import { percentAt } from './scale.ts';

/** Share of the voters as a post, share of the money as a ball at the end of a rod; both 0…1 of the same axis. */
export function Dumbbell(props: {
  voters: number;
  money: number;
  /** Where the axis ends. */
  end: number;
  series: 'one' | 'two';
  t: Translation;
}): JSX.Element {
  const { voters, money, end, series, t } = props;
  const x = (share: number): string => percentAt(t.direction === 'ltr' ? share / end : 1 - share / end);
  return (
    <svg aria-hidden="true" width="100%" height="26">
      <line class="axis" x2="100%" y1="13" y2="13" />
      <line class={`rod ${series}`} x1={x(voters)} x2={x(money)} y1="13" y2="13" />
      <line class="post" x1={x(voters)} x2={x(voters)} y2="26" />
      <circle class={series} cx={x(money)} cy="13" r={series === 'one' ? 7 : 6} />
    </svg>
  );
}
