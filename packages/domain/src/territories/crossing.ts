import type { Position } from './territory.ts';

/** Comparisons of two edges that one ring may take: about a second. A map drawn for people needs a thousandth. */
const mostComparisons = 20_000_000;

interface Edge {
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}
/** Whole billionths of a degree, a tenth of a millimetre: differences of two are exact as doubles. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Looks for two edges of a closed ring that meet anywhere but where one follows the other.
 *
 * Exactness: positions are taken to the billionth of a degree; on which side of an edge a point lies is then exact, by
 *   doubles where their error cannot matter and by whole numbers otherwise.
 * Requires: the ring is closed, and its positions are finite and on the earth.
 * Cost: each edge against those that overlap it from west to east; at most `mostComparisons`, then `too_fine`.
 *
 * @returns undefined when the ring is simple; else the start of one of the edges that meet.
 */
export function findCrossing(ring: readonly Position[]): Position | 'too_fine' | undefined {
  const points = withoutRepeats(ring.map(([x, y]) => ({ x: Math.round(x * 1e9), y: Math.round(y * 1e9) })));
  const edges = points.map((from, index): Edge => {
    const to = points[(index + 1) % points.length] ?? from;
    return {
      index,
      from,
      to,
      west: Math.min(from.x, to.x),
      east: Math.max(from.x, to.x),
      south: Math.min(from.y, to.y),
      north: Math.max(from.y, to.y),
    };
  });
  const fromWest = edges.toSorted((a, b) => a.west - b.west || a.index - b.index);
  let active: Edge[] = [];
  let comparisons = 0;
  for (const edge of fromWest) {
    active = active.filter(({ east }) => east >= edge.west);
    comparisons += active.length;
    if (comparisons > mostComparisons) return 'too_fine';
    const other = active.find((one) => meets(one, edge, edges.length));
    if (other !== undefined) return [edge.from.x / 1e9, edge.from.y / 1e9];
    active.push(edge);
  }
  return undefined;
}

/** The points of a ring, its last and every repetition of the one before left out. */
function withoutRepeats(ring: readonly Point[]): readonly Point[] {
  return ring.slice(0, -1).filter(({ x, y }, i) => {
    const before = i === 0 ? ring.at(-2) : ring[i - 1];
    return before === undefined || before.x !== x || before.y !== y;
  });
}

function meets(a: Edge, b: Edge, count: number): boolean {
  if (a.south > b.north || b.south > a.north) return false;
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  if (second.index - first.index === 1) return turnsBack(first, second);
  if (first.index === 0 && second.index === count - 1) return turnsBack(second, first);
  const sides = [
    side(a.from, a.to, b.from),
    side(a.from, a.to, b.to),
    side(b.from, b.to, a.from),
    side(b.from, b.to, a.to),
  ];
  const [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = sides;
  if (s1 * s2 < 0 && s3 * s4 < 0) return true;
  return (
    (s1 === 0 && within(b.from, a)) ||
    (s2 === 0 && within(b.to, a)) ||
    (s3 === 0 && within(a.from, b)) ||
    (s4 === 0 && within(a.to, b))
  );
}

/** Whether the second edge, which begins where the first ends, goes back over it. */
function turnsBack({ from, to }: Edge, { to: next }: Edge): boolean {
  if (side(from, to, next) !== 0) return false;
  return (
    Math.sign(to.x - from.x) * Math.sign(next.x - to.x) < 0 || Math.sign(to.y - from.y) * Math.sign(next.y - to.y) < 0
  );
}

const within = ({ x, y }: Point, { west, east, south, north }: Edge): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** On which side of the line from a to b the point c lies: 1 left, −1 right, 0 on it. */
function side(a: Point, b: Point, c: Point): number {
  const [abx, acy, aby, acx] = [b.x - a.x, c.y - a.y, b.y - a.y, c.x - a.x];
  const [left, right] = [abx * acy, aby * acx];
  const difference = left - right;
  // Each product and the difference are off by at most half a unit in the last of 53 places.
  if (Math.abs(difference) > (Math.abs(left) + Math.abs(right)) * 2 ** -51) return Math.sign(difference);
  const exact = BigInt(abx) * BigInt(acy) - BigInt(aby) * BigInt(acx);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}
