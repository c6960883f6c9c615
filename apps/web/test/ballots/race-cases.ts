import { afterAll, describe, expect, it } from 'vitest';
import { openBallotsRoom } from './ballots-room.ts';
import {
  castAgainstClose,
  castAgainstReplacement,
  castThroughBoth,
  manyBallots,
  openRivals,
  sameBallot,
} from './races.ts';

const upTo = (count: number, from = 1): readonly number[] => Array.from({ length: count }, (_, i) => i + from);

/** The races of casting between two servers on one database, each so many times. */
export async function raceCases(runs: number): Promise<void> {
  const room = await openBallotsRoom();
  const rivals = await openRivals(room);
  afterAll(() => room.close());

  describe(`two servers, each race ${runs} times`, () => {
    it('record a ballot that is cast a thousand times at once as one event', async () => {
      for (let run = 0; run < runs; run++) {
        const { isNew, heights } = await sameBallot(rivals);
        expect([isNew, [...heights]], `run ${run}`).toEqual([1, [1]]);
      }
    });

    it('record a thousand ballots of one credential without a gap in heights and revisions, and count one', async () => {
      for (let run = 0; run < runs; run++) {
        const { heights, revisions, counted } = await manyBallots(rivals);
        expect(heights, `run ${run}`).toEqual(upTo(1000));
        expect(revisions, `run ${run}`).toEqual(upTo(1000));
        expect(counted, `run ${run}`).toEqual([1000]);
      }
    });

    it('record no ballot behind the end of the vote, and tell each voter the truth', async () => {
      for (let run = 0; run < runs; run++) {
        expect(await castAgainstClose(rivals, run % 40), `run ${run}`).toEqual([]);
      }
    });

    it('let either the lost letter or the one in its place vote, never both', async () => {
      for (let run = 0; run < runs; run++) {
        const { cast, replaced, spare } = await castAgainstReplacement(rivals, run % 4);
        const outcome = `${cast}, ${replaced}, ${spare}`;
        expect(['cast, credential_used, void_credential', 'void_credential, replaced, cast'], `run ${run}`).toContain(
          outcome,
        );
      }
    });

    it('answer real ballots that both are sent with one place each', async () => {
      const { heights } = await castThroughBoth(rivals, 20);
      expect(heights).toEqual(upTo(24));
    });
  });
}
