import type { JSX } from 'preact';

/** The two colours of a woven tile as drawings: runs of cells, 12 by 12. */
export interface Tile {
  readonly a: string;
  readonly b: string;
}

type Colour = 'a' | 'b' | '';

/**
 * Weaves a community's own tile from its name: the same name gives the same border, on every machine.
 *
 * The seed is FNV-1a (32 bits) over the NFC name in UTF-8, the chance mulberry32; six steps walk outward, then a
 * quarter is filled and mirrored both ways.
 */
export function tileOf(name: string): Tile {
  const chance = mulberry32(fnv1a(new TextEncoder().encode(name.normalize('NFC'))));
  const walk: number[] = [];
  let width = Math.floor(3 * chance());
  for (let step = 0; step < 6; step++) {
    walk.push(width);
    width = Math.min(6, width + (chance() < 0.8 ? 1 : 0));
  }
  const ring = 1 + Math.floor(2 * chance());
  const corner = Math.floor(3 * chance());
  const swap = chance() < 0.5;
  const eye = chance() < 0.4;

  const quarter = walk.map((at, y) =>
    Array.from({ length: 6 }, (_, x): Colour => {
      const colour = eye && x === 0 && y === 5 ? clearedEye(at) : colourOf(at - x, ring, corner);
      return swap && colour !== '' ? (colour === 'a' ? 'b' : 'a') : colour;
    }),
  );
  const rows = Array.from({ length: 12 }, (_, y) => {
    const half = quarter[y < 6 ? y : 11 - y] ?? [];
    return [...half.toReversed(), ...half];
  });
  return { a: runs(rows, 'a'), b: runs(rows, 'b') };

  function clearedEye(at: number): Colour {
    const colour = colourOf(at, ring, corner);
    return colour === 'b' ? '' : colour;
  }
}

function colourOf(d: number, ring: number, corner: number): Colour {
  if (d > 0) return d <= ring ? 'a' : d > ring + 1 ? 'b' : '';
  if (d > -2) return '';
  const k = -d;
  if (corner === 0) return k % 2 === 0 ? 'b' : '';
  if (corner === 1) return 'b';
  return k % 3 === 2 ? 'a' : '';
}

function runs(rows: readonly (readonly Colour[])[], colour: Colour): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== colour) continue;
      const start = x;
      while (row[x + 1] === colour) x++;
      const length = x + 1 - start;
      path += `M${start} ${y}h${length}v1h-${length}z`;
    }
  }
  return path;
}

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A band woven from a name. `id` must differ between the bands of one page. */
export function Weave({ name, id, side = false }: { name: string; id: string; side?: boolean }): JSX.Element {
  const tile = tileOf(name);
  const height = side ? '100%' : '36';
  return (
    <svg class="weave" aria-hidden="true" focusable="false" width="100%" height={height}>
      <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="scale(3)">
        <path class="a" d={tile.a} />
        <path class="b" d={tile.b} />
      </pattern>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}
