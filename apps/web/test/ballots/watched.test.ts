import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWatchedSite, type Voter, voters, type Watched, type WatchedSite, watchVote } from './watched-vote.ts';

let watched: WatchedSite;
beforeAll(async () => {
  watched = await openWatchedSite();
});
afterAll(() => watched.close());

describe('whoever sees every page as everybody does and as every role, the log of the server, its files and its database', () => {
  it('after each vote, puts nobody together with any ballot, failures and codes by e-mail included', async () => {
    const { links } = await watchVote(watched, false);
    expect(links).toEqual([]);
  });

  describe('in a vote that gives everyone away', () => {
    let leaking: Watched;
    beforeAll(async () => {
      leaking = await watchVote(watched, true);
    });

    it.each<readonly [what: string, source: string, name: (voter: Voter) => string]>([
      ['a line of the trail that anybody reads', 'page at the moment', ({ name }) => name],
      ['a header of an answer', 'header at the moment', ({ id }) => id],
      ['what the server logs of a failure', 'log at the moment', ({ address }) => address],
      ['a note beside the database', 'file at the moment', ({ address }) => address],
      ['the order of the notes alone', 'order in the file', ({ address }) => address],
      ['a hash by the key that stands in the database', 'order of transactions', ({ question }) => question],
    ])('finds them by %s', async (_, source, name) => {
      const found = (await leaking.linksBy(name)).filter(
        (link) => link.source === source && leaking.truth.get(link.person) === link.ballot,
      );
      expect(new Set(found.map(({ person }) => person)).size).toBe(voters);
    });
  });
});
