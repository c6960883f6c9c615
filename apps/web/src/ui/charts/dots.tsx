import type { JSX } from 'preact';

/** Rows of dots as two strokes with round caps: the first `full` solid, the rest of `all` hollow. */
function strokes(
  full: number,
  all: number,
  perRow: number,
  gap: number,
  edge: number,
): { solid: string; hollow: string } {
  const run = (from: number, to: number): string => {
    let path = '';
    for (let at = from; at < to;) {
      const row = Math.floor(at / perRow);
      const end = Math.min(to, (row + 1) * perRow);
      // A stroke of dashes of no length with round caps: half a step more, so that the last dot is drawn.
      path += `M${edge + (at % perRow) * gap} ${edge + row * gap}h${(end - at - 1) * gap + 0.5}`;
      at = end;
    }
    return path;
  };
  return { solid: run(0, full), hollow: run(full, all) };
}

/** A hundred dots, `full` of them solid; a ring instead of a disc for the rule that is compared. */
export function Hundred({ full, series }: { full: number; series: 'one' | 'two' }): JSX.Element {
  const { solid, hollow } = strokes(full, 100, 10, 9, 5);
  return (
    <svg viewBox="0 0 92 92" aria-hidden="true">
      {hollow !== '' && <path class="o" d={hollow} />}
      {solid !== '' && <path d={solid} />}
      {series === 'two' && solid !== '' && <path class="i" d={solid} />}
    </svg>
  );
}

/** People as dots, eighteen to a row; beyond two hundred each dot stands for several. */
export function People({ full, all, says }: { full: number; all: number; says: string }): JSX.Element {
  const each = peoplePerDot(all);
  const dots = Math.ceil(all / each);
  const { solid, hollow } = strokes(Math.min(Math.round(full / each), dots), dots, 18, 11, 6);
  const rows = Math.ceil(dots / 18);
  return (
    <svg class="people" viewBox={`0 0 199 ${rows * 11 + 1}`} role="img" aria-label={says}>
      {hollow !== '' && <path class="o" d={hollow} />}
      {hollow !== '' && <path class="i" d={hollow} />}
      {solid !== '' && <path d={solid} />}
    </svg>
  );
}

/** How many people one dot stands for. */
export function peoplePerDot(all: number): number {
  let each = 1;
  for (const factor of [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 1_000_000]) {
    if (all / each <= 200) return each;
    each = factor;
  }
  return each;
}
