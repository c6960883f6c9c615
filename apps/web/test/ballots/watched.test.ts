import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Link } from './link-attack.ts';
import { openWatchedSite, voters, type Watched, type WatchedSite, watchVote } from './watched-vote.ts';

/** Hundreds of pages are read after each ballot: that takes as long as the machine is busy with other things. */
const longest = 1_800_000;

let watched: WatchedSite;
beforeAll(async () => {
  watched = await openWatchedSite();
}, longest);
afterAll(() => watched.close());

describe('whoever sees all pages of everybody and of every role, the log of the server, its files and its database', () => {
  it(
    'after each vote, puts nobody together with any ballot, failures and codes by e-mail included',
    async () => {
      const { links, broken } = await watchVote(watched, false);
      expect(links).toEqual([]);
      expect(broken).toEqual([]);
    },
    longest,
  );

  describe('in a vote that gives everyone away', () => {
    let leaking: Watched;
    beforeAll(async () => {
      leaking = await watchVote(watched, true);
    }, longest);
    const found = (links: readonly Link[], source: string): number =>
      new Set(
        links
          .filter((link) => link.source === source && leaking.truth.get(link.person) === link.ballot)
          .map(({ person }) => person),
      ).size;

    it.each([
      ['a line of the trail that anybody reads', 'page at the moment'],
      ['a header of an answer', 'header at the moment'],
      ['what the server logs of a failure', 'log at the moment'],
      ['a note beside the database', 'file at the moment'],
      ['the order of the notes alone', 'order in the file'],
    ])('finds them by %s', (_, source) => {
      expect(found(leaking.links, source)).toBe(voters);
    });

    it('finds them by hashes whose key stands in the database', () => {
      expect(found(leaking.linksByQuestions, 'order of transactions')).toBe(voters);
    });
  });
});
