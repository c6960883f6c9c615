import { describe, expect, it } from 'vitest';
import { failingLog } from './failing-log.ts';

describe('the log of what was made here', () => {
  it('takes a failure for a bug, and names check and place', () => {
    failingLog.made('ballot.form');
    expect(() => failingLog.failed('ballot.form', 'ballot 3', 'A field is missing.')).toThrow(
      'ballot.form at ballot 3: A field is missing.',
    );
  });
});
