import { readAbout } from './board/board-reader.ts';
import { makeCodeLists } from './board/code-list.ts';
import type { Ballots } from './open-ballots.ts';
import type { BallotsSite } from './site-context.ts';
import { contestAddresses } from './usecases/contest-addresses.ts';

/** What the routes of ballots answer with, on an open room. */
export function openBallotsSite(
  ballots: Ballots,
  pages: BallotsSite['pages'],
  onFault: BallotsSite['onFault'],
): BallotsSite {
  const { boards } = ballots.context;
  const belongs = contestAddresses(ballots.context, async (contest) => {
    return (await readAbout(boards.folderOf(contest)))?.consultation;
  });
  return {
    ballots,
    codes: makeCodeLists(boards.folderOf),
    pages,
    onFault,
    async contestOf(c) {
      const [slug = '', contest = ''] = [c.req.param('consultation'), c.req.param('contest')];
      return (await belongs(slug, contest)) ? contest : undefined;
    },
  };
}
