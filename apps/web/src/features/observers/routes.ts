import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { ownOrigin } from '../../http/same-origin.ts';
import { csvType } from '../../http/send-table.ts';
import type { ObserversSite } from './observers-context.ts';
import { ObservePage } from './pages/observe-page.tsx';
import { boardsFile } from './usecases/boards-files.ts';
import { observeView } from './usecases/show-observed.ts';

const path = '/c/:consultation/observe';

/** The page of observers, public like all that it leads to, and lists of boards for programs that copy them. */
export function observersRoutes(router: Router, { context, pages, publicOrigin }: ObserversSite): void {
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
}
