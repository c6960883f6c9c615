import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import { translationOf } from '../i18n/translation.ts';
import { renderPage } from '../ui/document.tsx';
import type { AssetLinks, Frame } from '../ui/frame.ts';
import { type PageProblem, ProblemPage } from '../ui/problem-page.tsx';
import type { BodyStore } from './body-store.ts';
import { encodedBody, type EncodedBody, sendBody } from './encoded-body.ts';
import type { AppContext } from './router.ts';

export type PageStatus = Parameters<typeof sendBody>[2]['status'] & number;
type Page = (frame: Frame, t: Translation) => JSX.Element;

/** Renders pages and sends them. */
export interface PageSender {
  send(c: AppContext, page: Page, status?: PageStatus): Promise<Response>;
  problem(c: AppContext, problem: PageProblem, status: PageStatus): Promise<Response>;
  /**
   * Sends the page kept under the key, which names everything that it depends on but the language and the wish to
   * save data; makes and keeps it when missing. What the address asks beyond its path takes no part, so nobody can
   * fill the store with one page. The page is `undefined` when there is nothing to make it of.
   */
  sendKept(c: AppContext, key: string, make: () => Promise<Page | undefined>): Promise<Response | undefined>;
}

/** Personal and changing pages are asked for anew each time; their tag spares sending them again. */
const revalidate = 'private, no-cache';
/** Pages made once are worth a slower compression than others. */
const [keptQuality, passingQuality] = [5, 4];

export function makePageSender(assets: AssetLinks, kept: BodyStore, isDemo = false, origin = ''): PageSender {
  const render = (c: AppContext, page: Page, here: string, quality: number): EncodedBody => {
    const frame = { here, assets, saveData: savesData(c), isDemo, origin };
    return encodedBody('text/html; charset=utf-8', renderPage(page(frame, translationOf(c.var.locale))), quality);
  };
  const sender: PageSender = {
    send(c, page, status = 200) {
      const { pathname, search } = new URL(c.req.url);
      return sendBody(c, render(c, page, pathname + search, passingQuality), { status, cache: revalidate });
    },
    problem: (c, problem, status) => sender.send(c, (frame, t) => ProblemPage({ problem, frame, t }), status),
    async sendKept(c, key, make) {
      const place = `${key} ${c.var.locale} ${savesData(c)}`;
      let body = kept.get(place);
      if (body === undefined) {
        const page = await make();
        if (page === undefined) return undefined;
        body = render(c, page, new URL(c.req.url).pathname, keptQuality);
        kept.put(place, body);
      }
      return await sendBody(c, body, { cache: revalidate });
    },
  };
  return sender;
}

const savesData = (c: AppContext): boolean => c.req.header('Save-Data')?.toLowerCase() === 'on';
