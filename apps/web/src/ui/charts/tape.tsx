import type { JSX } from 'preact';
import type { Translation } from '../../i18n/translation.ts';
import { at, barStart, percentAt, roundSteps, shortened } from './scale.ts';

/** One piece of the envelope. */
export interface Cut {
  readonly name: string;
  /** In units of the currency, near enough to be drawn. */
  readonly size: number;
  /** Written amount, without unit, and in units of the scale for narrow screens. */
  readonly amount: string;
  readonly brief: string;
  /** Only under this rule, not under the one it is compared with. */
  readonly hatched: boolean;
}

export interface TapeProps {
  /** Unique on the page. */
  readonly id: string;
  readonly cuts: readonly Cut[];
  /** What the whole tape stands for; the same for tapes side by side. */
  readonly whole: number;
  readonly left: { readonly size: number; readonly amount: string; readonly brief: string } | null;
  /** Number marks down the side. */
  readonly axis: boolean;
  /** Size of one unit of the scale: 1, a thousand or a million. */
  readonly unit: number;
  /** The whole drawing as a sentence. */
  readonly says: string;
  readonly t: Translation;
}

const tall = 600;
const strip = 32;
/** The least distance of two lines of text. */
const line = 15;
const wide = 24;
const narrow = 7;
/** So many signs fit into a line on a phone. */
const phoneSigns = 30;

/** An amount cut to scale, from top to bottom, on a ruler. Names are written where there is room for a line. */
export function Tape({ id, cuts, whole, left, axis, unit, says, t }: TapeProps): JSX.Element {
  const y = (size: number): number => (tall * size) / whole;
  const rtl = t.direction === 'rtl';
  const steps = roundSteps(whole, 6);
  const numbers = Array.from({ length: axis ? Math.floor(whole / steps.step) + 1 : 0 }, (_, i) =>
    t.format.number(decimalText((i * steps.step) / unit), steps.step / unit < 1 ? 1 : 0),
  );
  const isFar = numbers.some((number) => number.length > 3);
  const x = axis ? (isFar ? 62 : 34) : 2;
  const boxX = rtl ? -x - strip : x;
  const textX = rtl ? -x - strip - 8 : x + strip + 8;
  const major = y(steps.step);
  const minor = major / steps.parts;
  const drawn = positions(cuts, y);
  const used = drawn.at(-1)?.bottom ?? 0;
  const plain = drawn.filter(({ cut }) => !cut.hatched);
  const hatched = drawn.filter(({ cut }) => cut.hatched);
  const labels = labelsOf(drawn, t);
  if (left !== null) {
    const last = labels.at(-1)?.y ?? -line;
    const middle = (used + y(left.size + (used * whole) / tall)) / 2;
    labels.push({
      y: Math.max(Math.min(middle, tall) + 5, last + line),
      amount: left,
      name: t.result.tapeLeft,
      soft: true,
    });
  }
  const height = Math.max(tall + 8, (labels.at(-1)?.y ?? 0) + 6);
  const drawing = (
    <>
      <pattern id={id} width={strip} height={at(major)} x={boxX} patternUnits="userSpaceOnUse">
        <path
          class="mark"
          d={Array.from({ length: steps.parts + 1 }, (_, i) => {
            const long = i === 0 || i === steps.parts ? 12 : 6;
            return rtl ? `M${strip} ${at(i * minor)}h-${long}` : `M0 ${at(i * minor)}h${long}`;
          }).join('')}
        />
      </pattern>
      {numbers.map((number, i) => (
        <text key={number} class="soft" x={rtl ? 7 - x : x - 7} y={at(i * major + 5)} text-anchor="end">
          {number}
        </text>
      ))}
      <path class="cut" d={plain.map(({ top, size }) => box(boxX, top, strip, size)).join('')} />
      {hatched.length > 0 && (
        <>
          <path
            class="alt"
            d={hatched.map(({ top, size }) => box(boxX + 1, top + 1, strip - 2, Math.max(size - 2, 0.5))).join('')}
          />
          <path class="hatch" d={hatched.map(({ top, size }) => hatching(boxX + 2, top + 2, size - 4)).join('')} />
        </>
      )}
      <rect x={boxX} width={strip} height={at(used)} fill={`url(#${id})`} />
      {left !== null && (
        <rect
          class="left"
          x={boxX + 0.5}
          y={at(Math.min(used + 0.5, tall - 1))}
          width={strip - 1}
          height={at(Math.max(y(left.size) - 1, 0.5))}
        />
      )}
      {labels.map((label) => (
        <text key={label.y} class={label.soft ? 'soft' : undefined} x={textX} y={at(label.y)}>
          <tspan class="w">
            <tspan class="b">{label.amount.amount}</tspan> {shortened(label.name, wide)}
          </tspan>
          <tspan class="nw">
            <tspan class="b">{label.amount.brief}</tspan> {shortened(label.name, narrow)}
          </tspan>
        </text>
      ))}
    </>
  );
  return (
    <svg class={isFar ? 'tape far' : 'tape'} role="img" aria-label={says} width="100%" height={at(height)}>
      {rtl ? <svg x="100%">{drawing}</svg> : drawing}
    </svg>
  );
}

