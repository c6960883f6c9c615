import { describe, expect, it } from 'vitest';
import { makeAdmission } from './admission.ts';

const start = Date.parse('2026-11-21T12:00:00Z');
const at = (seconds: number): Date => new Date(start + seconds * 1000);

describe('the door to the board', () => {
  it('lets in as many as there is room for, and tells the others the truth about their place', () => {
    const door = makeAdmission({ inside: 2, line: 10 });
    expect(['a', 'b'].map((ballot) => door.enter(ballot, at(0)))).toEqual(['inside', 'inside']);
    const places = ['c', 'd', 'e'].map((ballot) => door.enter(ballot, at(0)));
    expect(places).toMatchObject([{ position: 1 }, { position: 2 }, { position: 3 }]);
    expect(door.enter('d', at(1))).toMatchObject({ position: 2 });
  });

  it('keeps the order: who came first goes first, and nobody passes those who are due', () => {
    const door = makeAdmission({ inside: 1, line: 10 });
    door.enter('a', at(0));
    door.enter('b', at(0));
    door.enter('c', at(0));
    door.leave('a', at(3));
    expect(door.enter('newcomer', at(3))).toMatchObject({ position: 3 });
    expect(door.enter('c', at(3))).toMatchObject({ position: 2 });
    expect(door.enter('b', at(3))).toBe('inside');
  });

  it('leaves no place empty for who was told to come later, and gives up that of who does not come', () => {
    const door = makeAdmission({ inside: 1, line: 10 });
    door.enter('a', at(0));
    expect(door.enter('gone', at(0))).toMatchObject({ position: 1, retryAfterSeconds: 2 });
    door.leave('a', at(1));
    expect(door.enter('early', at(1))).toBe('inside');
    door.leave('early', at(1));
    expect(door.enter('late', at(3))).toMatchObject({ position: 2 });
    expect(door.enter('late', at(18))).toBe('inside');
  });

  it('takes a ballot that is sent again while it is under way for one, until both are answered', () => {
    const door = makeAdmission({ inside: 1, line: 10 });
    expect([door.enter('a', at(0)), door.enter('a', at(0))]).toEqual(['inside', 'inside']);
    door.leave('a', at(1));
    expect(door.enter('b', at(1))).toMatchObject({ position: 1 });
    door.leave('a', at(2));
    expect(door.enter('b', at(2))).toBe('inside');
  });

  it('says how long it will take at the best pace of late, at least 2 and at most 60', () => {
    const door = makeAdmission({ inside: 1, line: 10_000 });
    for (let i = 0; i < 500; i++) {
      door.enter(`${i}`, at(i / 100));
      door.leave(`${i}`, at(i / 100));
    }
    door.enter('inside', at(5));
    const waits = Array.from({ length: 9000 }, (_, i) => door.enter(`w${i}`, at(5)));
    const seconds = waits.map((place) => (place === 'inside' ? 0 : place.retryAfterSeconds));
    expect([seconds[0], seconds[999], seconds[8999]]).toEqual([2, 10, 60]);
  });

  it('keeps a line of bounded length, and still tells whoever comes behind it a place', () => {
    const door = makeAdmission({ inside: 1, line: 2 });
    for (const ballot of ['a', 'b', 'c']) door.enter(ballot, at(0));
    expect(door.enter('d', at(0))).toMatchObject({ position: 3 });
    expect(door.enter('e', at(0))).toMatchObject({ position: 3 });
  });
});
