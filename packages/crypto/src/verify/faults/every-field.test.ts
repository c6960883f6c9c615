import { describe, expect, it } from 'vitest';
import { completeElection, completeElections, onElection } from '../complete-election.fixture.ts';
import { sideOf } from '../../strict/side.fixture.ts';
import { type AlteredEvents, everyField } from './every-field.fixture.ts';
import { archiveOfEvents, failedChecksOf } from '../tampered-archive.fixture.ts';

const { totals, threshold } = completeElections;

/** Every kind of question, of trustee and of event, in an election small enough to be altered field by field. */
const small = await completeElection('every field', {
  ...threshold.plan,
  questions: [...totals.plan.questions, ...threshold.plan.questions.slice(1)],
  trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 3 }],
  voters: 2,
  revotes: 1,
});
const group = onElection(small, (election) => ({ of: election.group })).of;

/** The places at which an alteration goes unseen, with what the hashes say of it recomputed. */
async function unseenIn(events: typeof small.events, kind: 'leaf' | 'shape') {
  const altered = everyField(group, events, kind);
  const unseen: AlteredEvents[] = [];
  for (const one of altered) {
    const failed = await failedChecksOf(archiveOfEvents(one.events));
    if (failed.length === 0) unseen.push(one);
  }
  return { count: altered.length, unseen, places: unseen.map(({ at }) => at) };
}

describe('of a complete election every field of every record, altered alone and everything linked again, is refused', () => {
  /** An alteration that the format allows is refused where our own policy is asked for, with the side file. */
  async function expectStrictRefusal(unseen: readonly AlteredEvents[]): Promise<void> {
    const side = await sideOf(small);
    expect(await failedChecksOf(archiveOfEvents(small.events), { isStrict: true, side })).toEqual([]);
    for (const { at, events } of unseen) {
      expect(await failedChecksOf(archiveOfEvents(events), { isStrict: true, side }), at).toContain('side.sections');
    }
  }

  it('whatever value it has, but for who made the last shuffle, which nobody signs in this format', async () => {
    const { count, unseen, places } = await unseenIn(small.events, 'leaf');
    expect(places).toEqual(['7 Shuffle amounts']);
    expect(count).toBeGreaterThan(400);
    await expectStrictRefusal(unseen);
  });

  it('and so is a field or an entry more or less, but for the additions to ceremonies that the format lets out', async () => {
    const { count, unseen, places } = await unseenIn(small.events, 'shape');
    expect(places).toEqual([
      'trustees[1][1]',
      'trustees[1][1].verification_keys[0]',
      'trustees[1][1].verification_keys[1]',
      'trustees[1][1].verification_keys[2]',
    ]);
    expect(count).toBeGreaterThan(400);
    await expectStrictRefusal(unseen);
  });
});

describe('of an election without a ballot', () => {
  const setup = small.events.slice(0, 1);

  it('what nobody has signed or proven anything about can be altered, and an earlier archive alone shows it', async () => {
    const { places } = await unseenIn(setup, 'leaf');
    // Texts, limits and identifier are bound by the first ballot, which names their hash; a credential by its ballot.
    const bound = /^election\.(?:description|name|uuid|questions)|^credentials\[[01]\]$/u;
    expect(places.filter((at) => !bound.test(at))).toEqual([]);
    expect(places).toContain('election.name');
    const earlier = archiveOfEvents(setup);
    for (const { at, events } of everyField(group, setup, 'leaf')) {
      const failed = await failedChecksOf(archiveOfEvents(events), { earlier });
      expect(failed, at).toContain('earlier.extends');
    }
  });
});
