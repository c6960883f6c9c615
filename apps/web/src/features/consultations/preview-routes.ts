import { readUpload } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { formWith, notFound, type PagesContext } from './answers.ts';
import { previewCsv } from './downloads/preview-csv.ts';
import { PreviewPage } from './pages/preview-page.tsx';
import { askedRule, sendRule } from './rule-routes.ts';
import { type PastVote, type Preview, previewRule, previewView } from './usecases/preview-rule.ts';

const path = '/org/c/:consultation/rule/:template/preview';
const maximumVoteBytes = 20 * 1024 * 1024;
const read = { act: 'control.read', on: 'consultation' } as const;

/** Trying a rule that is being written on past votes. */
export function previewRoutes(router: Router, site: PagesContext): void {
  const { context, pages, recounts } = site;
  router.route({ method: 'POST', path, access: read, boundsBody: true }, async (c) =>
    context.work.use(async (place) => {
      const asked = await askedRule(site, c);
      if (asked === undefined) return notFound(site, c);
      const form = await readUpload(c, place.path('vote'), maximumVoteBytes);
      if (!form.ok) {
        const code = form.error === 'too_large' ? 'too_large' : 'vote_file';
        const preview = formWith(c, new Map(), [{ field: 'file', code }]);
        return sendRule(site, c, asked, { preview }, form.error === 'too_large' ? 413 : 400);
      }
      const { fields, file } = form.value;
      const text = (fields.get('recount') ?? '').trim();
      const isFile = file !== undefined && file.bytes > 0;
      if (!isFile && text === '') {
        const preview = formWith(c, fields, [{ field: 'file', code: 'vote_file' }]);
        return sendRule(site, c, asked, { preview }, 422);
      }
      const vote: PastVote = isFile
        ? { type: 'file', path: place.path('vote'), name: file.name }
        : { type: 'recount', text };
      const { consultation, view } = asked;
      const made = await previewRule(recounts, vote, view.template.rule, c.var.visitor());
      if (made.ok) {
        const address = `/org/c/${consultation.slug}/rule/${view.id}/preview/${made.value.recount}`;
        return c.redirect(`${address}${besideQuery(made.value)}`, 303);
      }
      const field = vote.type === 'file' ? 'file' : 'recount';
      const preview = formWith(c, fields, [{ field, code: made.error }]);
      return sendRule(site, c, asked, { preview }, made.error === 'too_many' ? 429 : 422);
    }),
  );
  router.route({ method: 'GET', path: `${path}/:recount`, access: read }, async (c) => {
    const [asked, preview] = [await askedRule(site, c), previewIn(c)];
    if (asked === undefined || preview === undefined) return notFound(site, c);
    const shown = await previewView(recounts, preview);
    if (shown === undefined) return pages.problem(c, { type: 'gone' }, 404);
    const { id, name, head } = asked.view;
    if (shown.outcome.type === 'waiting') c.header('Refresh', '2');
    const address = `/org/c/${head.slug}/rule/${id}/preview/${preview.recount}`;
    const view = { ...shown, head, template: { id, name }, table: `${address}/outcome.csv${besideQuery(preview)}` };
    return await pages.send(c, (frame, t) => PreviewPage({ staff: c.var.staff, view, frame, t }));
  });
  router.route({ method: 'GET', path: `${path}/:recount/outcome.csv`, access: read }, async (c) => {
    const [asked, preview] = [await askedRule(site, c), previewIn(c)];
    if (asked === undefined || preview === undefined) return notFound(site, c);
    const shown = await previewView(recounts, preview);
    if (shown?.outcome.type !== 'counted') return pages.problem(c, { type: 'gone' }, 404);
    return await sendShortTable(c, `${asked.consultation.slug}-preview.csv`, previewCsv(shown.outcome));
  });
}

const hash = /^[0-9a-f]{64}$/u;

/** The counts that an address names; undefined where it names none. */
function previewIn(c: AppContext): Preview | undefined {
  const [recount, beside] = [c.req.param('recount') ?? '', c.req.query('beside') ?? ''];
  return hash.test(recount) ? { recount, beside: hash.test(beside) ? beside : null } : undefined;
}

const besideQuery = ({ beside }: Preview): string => (beside === null ? '' : `?beside=${beside}`);
