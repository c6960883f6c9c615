import { describe, expect, it } from 'vitest';
import { covered, drawNumber } from './mail-views.ts';

describe('an address as the page shows it', () => {
  it('tells whose it is to its owner alone', () => {
    expect(covered('ana.rojas@enramada.example')).toBe('a•••@enramada.example');
    expect(covered('a@enramada.example')).toBe('a•••@enramada.example');
    expect(covered('"odd@name"@enramada.example')).toBe('"•••@enramada.example');
  });
});

describe('the number of an admission', () => {
  it('has 144 bits in base64url, and is another one each time', () => {
    const drawn = Array.from({ length: 200 }, drawNumber);
    for (const number of drawn) expect(number).toMatch(/^[\w-]{24}$/u);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