interface Drawn {
  readonly cut: Cut;
  readonly top: number;
  readonly size: number;
  readonly bottom: number;
}

function positions(cuts: readonly Cut[], y: (size: number) => number): Drawn[] {
  let sum = 0;
  return cuts.map((cut) => {
    const top = y(sum);
    sum += cut.size;
    const bottom = y(sum);
    const gap = bottom - top > 6 ? 2 : bottom - top > 2 ? 1 : 0;
    return { cut, top: top + gap / 2, size: Math.max(bottom - top - gap, 0.5), bottom };
  });
}

interface Label {
  readonly y: number;
  readonly amount: { readonly amount: string; readonly brief: string };
  readonly name: string;
  readonly soft: boolean;
}

/** One line for each piece that has room for it; neighbours that are too thin share one. */
function labelsOf(drawn: readonly Drawn[], t: Translation): Label[] {
  const labels: Label[] = [];
  let run: Drawn[] = [];
  for (const [i, piece] of drawn.entries()) {
    run.push(piece);
    const first = run[0] ?? piece;
    const middle = (first.top + piece.top + piece.size) / 2 + 5;
    const last = labels.at(-1)?.y ?? -line;
    const tight = middle - last < line;
    if (tight && i < drawn.length - 1) continue;
    const y = Math.max(middle, last + line);
    labels.push(
      run.length === 1
        ? { y, amount: piece.cut, name: piece.cut.name, soft: false }
        : { y, amount: { amount: '', brief: '' }, name: t.result.tapeSmall(run.length), soft: true },
    );
    run = [];
  }
  return labels;
}

/** The outline of a piece, as a part of a path. */
const box = (x: number, y: number, width: number, height: number): string =>
  `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`;

/** Slanted strokes, twelve apart. */
function hatching(x: number, y: number, height: number): string {
  let path = '';
  for (let down = 14; down + 2 <= height; down += 12) path += `M${x} ${at(y + down)}l28 -14`;
  return path;
}

/** A number of the axis as decimal text; steps are round, so two decimals are enough. */
const decimalText = (n: number): string => String(Math.round(n * 100) / 100);

/** An amount of a whole, lying, on a ruler: what was left of what was needed, ballots of all. */
export function LyingTape(props: {
  parts: readonly { readonly size: number; readonly label?: string; readonly pale?: boolean }[];
  whole: number;
  unit: number;
  says: string;
  above?: { readonly start: string; readonly end: string };
  t: Translation;
}): JSX.Element {
  const { parts, whole, unit, says, above, t } = props;
  // Words that a phone has no room for side by side stand one below the other.
  const isLong = above !== undefined && above.start.length + above.end.length > phoneSigns;
  const top = above === undefined ? 0 : isLong ? 42 : 22;
  const steps = roundSteps(whole, 4);
  const small = steps.step / steps.parts;
  const marks = Array.from({ length: Math.floor(whole / small + 1e-9) + 1 }, (_, i) => i);
  const side = (share: number): string => percentAt(t.direction === 'ltr' ? share : 1 - share);
  let sum = 0;
  const pieces = parts.map((part) => {
    const start = sum / whole;
    sum += part.size;
    return { ...part, start, share: part.size / whole };
  });
  return (
    <svg class="tape" role="img" aria-label={says} width="100%" height={top + 62}>
      <rect class="left" x={barStart(t.direction, 0, 1)} y={top + 0.5} width="100%" height="33" />
      {pieces.map(({ start, share, pale }) => (
        <rect
          key={start}
          class="cut"
          x={barStart(t.direction, start, share)}
          y={top}
          width={percentAt(share)}
          height="34"
          fill-opacity={pale === true ? '.55' : undefined}
        />
      ))}
      {pieces.map(({ start, share, label }) =>
        label === undefined || share < 0.12 ? null : (
          <text key={start} class="in-cut" x={side(start)} dx={t.direction === 'ltr' ? 10 : -10} y={top + 22}>
            {label}
          </text>
        ),
      )}
      {marks.map((i) => {
        const share = side((i * small) / whole);
        return (
          <line key={i} class="tick" x1={share} x2={share} y1={top + 38} y2={top + (i % steps.parts === 0 ? 46 : 42)} />
        );
      })}
      {marks
        .filter((i) => i % steps.parts === 0)
        .map((i) => {
          const share = (i * small) / whole;
          return (
            <text
              key={i}
              class="soft"
              x={side(share)}
              y={top + 62}
              text-anchor={i === 0 ? 'start' : share > 0.93 ? 'end' : 'middle'}
            >
              {t.format.number(decimalText((i * small) / unit), steps.step / unit < 1 ? 1 : 0)}
            </text>
          );
        })}
      {above !== undefined && (
        <>
          <text class="b" x={side(0)} y="14">
            {above.start}
          </text>
          <text class="soft" x={side(1)} y={isLong ? 34 : 14} text-anchor="end">
            {above.end}
          </text>
        </>
      )}
    </svg>
  );
}
