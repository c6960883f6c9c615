import type { JSX } from 'preact';
import { tileOf } from './weave.tsx';

const stool = {
  lines: 'M-9 12h18',
  box: 'M-5-8h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3h-10a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3z',
};
const chair = {
  lines: 'M-14 18h28',
  box: 'M-8-13h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-16a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5z',
};
const pouf = { lines: 'M4 0a4 4 0 1 1-.01-.1', box: 'M13 0a13 13 0 1 1-.01-.1' };
const bench = {
  lines: 'M-30 0h60M-33 16h66',
  box: 'M-27-10h54a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-54a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z',
};
const rocker = {
  lines: 'M-14 18h28M-18-24q-5 24 0 46M18-24q5 24 0 46',
  box: 'M-5-14h10a8 8 0 0 1 8 8v11a8 8 0 0 1-8 8h-10a8 8 0 0 1-8-8v-11a8 8 0 0 1 8-8z',
};
const crate = { lines: 'M-14-5h28M-14 5h28', box: 'M-14-14h28v28h-28z' };
const wheelchair = {
  lines: 'M-12 17h24M-18-14v30M18-14v30',
  box: 'M-7-12h14a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4h-14a4 4 0 0 1-4-4v-16a4 4 0 0 1 4-4z',
};
const armchair = {
  lines: 'M-18-11v29h36v-29',
  box: 'M-8-13h16a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-16a4 4 0 0 1-4-4v-18a4 4 0 0 1 4-4z',
};

/** Where each seat stands, and how it is turned. */
const seats = [
  { seat: pouf, x: 291, y: 60, turn: -156 },
  { seat: bench, x: 369, y: 112, turn: -126 },
  { seat: stool, x: 380, y: 195, turn: -99 },
  { seat: chair, x: 395, y: 264, turn: -76 },
  { seat: rocker, x: 363, y: 340, turn: -50 },
  { seat: chair, x: 292, y: 381, turn: -24, free: true },
  { seat: crate, x: 220, y: 400, turn: 0 },
  { seat: wheelchair, x: 148, y: 383, turn: 24 },
  { seat: chair, x: 84, y: 343, turn: 48 },
  { seat: stool, x: 66, y: 282, turn: 68 },
  { seat: armchair, x: 37, y: 214, turn: 92 },
  { seat: pouf, x: 63, y: 147, turn: 115 },
  { seat: chair, x: 104, y: 82, turn: 140 },
  { seat: bench, x: 185, y: 40, turn: 169 },
];

/** The house's picture: unequal chairs around an open notebook on a woven mat; one is free. */
export function Ring({ says, name }: { says: string; name: string }): JSX.Element {
  const tile = tileOf(name);
  return (
    <svg class="ring" viewBox="0 0 440 440" role="img" aria-label={says}>
      <pattern
        id="mat"
        width="12"
        height="12"
        patternUnits="userSpaceOnUse"
        patternTransform="translate(220 220) scale(3)"
      >
        <path class="a" d={tile.a} />
        <path class="b" d={tile.b} />
      </pattern>
      <circle class="mat" cx="220" cy="220" r="108" />
      <path fill="url(#mat)" fill-rule="evenodd" d="M220 112a108 108 0 1 0 .1 0zM220 148a72 72 0 1 1-.1 0z" />
      {seats.map(({ seat, x, y, turn, free }) => (
        <g
          key={turn}
          class={free === true ? 'you' : undefined}
          transform={`translate(${x} ${y}) rotate(${turn}) scale(1.3)`}
        >
          <path d={seat.box} />
          <path d={seat.lines} />
        </g>
      ))}
      <g class="book">
        <path d="M220 182c-14-9-32-11-50-8v84c18-3 36-1 50 8 14-9 32-11 50-8v-84c-18-3-36-1-50 8zv84" />
        <path d="M184 195c8-1 16 0 23 3M184 211c8-1 16 0 23 3M184 227c8-1 16 0 23 3" />
        <path class="tick" d="M235 206l7 8 15-20M235 232l7 8 15-20" />
      </g>
    </svg>
  );
}
