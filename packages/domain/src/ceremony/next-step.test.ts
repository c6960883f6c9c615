import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from '../state-machine.ts';
import { awaitedStep, ceremonyMachine, type CeremonyState, type CeremonyStep } from './ceremony-machine.ts';
import { nextStep, type PlaceProgress } from './next-step.ts';

it('whoever does what comes next, in whatever order, all become ready; before that somebody always has something to do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.infiniteStream(fc.nat()), (size, turns) => {
      const brought = new Map<number, readonly CeremonyStep[]>();
      const rehearsed = new Set<number>();
      const numbers = Array.from({ length: size }, (_, i) => i + 1);
      let state: CeremonyState = ceremonyMachine.first;
      const places = (): readonly PlaceProgress[] =>
        numbers.map((place) => ({ place, brought: brought.get(place) ?? [], hasRehearsed: rehearsed.has(place) }));
      let messages = 0;
      for (;;) {
        const now = places();
        const all = numbers.map((place) => ({ place, next: nextStep(state, now, place) }));
        const busy = all.filter(({ next }) => next.type === 'bring' || next.type === 'rehearse');
        const owing = busy.map(({ place }) => place);
        // Whoever waits is told exactly who has something to do.
        for (const { next } of all) if ('places' in next) expect(next.places).toEqual(owing);
        const [turn = 0] = turns.take(1);
        const doing = busy[turn % Math.max(1, busy.length)];
        if (doing === undefined) break;
        messages += 1;
        if (doing.next.type === 'rehearse') rehearsed.add(doing.place);
        if (doing.next.type !== 'bring') continue;
        const { step } = doing.next;
        brought.set(doing.place, [...(brought.get(doing.place) ?? []), step]);
        expect(awaitedStep(state)).toBe(step);
        if (numbers.every((place) => brought.get(place)?.includes(step) === true)) {
          const next = moved(ceremonyMachine, state, 'complete');
          if (next.ok) state = next.value;
        }
      }
      expect([state, messages, rehearsed.size]).toEqual(['assembled', size * 4, size]);
    }),
  );
});

it('in a void ceremony there is nothing to do', () => {
  expect(nextStep('void', [{ place: 1, brought: ['certificate'], hasRehearsed: false }], 1)).toEqual({ type: 'none' });
});
