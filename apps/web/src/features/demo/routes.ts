import type { JSX } from 'preact';
import { ownPath } from '../../http/own-path.ts';
import { readForm } from '../../http/read-form.ts';
import type { PageSender } from '../../http/page-sender.ts';
import type { Router } from '../../http/router.ts';
import type { SessionCookie } from '../../http/session-cookie.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translation } from '../../i18n/translation.ts';
import type { Frame } from '../../ui/frame.ts';
import type { DemoContext } from './demo-context.ts';
import { DemoFront } from './pages/demo-guide.tsx';
import { type DemoView, demoFields } from './pages/views.ts';
import { demoView, keyFileOf } from './usecases/show-demo.ts';
import { requestDemo } from './usecases/request-demo.ts';
import { takePartIn } from './usecases/take-part.ts';

/** What another feature shows on the first page. */
type Front = (language: Locale) => Promise<{
  readonly key: string;
  readonly draw: (frame: Frame, t: Translation) => JSX.Element | null;
  readonly refresh?: number | undefined;
}>;

/** Seconds after which a page about something under way is asked for again. */
const refresh = 2;

/** Whether something ends by itself that the reader waits for. */
const isUnderWay = ({ guide, fault }: DemoView): boolean =>
  guide === undefined
    ? fault === null
    : guide.status === 'closed' ||
      (guide.status === 'tallying' && guide.opened >= guide.needed && !guide.isCounted && !guide.isTied);

/** The demo on the first page of the site, and below it what stands there otherwise. */
export const demoFront =
  (context: DemoContext, below: Front): Front =>
  async (language) => {
    const [view, rest] = [await demoView(context, language), await below(language)];
    return {
      key: JSON.stringify([view, rest.key]),
      draw: (frame, t) => DemoFront({ view, t, below: rest.draw(frame, t) }),
      refresh: isUnderWay(view) ? refresh : undefined,
    };
  };

export interface DemoSite {
  readonly context: DemoContext;
  readonly pages: PageSender;
  readonly cookie: SessionCookie;
}

/** What there is in a demo alone: parts that anybody takes, and keys that anybody downloads. */
export function demoRoutes(router: Router, { context, pages, cookie }: DemoSite): void {
  router.route({ method: 'POST', path: '/demo/parts/:account', access: 'public' }, async (c) => {
    const to = ownPath((await readForm(c)).get(demoFields.to), '/');
    const token = await takePartIn(context, c.req.param('account') ?? '', cookie.read(c));
    if (token === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    cookie.keep(c, token);
    return c.redirect(to, 303);
  });

  router.route({ method: 'POST', path: '/demo/again', access: 'public' }, async (c) => {
    await requestDemo(context);
    return c.redirect('/#try', 303);
  });

  router.route({ method: 'GET', path: '/demo/keys/:number{[1-9]}', access: 'public' }, async (c) => {
    const number = c.req.param('number') ?? '';
    const file = await keyFileOf(context, Number(number));
    if (file === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    c.header('Content-Disposition', `attachment; filename="demo-custodio-${number}.key.json"`);
    return c.body(file, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });
}
