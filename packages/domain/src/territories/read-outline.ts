import { err, ok, type Result } from '@convite/kernel';
import { findCrossing } from './crossing.ts';
import type { Outline, Position } from './territory.ts';
import type { OutlineProblem } from './territory-problem.ts';

/** Points that all rings of one outline may have together. */
const mostOutlinePoints = 50_000;

/**
 * Reads the geometry of a GeoJSON feature.
 *
 * Checked: polygon or several; each ring closed, of four positions or more, finite and on the earth; no ring crosses or
 * touches itself. Heights are left out. Not checked: that holes lie inside, that rings do not cross one another, in
 * which direction they turn.
 * Source: RFC 7946, sections 3.1.1 and 3.1.6; docs/spec/roll.md, A.1.
 */
export function readOutline(geometry: unknown): Result<Outline | null, OutlineProblem> {
  if (geometry === null || geometry === undefined) return ok(null);
  if (!isRecord(geometry) || typeof geometry['type'] !== 'string') return err({ type: 'outline_shape' });
  const { type, coordinates } = geometry;
  switch (type) {
    case 'Polygon': {
      const rings = readPolygon(coordinates, { left: mostOutlinePoints });
      return rings.ok ? ok({ type, coordinates: rings.value }) : rings;
    }
    case 'MultiPolygon': {
      if (!Array.isArray(coordinates) || coordinates.length === 0) return err({ type: 'outline_shape' });
      const budget = { left: mostOutlinePoints };
      const polygons: (readonly (readonly Position[])[])[] = [];
      for (const polygon of coordinates) {
        const rings = readPolygon(polygon, budget);
        if (!rings.ok) return rings;
        polygons.push(rings.value);
      }
      return ok({ type, coordinates: polygons });
    }
    default:
      return err({ type: 'outline_kind', found: type.slice(0, 40) });
  }
}

/** Points that may still come. */
interface Budget {
  left: number;
}

function readPolygon(value: unknown, budget: Budget): Result<readonly (readonly Position[])[], OutlineProblem> {
  if (!Array.isArray(value) || value.length === 0) return err({ type: 'outline_shape' });
  const rings: (readonly Position[])[] = [];
  for (const ring of value) {
    const read = readRing(ring, budget);
    if (!read.ok) return read;
    rings.push(read.value);
  }
  return ok(rings);
}

function readRing(value: unknown, budget: Budget): Result<readonly Position[], OutlineProblem> {
  if (!Array.isArray(value)) return err({ type: 'outline_shape' });
  budget.left -= value.length;
  if (budget.left < 0) return err({ type: 'outline_too_fine', most: mostOutlinePoints });
  const ring: Position[] = [];
  for (const position of value) {
    if (!Array.isArray(position)) return err({ type: 'outline_shape' });
    const [x, y]: readonly unknown[] = position;
    if (typeof x !== 'number' || typeof y !== 'number') return err({ type: 'outline_shape' });
    // JSON knows no infinity, but 1e999 is read as one.
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return err({ type: 'position_off_earth', at: written([x, y]) });
    ring.push([x, y]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || ring.length < 4) return err({ type: 'ring_short' });
  if (ring.every(([x, y]) => x === first[0] && y === first[1])) return err({ type: 'ring_short' });
  if (first[0] !== last[0] || first[1] !== last[1]) return err({ type: 'ring_open' });
  const crossing = findCrossing(ring);
  if (crossing === 'too_fine') return err({ type: 'outline_too_fine', most: mostOutlinePoints });
  return crossing === undefined ? ok(ring) : err({ type: 'ring_crosses', at: written(crossing) });
}

const written = ([x, y]: Position): string => `${x}, ${y}`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
