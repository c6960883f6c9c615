import { expect, it } from 'vitest';
import { read, smallElection, written } from './archive.fixture.ts';

it('an archive with every type of event is refused when any of three bits of any byte is another, and the place is near', async () => {
  const small = written(smallElection);
  for (let at = 0; at < small.length; at++) {
    for (const bit of [0, 3, 6]) {
      const altered = small.slice();
      altered[at] = (altered[at] ?? 0) ^ (1 << bit);
      const reading = await read(altered);
      if (reading.ok) throw new Error(`bit ${bit} of byte ${at} was altered and the archive accepted`);
      expect(Math.abs(at - (reading.failures[0]?.place.offset ?? -1))).toBeLessThan(1024);
    }
  }
});

it('an archive with every type of event is refused when cut off anywhere but at the end of an event', async () => {
  const small = written(smallElection);
  const accepted: number[] = [];
  for (let length = 0; length <= small.length; length++) {
    if ((await read(small.subarray(0, length))).ok) accepted.push(length);
  }
  expect(accepted).toEqual(smallElection.map((_, i) => written(smallElection.slice(0, i + 1)).length));
});
