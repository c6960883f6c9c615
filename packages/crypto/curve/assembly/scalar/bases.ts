// The two bases of an election, g and its key y, with their tables. Made when first asked for; a new key takes the
// place of the old one.
import { NARROW, NARROW_WINDOWS, WIDE, WIDE_WINDOWS } from './windows';
import { POINT } from './memory-map';
import { decodePoint } from './encoding';
import { fillTable, newTable } from './fixed-base';

/** g = (x, 4/5), x even: RFC 8032, §5.1. */
const G_BYTES: usize = memory.data<u64>([
  0x6666666666666658, 0x6666666666666666, 0x6666666666666666, 0x6666666666666666,
]);
export const G: usize = memory.data(160, 16);
/** The election key. */
export const KEY: usize = memory.data(160, 16);

export let gWide: usize = 0;
export let gNarrow: usize = 0;
export let yWide: usize = 0;
export let yNarrow: usize = 0;
let yWideFilled: bool = false;
let yNarrowFilled: bool = false;

export function decodeG(): bool {
  return decodePoint(G, G_BYTES);
}

export function gWideTable(): usize {
  return gWide;
}

export function yWideTable(): usize {
  return yWide;
}

export function gNarrowTable(): usize {
  return gNarrow;
}

export function yNarrowTable(): usize {
  return yNarrow;
}

/** Takes another key: a point whose membership the caller has checked. */
export function setKey(point: usize): void {
  memory.copy(KEY, point, POINT);
  yWideFilled = false;
  yNarrowFilled = false;
}

export function needGWide(): void {
  if (gWide != 0) return;
  gWide = newTable(WIDE, WIDE_WINDOWS);
  fillTable(gWide, G, WIDE, WIDE_WINDOWS);
}

export function needGNarrow(): void {
  if (gNarrow != 0) return;
  gNarrow = newTable(NARROW, NARROW_WINDOWS);
  fillTable(gNarrow, G, NARROW, NARROW_WINDOWS);
}

/** Tables for public exponents of g and y. */
export function needWide(): void {
  needGWide();
  if (yWide == 0) yWide = newTable(WIDE, WIDE_WINDOWS);
  if (!yWideFilled) fillTable(yWide, KEY, WIDE, WIDE_WINDOWS);
  yWideFilled = true;
}

/** Tables for secret exponents of g and y. */
export function needNarrow(): void {
  needGNarrow();
  if (yNarrow == 0) yNarrow = newTable(NARROW, NARROW_WINDOWS);
  if (!yNarrowFilled) fillTable(yNarrow, KEY, NARROW, NARROW_WINDOWS);
  yNarrowFilled = true;
}
