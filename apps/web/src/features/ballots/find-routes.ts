import type { Router } from '../../http/router.ts';
import { sendBody, encodedBody } from '../../http/encoded-body.ts';
import { BoardsPage } from './pages/boards-page.tsx';
import type { BallotsSite } from './site-context.ts';
import { findBoards } from './usecases/find-boards.ts';

/** The way from a consultation to one's own ballot, and the data of an election, byte for byte. */
export function findRoutes(router: Router, site: BallotsSite): void {
  const { pages, ballots } = site;
  router.route({ method: 'GET', path: '/c/:consultation/find-my-vote', access: 'public' }, async (c) => {
    const slug = c.req.param('consultation') ?? '';
    const search = (c.req.query('territory') ?? '').trim().slice(0, 100);
    const found = await findBoards(ballots.context, slug, search, c.var.locale);
    if (found === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    const [only] = found.boards;
    const hrefOf = (contest: string): string => `/c/${slug}/contests/${contest}/board`;
    if (only !== undefined && found.boards.length === 1 && search === '') return c.redirect(hrefOf(only.contest), 302);
    const boards = found.boards.map(({ contest, ...name }) => ({ ...name, href: hrefOf(contest) }));
    const view = { slug, title: found.title, search, boards, isCut: found.isCut };
    return await pages.send(c, (frame, t) => BoardsPage({ view, frame, t }));
  });
  const path = '/c/:consultation/contests/:contest/election.json';
  router.route({ method: 'GET', path, access: 'public' }, async (c) => {
    const contest = await site.contestOf(c);
    const election = contest === undefined ? undefined : await ballots.casting.elections.of(contest);
    if (election === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    // Until the opening a set-up may be brought anew; the tag tells.
    return await sendBody(c, encodedBody('application/json', election.text, 5), { cache: 'public, no-cache' });
  });
}
