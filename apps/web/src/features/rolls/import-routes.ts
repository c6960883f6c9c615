import { idIn } from '../../http/address-parts.ts';
import type { Router } from '../../http/router.ts';
import { sendTable } from '../../http/send-table.ts';
import { translationOf } from '../../i18n/translation.ts';
import { withConsultation } from './consultation-routes.ts';
import { rollProblemsCsv } from './downloads/problems-csv.ts';
import { ImportPage } from './pages/import-page.tsx';
import { type ImportView, importAddress } from './pages/views.ts';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { requestApply, withdrawImport } from './usecases/apply-import.ts';
import { keptBy, toldTo } from './usecases/show-parts.ts';
import { importProblems, showImport, type ShownImport } from './usecases/show-roll.ts';

const path = '/org/c/:consultation/roll/imports/:import';
const access = { act: 'roll.import', on: 'roll_import' } as const;

/** Following the file of a roll or of a part of it, applying it or letting it go. */
export function importRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const id = idIn(c, 'import');
      const shown = id === undefined ? undefined : await showImport(context, head.id, id);
      if (shown === undefined) return pages.problem(c, { type: 'not_found' }, 404);
      const scope = await keptBy(context, head, c.var.staff.account);
      const view = importView(head, { ...shown, problems: toldTo(scope, shown.problems) });
      if (['queued', 'reading', 'applying'].includes(view.state)) c.header('Refresh', '3');
      return pages.send(c, (frame, t) => ImportPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${path}/problems.csv`, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const id = idIn(c, 'import');
      const problems = id === undefined ? undefined : await importProblems(context, head.id, id);
      if (problems === undefined) return pages.problem(c, { type: 'gone' }, 404);
      const scope = await keptBy(context, head, c.var.staff.account);
      const told = async function* () {
        for await (const piece of problems) yield toldTo(scope, piece);
      };
      return sendTable(c, `${head.slug}-roll-problems.csv`, rollProblemsCsv(told(), translationOf(c.var.locale)));
    }),
  );
  const acts = { apply: requestApply, withdraw: withdrawImport } as const;
  for (const act of ['apply', 'withdraw'] as const) {
    router.route({ method: 'POST', path: `${path}/${act}`, access }, (c) =>
      withConsultation(site, c, async (head) => {
        const id = idIn(c, 'import');
        if (id === undefined) return pages.problem(c, { type: 'not_found' }, 404);
        // Whatever it answers, the page of the file says how it stands.
        await acts[act](context, head.id, id, c.var.staff.account);
        return c.redirect(importAddress(head, id), 303);
      }),
    );
  }
}

function importView(head: RolledConsultation, { given, problems, hasTable }: ShownImport): ImportView {
  const { added, removed, changed, same } = given;
  const isCompared = added !== null && removed !== null && changed !== null && same !== null;
  return {
    head,
    id: given.id,
    state: given.status,
    sourceName: given.sourceName,
    part: given.isWhole ? null : given.part,
    partName: given.partName,
    progress: given.progress,
    ignored: given.ignored ?? [],
    difference: isCompared ? { added, removed, changed, same } : null,
    problems,
    problemCount: given.problemCount ?? 0,
    hasTable,
  };
}
