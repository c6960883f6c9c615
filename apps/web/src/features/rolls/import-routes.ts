import { dateOrders, encodings, separators } from '@convite/domain';
import { idIn } from '../../http/address-parts.ts';
import { readUpload, type UploadForm } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendTable } from '../../http/send-table.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { rollProblemsCsv } from './downloads/problems-csv.ts';
import { BringPage } from './pages/bring-page.tsx';
import { ImportPage } from './pages/import-page.tsx';
import { type ImportView, rollAddress } from './pages/views.ts';
import { maximumRollBytes, type PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { requestApply, withdrawImport } from './usecases/apply-import.ts';
import { bringRoll } from './usecases/bring-roll.ts';
import { importProblems, showImport, type ShownImport } from './usecases/show-roll.ts';

const path = '/org/c/:consultation/roll/import';
const importPath = '/org/c/:consultation/roll/imports/:id';
const access = { act: 'roll.import', on: 'consultation' } as const;

/** Bringing the file of a roll, following it, applying it or letting it go. */
export function importRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, (head) => sendForm(site, c, head, new Map(), null, 200)),
  );
  router.route({ method: 'POST', path, access, boundsBody: true }, (c) =>
    withConsultation(site, c, (head) => context.work.use((place) => bring(site, c, head, place.path('upload')))),
  );
  router.route({ method: 'GET', path: importPath, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const id = idIn(c, 'id');
      const shown = id === undefined ? undefined : await showImport(context, head.id, id);
      if (shown === undefined) return pages.problem(c, { type: 'not_found' }, 404);
      const view = importView(head, shown);
      if (['queued', 'reading', 'applying'].includes(view.state)) c.header('Refresh', '3');
      return pages.send(c, (frame, t) => ImportPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${importPath}/problems.csv`, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const id = idIn(c, 'id');
      const problems = id === undefined ? undefined : await importProblems(context, head.id, id);
      if (problems === undefined) return pages.problem(c, { type: 'gone' }, 404);
      const table = rollProblemsCsv(problems, translationOf(c.var.locale));
      return sendTable(c, `${head.slug}-roll-problems.csv`, table);
    }),
  );
  const acts = { apply: requestApply, withdraw: withdrawImport } as const;
  for (const act of ['apply', 'withdraw'] as const) {
    router.route({ method: 'POST', path: `${importPath}/${act}`, access }, (c) =>
      withConsultation(site, c, async (head) => {
        const id = idIn(c, 'id');
        if (id === undefined) return pages.problem(c, { type: 'not_found' }, 404);
        // Whatever it answers, the page of the file says how it stands.
        await acts[act](context, head.id, id, c.var.staff.account);
        return c.redirect(`${rollAddress(head)}/imports/${id}`, 303);
      }),
    );
  }
}

async function bring(site: PagesContext, c: AppContext, head: RolledConsultation, path_: string): Promise<Response> {
  const form = await readUpload(c, path_, maximumRollBytes);
  if (!form.ok) {
    const isTooLarge = form.error === 'too_large';
    const says = ({ rolls, format }: Translation): string =>
      isTooLarge ? rolls.fileTooLarge(format.bytes(maximumRollBytes)) : rolls.fileBroken;
    return sendForm(site, c, head, new Map(), ['file', says], isTooLarge ? 413 : 400);
  }
  const { fields, file } = form.value;
  if (file === undefined || file.bytes === 0) {
    return sendForm(site, c, head, fields, ['file', ({ rolls }) => rolls.fileMissing], 400);
  }
  const dates = dateOrders.find((order) => order === fields.get('dates'));
  if (dates === undefined) return sendForm(site, c, head, fields, ['dates', ({ rolls }) => rolls.datesMissing], 400);
  const brought = await bringRoll(site.context, head, {
    path: path_,
    name: file.name,
    declared: {
      dates,
      encoding: encodings.find((encoding) => encoding === fields.get('encoding')) ?? null,
      separator: separators.find((separator) => separator === fields.get('separator')) ?? null,
    },
    part: (fields.get('part') ?? '').trim(),
    by: c.var.staff.account,
  });
  if (brought.ok) return c.redirect(`${rollAddress(head)}/imports/${brought.value}`, 303);
  const { type } = brought.error;
  if (type === 'unknown_part') return sendForm(site, c, head, fields, ['part', ({ rolls }) => rolls.partUnknown], 400);
  return sendForm(site, c, head, fields, ['file', ({ rolls }) => rolls.bringRefusals[type]], 409);
}

function sendForm(
  { pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  fields: UploadForm['fields'],
  problem: readonly [field: string, says: (t: Translation) => string] | null,
  status: 200 | 400 | 409 | 413,
): Promise<Response> {
  const problems = problem === null ? [] : [{ field: problem[0], says: problem[1](translationOf(c.var.locale)) }];
  const form = { ...freshForm(fields), problems };
  const view = { view: head, staff: c.var.staff, maximumBytes: maximumRollBytes };
  return pages.send(c, (frame, t) => BringPage({ ...view, form, frame, t }), status);
}

function importView(head: RolledConsultation, { given, problems, hasTable }: ShownImport): ImportView {
  const { added, removed, changed, same } = given;
  const isCompared = added !== null && removed !== null && changed !== null && same !== null;
  return {
    head,
    id: given.id,
    state: given.status,
    sourceName: given.sourceName,
    partName: given.partName,
    progress: given.progress,
    ignored: given.ignored ?? [],
    difference: isCompared ? { added, removed, changed, same } : null,
    problems,
    problemCount: given.problemCount ?? 0,
    hasTable,
  };
}
