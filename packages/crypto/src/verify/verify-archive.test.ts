import { describe, expect, it } from 'vitest';
import { utf8 } from '../board/archive.fixture.ts';
import { bytesSource } from '../board/archive-source.ts';
import { completeElections } from './complete-election.fixture.ts';
import { testMachine } from './machine.fixture.ts';
import { archiveOfEvents } from './tampered-archive.fixture.ts';
import { verifyArchive } from './verify-archive.ts';

const verify = (bytes: Uint8Array) => verifyArchive(testMachine, bytesSource(bytes));

describe('the answer of the verifier', () => {
  it('tells what is no archive from what is refused', async () => {
    const nothing = { answer: 'not_an_archive', events: 0, state: undefined, head: undefined, election: undefined };
    for (const text of ['', 'a letter', '{"version":1}']) expect(await verify(utf8(text))).toMatchObject(nothing);
    expect(await verify(archiveOfEvents([]))).toMatchObject({ answer: 'refused', events: 0, election: undefined });
  });

  it('names the place of a failure, the whole archive where there is none closer', async () => {
    const { checks } = await verify(archiveOfEvents([]));
    expect(checks.failures.map(({ check, place }) => [check, place])).toEqual([['chain.order', 'archive']]);
    const twice = completeElections.totals.events.flatMap((event) => [event, event]).slice(0, 2);
    const second = await verify(archiveOfEvents(twice));
    expect(second.checks.failures.map(({ place }) => place)).toEqual([
      expect.stringMatching(/^event 1, .*byte [0-9]+$/u),
    ]);
  });

  it('says where an accepted election stands, at each of its events', async () => {
    const { events, plan } = completeElections.threshold;
    const states: (string | undefined)[] = [];
    for (let length = 1; length <= events.length; length++) {
      const verification = await verify(archiveOfEvents(events.slice(0, length)));
      expect(verification).toMatchObject({ answer: 'accepted', events: length, election: { name: plan.name } });
      states.push(verification.state);
    }
    const expected = ['voting', 'closed', 'tallied', 'shuffling', 'shuffled', 'decrypting', 'finished'];
    expect([...new Set(states)]).toEqual(expected);
  });
});
