import { idIn } from '../../http/address-parts.ts';
import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import { sendShortTable, sendTable } from '../../http/send-table.ts';
import type { JSX } from 'preact';
import type { Router } from '../../http/router.ts';
import type { Translation } from '../../i18n/translation.ts';
import type { Frame } from '../../ui/frame.ts';
import { notFound, publicOf, searchIn, type PagesContext } from './answers.ts';
import { ConsultationList, ConsultationPage, PublicContestPage, RulesPage } from './pages/public-pages.tsx';
import { contestView, listConsultations } from './usecases/show-consultation.ts';
import { publicContests, publicOptions } from './usecases/public-tables.ts';
import { consultationView, ruleText, rulesView } from './usecases/show-public.ts';

/** Consultations on the first page of the site; kept as long as none of them changes. */
export const consultationsFront =
  (context: PagesContext['context']) =>
  async (language: string): Promise<{ key: string; draw: (frame: Frame, t: Translation) => JSX.Element | null }> => {
    const list = await listConsultations(context, language);
    return { key: JSON.stringify(list), draw: (_frame, t) => ConsultationList({ list, t }) };
  };

/** Consultations as everyone sees them, from the freezing of their rules on. */
export function publicRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: '/c/:consultation', access: 'public' }, async (c) => {
    const consultation = await publicOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await consultationView(context, consultation, searchIn(c), c.var.locale);
    return pages.send(c, (frame, t) => ConsultationPage({ view, frame, t }));
  });

  router.route({ method: 'GET', path: '/c/:consultation/contests.csv', access: 'public' }, async (c) => {
    const consultation = await publicOf(site, c);
    const { words } = searchIn(c);
    const table = consultation && (await publicContests(context, consultation, words));
    if (consultation === undefined || table === undefined) return notFound(site, c);
    return sendShortTable(c, `${consultation.slug}-contests.csv`, table, 'public, no-cache');
  });

  router.route({ method: 'GET', path: '/c/:consultation/options.csv', access: 'public' }, async (c) => {
    const consultation = await publicOf(site, c);
    const { words } = searchIn(c);
    const pieces = consultation && (await publicOptions(context, consultation, words));
    if (consultation === undefined || pieces === undefined) return notFound(site, c);
    c.header('Cache-Control', 'public, no-cache');
    return sendTable(c, `${consultation.slug}-options.csv`, pieces);
  });

  router.route({ method: 'GET', path: '/c/:consultation/rules', access: 'public' }, async (c) => {
    const consultation = await publicOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await rulesView(context, consultation, c.var.locale);
    return pages.send(c, (frame, t) => RulesPage({ view, frame, t }));
  });

  router.route(
    { method: 'GET', path: '/c/:consultation/rules/:file{[0-9a-f]{64}\\.json}', access: 'public' },
    async (c) => {
      const consultation = await publicOf(site, c);
      const hash = (c.req.param('file') ?? '').slice(0, 64);
      const text = consultation === undefined ? undefined : await ruleText(context, consultation.id, hash);
      if (text === undefined) return notFound(site, c);
      return sendBody(c, encodedBody('application/json', text, 5), { cache: 'public, max-age=31536000, immutable' });
    },
  );

  router.route({ method: 'GET', path: '/c/:consultation/contests/:contest', access: 'public' }, async (c) => {
    const [consultation, id] = [await publicOf(site, c), idIn(c, 'contest')];
    const view =
      consultation === undefined || id === undefined
        ? undefined
        : await contestView(context, consultation, id, c.var.locale);
    // What was annulled before it was frozen nobody has put to the vote.
    if (view === undefined || (view.status === 'annulled' && !view.isFrozen)) return notFound(site, c);
    return pages.send(c, (frame, t) => PublicContestPage({ view, frame, t }));
  });
}
