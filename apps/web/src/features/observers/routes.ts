import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import { makePace } from '../../http/pace.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { ownOrigin } from '../../http/same-origin.ts';
import { csvType } from '../../http/send-table.ts';
import { streamOf } from '../../http/sent-pieces.ts';
import type { ObserversSite } from './observers-context.ts';
import { ObservePage } from './pages/observe-page.tsx';
import { boardsFile } from './usecases/boards-files.ts';
import { publicData } from './usecases/public-data.ts';
import { observeView } from './usecases/show-observed.ts';

const path = '/c/:consultation/observe';

/** One request has the server read every board: whoever keeps a copy of each minute asks no more often. */
const mostOfAll = { most: 60, milliseconds: 60 * 60_000 } as const;

/** The page of observers, public like all that it leads to, and lists of boards for programs that copy them. */
export function observersRoutes(router: Router, { context, pages, publicOrigin, ask, now }: ObserversSite): void {
  const pace = makePace(mostOfAll);
  const slugIn = (c: AppContext): string => c.req.param('consultation') ?? '';
  router.route({ method: 'GET', path, access: 'public' }, async (c) => {
    const view = await observeView(context, slugIn(c), c.var.locale);
    if (view === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    return await pages.send(c, (frame, t) => ObservePage({ view, frame, t }));
  });
  for (const [form, file, type] of [
    ['table', 'boards.csv', csvType],
    ['addresses', 'boards.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    router.route({ method: 'GET', path: `${path}/${file}`, access: 'public' }, async (c) => {
      const slug = slugIn(c);
      const asked = { slug, origin: ownOrigin(c, publicOrigin), language: c.var.locale };
      const text = await boardsFile(context, form, asked);
      if (text === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
      c.header('Content-Disposition', `attachment; filename="${slug}-${file}"`);
      return await sendBody(c, encodedBody(type, text, 4), { cache: 'public, max-age=2' });
    });
  }
  router.route({ method: 'GET', path: `${path}/everything.zip`, access: 'public' }, async (c) => {
    const slug = slugIn(c);
    if (!pace.admits(c.var.visitor(), now())) return pages.problem(c, { type: 'too_many_requests', minutes: 60 }, 429);
    const host = c.req.header('Host') ?? '';
    const asked = { slug, language: c.var.locale };
    const pieces = await publicData(
      context,
      asked,
      async (address, headers) => await ask(address, { ...headers, host }),
    );
    if (pieces === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    return c.body(streamOf(pieces), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${slug}-everything.zip"`,
      'Cache-Control': 'no-store',
    });
  });
}
