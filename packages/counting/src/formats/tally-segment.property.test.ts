import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mustRead, smallText } from './small-file.fixture.ts';

const ballot = fc.record({
  vote: fc.constantFrom('', 'A', 'B', 'A,B', 'B,A'),
  weight: fc.integer({ min: 1, max: 5 }),
  place: fc.constantFrom('', 'None', 'La Vega', 'El Valle', '\ufffd', '\u{1f333}'),
});

test('each place has the summed weights of its ballots, blank ones apart, and places ascend by code point', () => {
  fc.assert(
    fc.property(fc.array(ballot, { minLength: 1, maxLength: 20 }), (ballots) => {
      const file = mustRead(
        smallText({
          votes: [
            'voter_id;vote;weight;neighborhood',
            ...ballots.map(({ vote, weight, place }, i) => `${i};${vote};${weight};${place}`),
          ],
        }),
      );
      const { labels = [], label = [], votes = [], blank = [] } = file.segments[0] ?? {};
      const marked = labels.map(() => 0);
      for (const [row, l] of label.entries()) marked[l] = (marked[l] ?? 0) + (votes[row] ?? 0);
      const weightOf = (place: string, isBlank: boolean) =>
        ballots
          .filter((one) => one.place === place && (one.vote === '') === isBlank)
          .reduce((sum, { weight }) => sum + weight, 0);
      const told = ['El Valle', 'La Vega', '\ufffd', '\u{1f333}'].filter((place) =>
        ballots.some((one) => one.place === place),
      );
      expect(labels).toEqual(told);
      expect(marked).toEqual(told.map((place) => weightOf(place, false)));
      expect([...blank]).toEqual(told.map((place) => weightOf(place, true)));
    }),
  );
});
