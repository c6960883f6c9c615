import { encodings, separators } from '@convite/domain';
import { readUpload, type UploadForm } from '../../http/read-upload.ts';
import { idIn } from '../../http/address-parts.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable, sendTable } from '../../http/send-table.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { freshForm } from '../../ui/form.tsx';
import { territoryProblemsCsv } from './downloads/problems-csv.ts';
import { treeChangesCsv } from './downloads/tables.ts';
import { ImportPage } from './pages/import-page.tsx';
import { PreviewPage } from './pages/preview-page.tsx';
import { treeAddress } from './pages/tree-page.tsx';
import type { PreviewView, ProblemList } from './pages/views.ts';
import { maximumImportBytes, type PagesContext } from './pages-context.ts';
import { applyImport } from './usecases/apply-import.ts';
import { bringTerritories, type TerritoriesRefusal, territoryProblems } from './usecases/bring-territories.ts';
import { showImport } from './usecases/show-import.ts';

const access = { act: 'territory.import', on: 'installation' } as const;
/** So many problems of a file are shown; the rest is counted. */
const mostProblems = 1000;
const importPath = `${treeAddress}/import`;
const waitingPath = `${treeAddress}/imports/:id`;

/** Bringing a file of territories, looking at what it would change, applying it. */
export function importRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: importPath, access }, (c) => sendForm(site, c, new Map(), null, null, 200));
  router.route({ method: 'POST', path: importPath, access, boundsBody: true }, (c) =>
    context.work.use(async (place) => {
      const form = await readUpload(c, place.path('upload'), maximumImportBytes);
      if (!form.ok) {
        const isTooLarge = form.error === 'too_large';
        const says = (t: Translation): string =>
          isTooLarge ? t.territories.fileTooLarge(t.format.bytes(maximumImportBytes)) : t.territories.fileBroken;
        return sendForm(site, c, new Map(), says, null, isTooLarge ? 413 : 400);
      }
      const { fields, file } = form.value;
      if (file === undefined || file.bytes === 0) {
        return sendForm(site, c, fields, (t) => t.territories.fileMissing, null, 400);
      }
      const declared = declaredTable(fields);
      const by = c.var.staff.account;
      const brought = await bringTerritories(context, {
        place,
        file: 'upload',
        name: file.name,
        declared,
        by,
      });
      if (brought.ok) return c.redirect(`${treeAddress}/imports/${brought.value}`, 303);
      return sendRefusal(site, c, fields, brought.error);
    }),
  );
  router.route({ method: 'GET', path: `${treeAddress}/problems/:id/problems.csv`, access }, async (c) => {
    const id = idIn(c, 'id');
    const problems = id === undefined ? undefined : await territoryProblems(context, id);
    if (problems === undefined) return pages.problem(c, { type: 'gone' }, 404);
    return sendTable(c, 'territories-problems.csv', territoryProblemsCsv(problems, translationOf(c.var.locale)));
  });
  router.route({ method: 'GET', path: waitingPath, access }, (c) => sendPreview(site, c, null));
  router.route({ method: 'GET', path: `${waitingPath}/changes.csv`, access }, async (c) => {
    const id = idIn(c, 'id');
    const shown = id === undefined ? undefined : await showImport(context, id);
    if (shown?.difference.ok !== true) return pages.problem(c, { type: 'gone' }, 404);
    return await sendShortTable(c, 'territories-changes.csv', treeChangesCsv(shown.difference.value));
  });
  router.route({ method: 'POST', path: waitingPath, access }, async (c) => {
    const id = idIn(c, 'id');
    if (id === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    const applied = await applyImport(context, id, c.var.staff.account);
    if (applied.ok) return c.redirect(treeAddress, 303);
    return sendPreview(site, c, applied.error.type === 'moves_in_use' ? applied.error : null);
  });
}

function sendRefusal(
  site: PagesContext,
  c: AppContext,
  fields: UploadForm['fields'],
  refusal: TerritoriesRefusal,
): Promise<Response> {
  if (refusal.type === 'took_too_long') return sendForm(site, c, fields, (t) => t.territories.fileTooSlow, null, 422);
  const { problems, list } = refusal;
  const says = (t: Translation): string => t.territories.fileProblems(problems.length);
  const shown = problems.slice(0, mostProblems);
  return sendForm(site, c, fields, says, { problems: shown, more: problems.length - shown.length, list }, 422);
}

function sendForm(
  { pages }: PagesContext,
  c: AppContext,
  fields: UploadForm['fields'],
  says: ((t: Translation) => string) | null,
  wrong: ProblemList | null,
  status: 200 | 400 | 413 | 422,
): Promise<Response> {
  const problems = says === null ? [] : [{ field: 'file', says: says(translationOf(c.var.locale)) }];
  const form = { ...freshForm(fields), problems };
  return pages.send(
    c,
    (frame, t) => ImportPage({ form, wrong, maximumBytes: maximumImportBytes, staff: c.var.staff, frame, t }),
    status,
  );
}

async function sendPreview(
  { context, pages }: PagesContext,
  c: AppContext,
  refusal: PreviewView['refusal'],
): Promise<Response> {
  const id = idIn(c, 'id');
  const shown = id === undefined ? undefined : await showImport(context, id);
  if (id === undefined || shown === undefined) return pages.problem(c, { type: 'gone' }, 404);
  const { waiting, difference } = shown;
  const { sourceName, ignored } = waiting;
  const wrong = difference.ok ? null : { problems: difference.error, more: 0, list: null };
  const view: PreviewView = {
    id,
    sourceName,
    ignored,
    difference: difference.ok ? difference.value : null,
    wrong,
    refusal,
  };
  return pages.send(
    c,
    (frame, t) => PreviewPage({ view, staff: c.var.staff, frame, t }),
    refusal === null && wrong === null ? 200 : 409,
  );
}

const declaredTable = (fields: UploadForm['fields']): Parameters<typeof bringTerritories>[1]['declared'] => ({
  encoding: encodings.find((encoding) => encoding === fields.get('encoding')) ?? null,
  separator: separators.find((separator) => separator === fields.get('separator')) ?? null,
});
