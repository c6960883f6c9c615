import type { AppContext, Router } from '../../http/router.ts';
import { sendRange } from '../../http/send-range.ts';
import { archiveBytes, archiveLength, type PublicBoard, readAbout, readBoard } from './board/board-reader.ts';
import { BoardPage } from './pages/board-page.tsx';
import { CodesPage } from './pages/codes-page.tsx';
import type { NamedBoard } from './pages/views.ts';
import type { BallotsSite } from './site-context.ts';
import { namedBoard } from './usecases/board-name.ts';
import { codeGroups, fromAddress, inAddress, prefixLength, shownCode } from './usecases/code-groups.ts';

const boardPath = '/c/:consultation/contests/:contest/board';

const fresh = 'public, max-age=2';
const forEver = 'public, max-age=31536000, immutable';

/** A board that somebody asks for. */
interface AskedBoard {
  readonly contest: string;
  /** Path of its page. */
  readonly here: string;
  readonly folder: string;
  readonly board: PublicBoard;
}

/** The public board of each contest, from its files alone: it can be read while the database is away. */
export function boardRoutes(router: Router, site: BallotsSite): void {
  const get = (path: string, show: (c: AppContext, asked: AskedBoard) => Promise<Response>): void => {
    router.route({ method: 'GET', path: boardPath + path, access: 'public' }, async (c) => {
      const asked = await askedBoard(c, site);
      return asked === undefined ? await site.pages.problem(c, { type: 'not_found' }, 404) : await show(c, asked);
    });
  };
  const text = (c: AppContext, body: string, cache: string): Response =>
    c.body(body, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': cache });

  get('', (c, asked) => sendBoard(c, site, asked));
  get('/head', async (c, { board }) => text(c, board.head, fresh));
  get('/key', async (c) => text(c, `${site.ballots.context.boards.keyText}\n`, fresh));
  get('/archive.bel', async (c, { here, board }) => {
    c.header('Cache-Control', fresh);
    return c.redirect(`${here}/archives/${board.size}.bel`, 302);
  });
  get('/archives/:file', (c, asked) => sendArchive(c, site, asked));
  get('/ballots.txt', async (c, { contest, board }) => {
    const entries = await site.codes.of(contest, board.size);
    const lines = entries.map(
      ({ tracker, number, isReplaced }) => `${tracker} ${number}${isReplaced ? ' replaced' : ''}\n`,
    );
    return text(c, lines.join(''), fresh);
  });
  get('/codes', (c, asked) => sendCodes(c, site, asked, ''));
  get('/codes/:prefix', (c, asked) => sendCodes(c, site, asked, c.req.param('prefix') ?? ''));
}

async function askedBoard(c: AppContext, site: BallotsSite): Promise<AskedBoard | undefined> {
  const contest = await site.contestOf(c);
  if (contest === undefined) return undefined;
  const folder = site.ballots.context.boards.folderOf(contest);
  const here = `/c/${c.req.param('consultation') ?? ''}/contests/${contest}/board`;
  const board = (await readBoard(folder)) ?? (await publishedNow(site, contest, folder));
  return board === undefined ? undefined : { contest, here, folder, board };
}

/** The first who asks for the board of an opened contest has it published. */
async function publishedNow(site: BallotsSite, contest: string, folder: string): Promise<PublicBoard | undefined> {
  const published = await site.ballots.casting.publishing.publish(contest);
  return published.ok ? await readBoard(folder) : undefined;
}

async function sendBoard(c: AppContext, site: BallotsSite, asked: AskedBoard): Promise<Response> {
  const { contest, here, folder, board } = asked;
  const entries = await site.codes.of(contest, board.size);
  const groups = codeGroups(prefixLength(entries.length)).map((prefix) => ({
    prefix,
    href: `${here}/codes/${inAddress(prefix)}`,
  }));
  const bytes = (await archiveLength(folder, board.size)) ?? 0;
  const { slug, name, fingerprint } = await whichBoard(c, asked);
  const view = { slug, name, here, ballots: entries.length, bytes, groups, fingerprint };
  return await site.pages.send(c, (frame, t) => BoardPage({ view, frame, t }));
}

/** What the files of a board say that it is. */
async function whichBoard(
  c: AppContext,
  { folder }: AskedBoard,
): Promise<{ readonly slug: string; readonly name: NamedBoard | null; readonly fingerprint: string }> {
  const about = await readAbout(folder);
  return {
    slug: c.req.param('consultation') ?? '',
    name: namedBoard(about?.names, c.var.locale),
    fingerprint: about?.fingerprint ?? '',
  };
}

/** One page of codes: all that begin with the signs, which are as many as the size of the board asks for. */
async function sendCodes(c: AppContext, site: BallotsSite, asked: AskedBoard, given: string): Promise<Response> {
  const { contest, here, board } = asked;
  const all = await site.codes.of(contest, board.size);
  const length = prefixLength(all.length);
  const prefix = fromAddress(given, length);
  // A board that has grown asks for more signs, and never for so few ballots that they would tell who asks.
  if (prefix === undefined) return c.redirect(length === 0 && given !== '' ? `${here}/codes` : here, 302);
  const entries = all
    .filter(({ tracker }) => tracker.startsWith(prefix))
    .map((entry) => ({ ...entry, shown: shownCode(entry.tracker) }));
  const { slug, name } = await whichBoard(c, asked);
  const view = { slug, name, board: here, prefix, entries };
  return await site.pages.send(c, (frame, t) => CodesPage({ view, frame, t }));
}

/** Sends the archive of so many events, whole or in part: these bytes never change, so a download goes on any time. */
async function sendArchive(
  c: AppContext,
  site: BallotsSite,
  { folder, board, contest }: AskedBoard,
): Promise<Response> {
  const size = Number(/^([1-9]\d{0,8})\.bel$/u.exec(c.req.param('file') ?? '')?.[1] ?? 0);
  const length = size === 0 || size > board.size ? undefined : await archiveLength(folder, size);
  if (length === undefined) return await site.pages.problem(c, { type: 'not_found' }, 404);
  return sendRange(c, {
    ...{ name: 'archive.bel', type: 'application/x-tar', bytes: length, etag: `"${contest}-${size}"`, cache: forEver },
    pieces: (start, end) => archiveBytes(folder, start, end),
  });
}
