import { idIn } from '../../http/address-parts.ts';
import { readUpload } from '../../http/read-upload.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendTable } from '../../http/send-table.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, type PagesContext } from './answers.ts';
import { optionProblemsCsv } from './downloads/problems-csv.ts';
import { FreezePage } from './pages/freeze-page.tsx';
import { OptionsPage } from './pages/options-page.tsx';
import type { OptionsView } from './pages/views.ts';
import { freezeView, proposeFreezing } from './usecases/freeze-rules.ts';
import { importOptions, optionProblems } from './usecases/import-options.ts';
import { headOf, templateLines } from './usecases/show-consultation.ts';

const room = '/org/c/:consultation';
const read = { act: 'control.read', on: 'consultation' } as const;
/** So many problems of a table are shown; the rest is counted. */
const mostProblems = 200;
const toldTableBytes = 32_000_000;
/** 36,674 options take some 8 MB. */
const maximumTableBytes = 32 * 1024 * 1024;

/** The table of options, and freezing. */
export function freezingRoutes(router: Router, site: PagesContext): void {
  optionsRoutes(router, site);
  optionProblemsRoute(router, site);
  freezeRoutes(router, site);
}

type Shown = Pick<OptionsView, 'problems' | 'more' | 'list' | 'loaded'>;
const nothingYet: Shown = { problems: [], more: 0, list: null, loaded: null };

function optionsRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/options`;
  const show = async (
    c: AppContext,
    shown: Shown,
    form: FormState,
    status: 200 | 400 | 409 | 413 | 422,
  ): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const { locale } = c.var;
    const templates = await templateLines(context, consultation.id, locale);
    const view = { ...shown, head: headOf(consultation, locale), templates, maximumBytes: toldTableBytes };
    return await pages.send(c, (frame, t) => OptionsPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, nothingYet, freshForm(), 200));
  const access = { act: 'contest.write', on: 'consultation' } as const;
  router.route({ method: 'POST', path, access, boundsBody: true }, (c) =>
    context.work.use(async (place) => {
      const consultation = await askedOf(site, c);
      if (consultation === undefined) return notFound(site, c);
      const form = await readUpload(c, place.path('options'), maximumTableBytes);
      if (!form.ok) {
        const isTooLarge = form.error === 'too_large';
        const state = formWith(c, new Map(), [{ field: 'file', code: isTooLarge ? 'too_large' : 'file' }]);
        return show(c, nothingYet, state, isTooLarge ? 413 : 400);
      }
      const { fields, file } = form.value;
      if (file === undefined || file.bytes === 0) {
        return show(c, nothingYet, formWith(c, fields, [{ field: 'file', code: 'file' }]), 422);
      }
      const imported = await importOptions(
        context,
        consultation,
        fields.get('template') ?? '',
        { path: place.path('options'), declared: { encoding: null, separator: null } },
        c.var.staff.account,
      );
      if (imported.ok) return show(c, { ...nothingYet, loaded: imported.value }, freshForm(fields), 200);
      const { error } = imported;
      if (error.type === 'unreadable') {
        const problems = error.problems.slice(0, mostProblems);
        return show(
          c,
          { problems, more: error.problems.length - problems.length, list: error.list, loaded: null },
          freshForm(fields),
          422,
        );
      }
      if (error.type === 'unknown_template') {
        return show(c, nothingYet, formWith(c, fields, [{ field: 'template', code: 'template' }]), 422);
      }
      const t = translationOf(c.var.locale);
      const says = error.type === 'not_draft' ? t.controlRoom.notDraft : t.drafts[error.type];
      return show(c, nothingYet, formSaying(fields, { field: 'file', says }), 409);
    }),
  );
}

/** All that was wrong with a table of options. */
function optionProblemsRoute(router: Router, site: PagesContext): void {
  const path = `${room}/options/problems/:id/problems.csv`;
  const access = { act: 'contest.write', on: 'consultation' } as const;
  router.route({ method: 'GET', path, access }, async (c) => {
    const [consultation, id] = [await askedOf(site, c), idIn(c, 'id')];
    if (consultation === undefined || id === undefined) return notFound(site, c);
    const problems = await optionProblems(site.context, consultation.id, id);
    if (problems === undefined) return site.pages.problem(c, { type: 'gone' }, 404);
    const t = translationOf(c.var.locale);
    return sendTable(c, `${consultation.slug}-options-problems.csv`, optionProblemsCsv(problems, t));
  });
}

function freezeRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/freeze`;
  const show = async (c: AppContext, form: FormState, status: 200 | 422): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await freezeView(context, consultation, c.var.locale);
    return await pages.send(c, (frame, t) => FreezePage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, freshForm(), 200));
  const access = { act: 'rule.freeze', on: 'consultation' } as const;
  router.route({ method: 'POST', path, access }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const by = c.var.staff.account;
    const proposed = await proposeFreezing(context, consultation.id, typed.get('reason') ?? '', by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const says = translationOf(c.var.locale).consultations.acts.refused[proposed.error.type];
    return show(c, formSaying(typed, { field: 'reason', says }), 422);
  });
}
