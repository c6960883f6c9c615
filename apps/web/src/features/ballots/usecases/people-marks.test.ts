import { describe, expect, it } from 'vitest';
import { addressMark, openAddress, personMark, sealAddress } from './people-marks.ts';

const [ours, theirs] = [1, 2].map((byte) => ({ peopleKey: new Uint8Array(32).fill(byte) }));
const [one, other] = ['contest-1', 'contest-2'];
const keys = ours ?? { peopleKey: new Uint8Array(32) };

describe('marks of people', () => {
  it('are those of one contest, one key and one kind', () => {
    const marks = [
      personMark(keys, one, 'ana'),
      personMark(keys, other, 'ana'),
      personMark(keys, one, 'luz'),
      personMark(theirs ?? keys, one, 'ana'),
      addressMark(keys, one, 'ana'),
    ];
    expect(new Set(marks).size).toBe(5);
    expect(personMark(keys, one, 'ana')).toBe(marks[0]);
  });
});

describe('a sealed address', () => {
  it('is opened in its contest, by its key alone', () => {
    const address = `rosa.${'ñ'.repeat(100)}@enramada.example`;
    const sealed = sealAddress(keys, one, address);
    expect(openAddress(keys, one, sealed)).toBe(address);
    expect(sealAddress(keys, one, address)).toBe(sealed);
    expect(openAddress(keys, other, sealed)).toBeUndefined();
    expect(openAddress(theirs ?? keys, one, sealed)).toBeUndefined();
    expect(openAddress(keys, one, `A${sealed.slice(1)}`)).toBeUndefined();
    expect(openAddress(keys, one, '')).toBeUndefined();
  });

  it('is as long as any other', () => {
    const lengths = ['a@b.example', 'la-vecina-de-la-esquina@enramada.example'].map(
      (address) => sealAddress(keys, one, address).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });
});
