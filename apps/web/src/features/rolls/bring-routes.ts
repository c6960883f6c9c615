import { dateOrders, encodings, separators } from '@convite/domain';
import { readUpload, type UploadForm } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { BringPage } from './pages/bring-page.tsx';
import { type BringView, importAddress } from './pages/views.ts';
import { maximumRollBytes, type PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { bringRoll } from './usecases/bring-roll.ts';
import { partOf } from './usecases/show-parts.ts';

/** What a file is brought for: the whole, or a part by itself. */
interface Brought {
  readonly head: RolledConsultation;
  readonly view: BringView;
}

/** Bringing the file of a roll: of the whole, where it may name a part; or at the place of a part, of no other. */
export function bringRoutes(router: Router, site: PagesContext): void {
  const act = 'roll.import';
  const ofWhole = { path: '/org/c/:consultation/roll/import', access: { act, on: 'consultation' } } as const;
  const ofPart = {
    path: '/org/c/:consultation/roll/parts/:territory/import',
    access: { act, on: 'roll_part' },
  } as const;
  for (const place of [ofWhole, ofPart]) {
    const answer = (c: AppContext, send: (brought: Brought) => Promise<Response>): Promise<Response> =>
      withConsultation(site, c, async (head) => {
        const territory = place === ofPart ? (c.req.param('territory') ?? '') : null;
        const part = territory === null ? null : await partOf(site.context, territory);
        return await send({ head, view: { head, part } });
      });
    router.route({ method: 'GET', ...place }, (c) =>
      answer(c, (brought) => sendForm(site, c, brought, new Map(), null, 200)),
    );
    router.route({ method: 'POST', ...place, boundsBody: true }, (c) =>
      answer(c, (brought) => site.context.work.use((folder) => bring(site, c, brought, folder.path('upload')))),
    );
  }
}

async function bring(site: PagesContext, c: AppContext, brought: Brought, path: string): Promise<Response> {
  const form = await readUpload(c, path, maximumRollBytes);
  if (!form.ok) {
    const isTooLarge = form.error === 'too_large';
    const says = ({ rolls, format }: Translation): string =>
      isTooLarge ? rolls.fileTooLarge(format.bytes(maximumRollBytes)) : rolls.fileBroken;
    return sendForm(site, c, brought, new Map(), ['file', says], isTooLarge ? 413 : 400);
  }
  const { fields, file } = form.value;
  if (file === undefined || file.bytes === 0) {
    return sendForm(site, c, brought, fields, ['file', ({ rolls }) => rolls.fileMissing], 400);
  }
  const dates = dateOrders.find((order) => order === fields.get('dates'));
  if (dates === undefined) {
    return sendForm(site, c, brought, fields, ['dates', ({ rolls }) => rolls.datesMissing], 400);
  }
  const { head, view } = brought;
  const { id, slug, territory } = head;
  const done = await bringRoll(
    site.context,
    { id, slug, territory: view.part?.id ?? territory },
    {
      path,
      name: file.name,
      declared: {
        dates,
        encoding: encodings.find((encoding) => encoding === fields.get('encoding')) ?? null,
        separator: separators.find((separator) => separator === fields.get('separator')) ?? null,
      },
      part: (fields.get('part') ?? '').trim(),
      by: c.var.staff.account,
    },
  );
  if (done.ok) return c.redirect(importAddress(head, done.value), 303);
  const { type } = done.error;
  if (type === 'unknown_part') {
    const says = ({ rolls }: Translation): string =>
      view.part === null ? rolls.partUnknown : rolls.partElsewhere(view.part.name);
    return sendForm(site, c, brought, fields, ['part', says], 400);
  }
  const says = ({ rolls }: Translation): string =>
    view.part === null ? rolls.bringRefusals[type] : rolls.bringPartRefusals[type];
  return sendForm(site, c, brought, fields, ['file', says], 409);
}

function sendForm(
  { pages }: PagesContext,
  c: AppContext,
  { view }: Brought,
  fields: UploadForm['fields'],
  problem: readonly [field: string, says: (t: Translation) => string] | null,
  status: 200 | 400 | 409 | 413,
): Promise<Response> {
  const problems = problem === null ? [] : [{ field: problem[0], says: problem[1](translationOf(c.var.locale)) }];
  const form = { ...freshForm(fields), problems };
  const props = { view, staff: c.var.staff, maximumBytes: maximumRollBytes };
  return pages.send(c, (frame, t) => BringPage({ ...props, form, frame, t }), status);
}
