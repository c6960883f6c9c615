import { describe, expect, it } from 'vitest';
import { createCheckRecord } from './check-record.ts';

/** A record with so many failures of a check, at numbered places. */
function failing(times: number, name: string) {
  const record = createCheckRecord();
  record.made('ballot.form', times + 5);
  for (let i = 0; i < times; i++) record.failed('ballot.form', `${name} ${i}`, 'No.');
  return record;
}

describe('a record of checks', () => {
  it('counts every failure and keeps the first thousand of each check', () => {
    const record = failing(1_500, 'ballot');
    record.failed('ballot.unique', 'ballot 7', 'Twice.');
    const { made, failed, failures } = record.totals();
    expect({ made, failed }).toEqual({
      made: { 'ballot.form': 1_505 },
      failed: { 'ballot.form': 1_500, 'ballot.unique': 1 },
    });
    expect(failures).toHaveLength(1_001);
    expect(failures[999]?.place).toBe('ballot 999');
    expect(failures[1_000]?.place).toBe('ballot 7');
  });

  it('takes over what workers recorded as if it had been recorded here', () => {
    const whole = createCheckRecord();
    for (const [times, name] of [
      [600, 'first'],
      [300, 'second'],
      [400, 'third'],
    ] as const) {
      whole.absorb(failing(times, name).totals());
    }
    const { made, failed, failures } = whole.totals();
    expect({ made, failed }).toEqual({ made: { 'ballot.form': 1_315 }, failed: { 'ballot.form': 1_300 } });
    expect(failures).toHaveLength(1_000);
    expect(failures.at(-1)?.place).toBe('third 99');
  });

  it('of nothing says nothing', () => {
    const record = createCheckRecord();
    record.absorb(createCheckRecord().totals());
    expect(record.totals()).toEqual({ made: {}, failed: {}, failures: [] });
  });

  it('keeps what it gave out as it was', () => {
    const record = failing(1, 'ballot');
    const before = record.totals();
    record.failed('ballot.form', 'later', 'No.');
    expect(before.failures).toHaveLength(1);
  });
});
