import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  electionStates,
  type ElectionState,
  eventOrder,
  eventTypes,
  type EventType,
  orderRefusals,
  stateAfterRefused,
  type Step,
} from './event-order.ts';

const letters: Readonly<Record<EventType, string>> = {
  Setup: 'S',
  Ballot: 'B',
  EndBallots: 'E',
  EncryptedTally: 'T',
  Shuffle: 'H',
  EndShuffles: 'X',
  PartialDecryption: 'P',
  Result: 'R',
};

/** The order as a regular expression: what stands in the published sequence, cut off at any event. */
const prefixForm = /^(?:SB*(?:E(?:T(?:H+(?:X(?:P+R?)?)?|P+R?)?)?)?)?$/;

function isFollowed(types: readonly EventType[]): boolean {
  let state: ElectionState = 'unpublished';
  for (const type of types) {
    const step: Step = eventOrder[state][type];
    if ('refused' in step) return false;
    state = step.to;
  }
  return true;
}

/** Sequences that go on for a while: each event follows the ones before, now and then one does not. */
const sequence = fc.array(fc.nat(7), { maxLength: 14 }).map((choices) => {
  const types: EventType[] = [];
  for (const choice of choices) {
    const allowed = eventTypes.filter((type) => isFollowed([...types, type]));
    const next = choice < 6 ? (allowed[choice % Math.max(1, allowed.length)] ?? 'Result') : eventTypes[choice];
    types.push(next ?? 'Setup');
  }
  return types;
});

describe('the order of events', () => {
  it('is the published sequence and its prefixes, and nothing else', () => {
    const isPrefix = (types: readonly EventType[]) => prefixForm.test(types.map((type) => letters[type]).join(''));
    fc.assert(
      fc.property(fc.oneof(sequence, fc.array(fc.constantFrom(...eventTypes), { maxLength: 6 })), (types) => {
        expect(isFollowed(types)).toBe(isPrefix(types));
      }),
      { numRuns: 20_000 },
    );
  });

  it('never goes back, and from every state an election can come to its end', () => {
    for (const [position, state] of electionStates.entries()) {
      const next = eventTypes.flatMap((type) => {
        const step = eventOrder[state][type];
        return 'to' in step ? [electionStates.indexOf(step.to)] : [];
      });
      expect(next.every((other) => other >= position)).toBe(true);
      expect(next.some((other) => other > position)).toBe(state !== 'finished');
    }
  });

  it('gives every reason that it knows', () => {
    const given = Object.values(eventOrder).flatMap((steps) =>
      Object.values(steps).flatMap((step) => ('refused' in step ? [step.refused] : [])),
    );
    expect([...new Set(given)].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      Object.keys(orderRefusals).toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('goes on after an event out of order from the later of both states', () => {
    expect(stateAfterRefused('voting', 'EncryptedTally')).toBe('tallied');
    expect(stateAfterRefused('closed', 'Ballot')).toBe('closed');
    expect(stateAfterRefused('finished', 'Setup')).toBe('finished');
    expect(stateAfterRefused('tallied', 'Result')).toBe('finished');
  });
});
