import type { JSX } from 'preact';
import { encode } from 'uqr';

/** Dark squares of a QR code, row by row, without a margin. */
export type Squares = readonly (readonly boolean[])[];

export const squaresOf = (text: string): Squares => encode(text, { ecc: 'M', border: 0 }).data;

/** Dark squares on white in any theme: cameras read nothing else well. */
export function QrPicture({ squares, title }: { readonly squares: Squares; readonly title: string }): JSX.Element {
  const size = squares.length;
  const path = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class="app-code"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
