import { idIn, pageIn } from '../../http/address-parts.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendTable } from '../../http/send-table.ts';
import { notFound, type ResultsSite } from './answers.ts';
import { savedName } from './pages/check-file.tsx';
import { ContestResultPage } from './pages/contest-page.tsx';
import { OptionResultPage } from './pages/option-page.tsx';
import { ProtocolPage } from './pages/protocol-page.tsx';
import { LotsPage, RefusedResultPage, WaitingPage } from './pages/short-pages.tsx';
import { TerritoryResultPage } from './pages/territory-page.tsx';
import type { Shown } from './usecases/published-result.ts';
import { protocolView } from './usecases/show-protocol.ts';
import { resultTable } from './usecases/result-tables.ts';
import { contestResult, territoryResult } from './usecases/show-result.ts';
import { lotsView } from './usecases/show-lots.ts';

/** Results as everybody reads them. */
export function publicRoutes(router: Router, site: ResultsSite): void {
  const { context, pages } = site;
  const slugIn = (c: AppContext): string => c.req.param('consultation') ?? '';

  async function answer<View>(
    c: AppContext,
    shown: Shown<View>,
    show: (view: View) => Promise<Response>,
  ): Promise<Response> {
    switch (shown.type) {
      case 'shown':
        return await show(shown.view);
      case 'refused':
        c.header('Cache-Control', 'no-store');
        return await pages.send(c, (frame, t) => RefusedResultPage({ view: shown.view, frame, t }), 503);
      case 'not_yet': {
        const { slug, title, closesAt, zone } = shown.consultation;
        const view = { slug, title: title[c.var.locale] ?? Object.values(title)[0] ?? '' };
        const due = { zone, lateSince: shown.isLate ? closesAt.toISOString() : null, delays: shown.delays };
        return await pages.send(c, (frame, t) => WaitingPage({ view, frame, t, waits: 'result', due }), 404);
      }
      case 'annulled':
        return c.redirect(`/c/${slugIn(c)}#annulled`, 303);
      case 'unknown':
        return await notFound(site, c);
    }
  }

  const territory = async (c: AppContext, code: string | null): Promise<Response> => {
    const asked = { page: pageIn(c, 'p'), contestsPage: pageIn(c, 'q'), language: c.var.locale };
    return await answer(c, await territoryResult(context, slugIn(c), code, asked), (view) =>
      pages.send(c, (frame, t) => TerritoryResultPage({ view, frame, t })),
    );
  };
  router.route({ method: 'GET', path: '/c/:consultation/result', access: 'public' }, (c) => territory(c, null));
  router.route({ method: 'GET', path: '/c/:consultation/result/:code', access: 'public' }, (c) =>
    territory(c, c.req.param('code') ?? ''),
  );

  router.route({ method: 'GET', path: '/c/:consultation/protocol', access: 'public' }, async (c) => {
    const asked = { page: pageIn(c, 'p'), language: c.var.locale };
    return await answer(c, await protocolView(context, slugIn(c), asked), (view) =>
      pages.send(c, (frame, t) => ProtocolPage({ view, frame, t })),
    );
  });

  for (const [path, table, name] of [
    ['result', 'territories', ''],
    ['result-contests', 'contests', '-contests'],
    ['result-options', 'options', '-options'],
  ] as const) {
    router.route({ method: 'GET', path: `/c/:consultation/${path}.csv`, access: 'public' }, async (c) => {
      const asked = { code: c.req.query('territory'), language: c.var.locale };
      return await answer(c, await resultTable(context, slugIn(c), table, asked), (pieces) => {
        c.header('Cache-Control', 'public, no-cache');
        return Promise.resolve(sendTable(c, `${savedName(slugIn(c), asked.code ?? null)}-result${name}.csv`, pieces));
      });
    });
  }

  const result = '/c/:consultation/contests/:contest/result';
  const ofContest = async (c: AppContext) => {
    const id = idIn(c, 'contest');
    if (id === undefined) return { type: 'unknown' } as const;
    return await contestResult(context, slugIn(c), id, c.var.locale);
  };
  router.route({ method: 'GET', path: result, access: 'public' }, async (c) =>
    answer(c, await ofContest(c), (view) => pages.send(c, (frame, t) => ContestResultPage({ view, frame, t }))),
  );
  router.route({ method: 'GET', path: `${result}/projects/:number`, access: 'public' }, async (c) =>
    answer(c, await ofContest(c), async (view) => {
      const { report } = view;
      const project = report?.projects.find(({ id }) => id === c.req.param('number'));
      if (report === null || project === undefined) return await notFound(site, c);
      return await pages.send(c, (frame, t) => OptionResultPage({ view, frame, t, report, project }));
    }),
  );

  router.route({ method: 'GET', path: '/c/:consultation/lots', access: 'public' }, async (c) => {
    const view = await lotsView(context, slugIn(c), c.var.locale);
    if (view === undefined) return await notFound(site, c);
    return await pages.send(c, (frame, t) => LotsPage({ view, frame, t }));
  });
}
