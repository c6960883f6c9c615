import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, sendSetup, type PagesContext } from './answers.ts';
import { StationsPage } from './pages/stations-page.tsx';
import { stationsTable } from './usecases/download-setup.ts';
import { readStationChange, stationTexts } from './usecases/read-station.ts';
import { stationsView } from './usecases/show-stations.ts';
import { changeStations } from './usecases/write-stations.ts';

const path = '/org/c/:consultation/stations';

/** Tables where people vote with help. */
export function stationRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const show = async (
    c: AppContext,
    mended: string,
    form: FormState | undefined,
    status: 200 | 409 | 422,
  ): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await stationsView(context, consultation, mended, c.var.locale);
    const state = form ?? freshForm(view.mended === null ? [] : stationTexts(view.mended));
    const isSaved = c.req.query('done') === 'saved';
    return await pages.send(
      c,
      (frame, t) => StationsPage({ staff: c.var.staff, view, frame, t, form: state, isSaved }),
      status,
    );
  };
  router.route({ method: 'GET', path, access: { act: 'control.read', on: 'consultation' } }, (c) =>
    show(c, c.req.query('mend') ?? '', undefined, 200),
  );
  router.route(
    { method: 'GET', path: `${path}/stations.csv`, access: { act: 'control.read', on: 'consultation' } },
    (c) => sendSetup(site, c, 'stations', stationsTable),
  );
  const access = { act: 'consultation.write', on: 'consultation' } as const;
  router.route({ method: 'POST', path, access }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const mended = typed.get('station') ?? '';
    const change = readStationChange(typed, consultation.languages);
    if (!change.ok) return await show(c, mended, formWith(c, typed, change.error), 422);
    const changed = await changeStations(context, consultation.id, change.value, c.var.staff.account);
    if (changed.ok) return c.redirect(`/org/c/${consultation.slug}/stations?done=saved`, 303);
    const { type } = changed.error;
    const says = translationOf(c.var.locale).stations.refused[type];
    const form = formSaying(typed, { field: 'name', says });
    return await show(c, type === 'repeated_station' ? mended : '', form, type === 'not_now' ? 409 : 422);
  });
}
