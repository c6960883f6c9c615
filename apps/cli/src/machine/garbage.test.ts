import { expect, it } from 'vitest';
import { garbageCollection } from './garbage.ts';

const megabyte = 2 ** 20;

/** Takes memory until it has grown old, and leaves it. */
function litter(): number {
  const before = process.memoryUsage().arrayBuffers;
  const held = Array.from({ length: 20 }, () => new Uint8Array(megabyte));
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThanOrEqual(20 * megabyte);
  return held.length;
}

const inUse = (): number => process.memoryUsage().arrayBuffers;

it('gives back at once what nobody uses any more', () => {
  const garbage = garbageCollection(() => 0);
  garbage.now();
  const before = inUse();
  litter();
  garbage.now();
  expect(inUse() - before).toBeLessThan(megabyte);
});

it('does so now and then, by the clock', () => {
  let time = 0;
  const garbage = garbageCollection(() => time);
  garbage.now();
  const before = inUse();
  litter();
  garbage.nowAndThen();
  expect(inUse() - before).toBeGreaterThan(10 * megabyte);
  // The engine gives memory back beside other work; the second time all of the first is done.
  for (time of [5000, 10_000]) garbage.nowAndThen();
  expect(inUse() - before).toBeLessThan(megabyte);
  litter();
  time = 14_999;
  garbage.nowAndThen();
  expect(inUse() - before).toBeGreaterThan(10 * megabyte);
});
