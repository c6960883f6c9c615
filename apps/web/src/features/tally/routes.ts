import { readForm } from '../../http/read-form.ts';
import { readUpload } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { sendRange } from '../../http/send-range.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, notFound, tallyQueryIn, type TallySite } from './answers.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { isBusy, TallyPage } from './pages/tally-page.tsx';
import type { TalliedConsultation } from './store.ts';
import { type AnswerRefusal, bringAnswer } from './usecases/bring-answer.ts';
import { answersTable, answerView, leftTable, tallyTable, tallyView, trusteesTable } from './usecases/show-tally.ts';
import { tryAgain } from './usecases/try-again.ts';
import { makeWorkFile, workPieces, workSource } from './usecases/work-file.ts';

const path = '/org/c/:consultation/tally';
const read = { act: 'control.read', on: 'consultation' } as const;
const decrypt = { act: 'tally.decrypt', on: 'consultation' } as const;
const organise = { act: 'consultation.write', on: 'consultation' } as const;
type Status = 200 | 400 | 409 | 413 | 422;

/** The shuffles of more than a million whole ballots. */
const answerBytes = 2_000_000_000;

/** After a vote: where contests stand, what goes to the trustees, and what comes back. */
export function tallyRoutes(router: Router, site: TallySite): void {
  router.route({ method: 'GET', path, access: read }, (c) => onConsultation(site, c, (held) => show(site, c, held)));
  router.route({ method: 'GET', path: `${path}/contests.csv`, access: read }, (c) =>
    onConsultation(site, c, async (held) => {
      const table = await tallyTable(site.context, held, tallyQueryIn(c), c.var.locale);
      return await sendShortTable(c, `${held.slug}-tally.csv`, table);
    }),
  );
  for (const [name, table] of [
    ['trustees', trusteesTable],
    ['answers', answersTable],
  ] as const) {
    router.route({ method: 'GET', path: `${path}/files/${name}.csv`, access: read }, (c) =>
      onConsultation(site, c, async (held) => {
        const text = await table(site.context, held, c.var.locale);
        return await sendShortTable(c, `${held.slug}-tally-${name}.csv`, text);
      }),
    );
  }
  router.route({ method: 'POST', path: `${path}/again`, access: organise }, (c) =>
    onConsultation(site, c, async (held) => {
      await tryAgain(site.context, held, c.var.staff.account);
      return c.redirect(`/org/c/${held.slug}/tally`, 303);
    }),
  );
  workRoutes(router, site);
  answerRoutes(router, site);
}

async function onConsultation(
  site: TallySite,
  c: AppContext,
  answer: (held: TalliedConsultation) => Promise<Response>,
): Promise<Response> {
  const held = await askedOf(site, c);
  return held === undefined ? await notFound(site, c) : await answer(held);
}

async function show(
  { context, pages }: TallySite,
  c: AppContext,
  held: TalliedConsultation,
  form: FormState = freshForm(),
  status: Status = 200,
): Promise<Response> {
  const { staff, locale } = c.var;
  const view = await tallyView(context, held, tallyQueryIn(c), { account: staff.account, language: locale });
  if (status === 200 && isBusy(view)) c.header('Refresh', '3');
  return await pages.send(c, (frame, t) => TallyPage({ view, staff, frame, t, form }), status);
}

/** What a trustee takes along. */
function workRoutes(router: Router, site: TallySite): void {
  const { context } = site;
  router.route({ method: 'POST', path: `${path}/work`, access: decrypt }, (c) =>
    onConsultation(site, c, async (held) => {
      const owner = (await readForm(c)).get('owner');
      const hash = await makeWorkFile(context, held, { account: c.var.staff.account, asked: Number(owner) });
      if (hash !== undefined) return c.redirect(`/org/c/${held.slug}/tally/work/${hash}/work.zip`, 303);
      return await show(
        site,
        c,
        held,
        formSaying(c, 'owner', (words) => words.nothingToDo),
        409,
      );
    }),
  );
  router.route({ method: 'GET', path: `${path}/work/:hash/work.zip`, access: decrypt }, (c) =>
    onConsultation(site, c, async (held) => {
      const hash = c.req.param('hash') ?? '';
      const source = await workSource(context, held.id, hash);
      if (source === undefined) return await notFound(site, c);
      return sendRange(c, {
        ...{ name: `${held.slug}-work.zip`, type: 'application/zip', bytes: source.size, etag: `"${hash}"` },
        cache: 'no-store',
        pieces: (start, end) => workPieces(source, start, end),
      });
    }),
  );
}

/** What a trustee brings back. */
function answerRoutes(router: Router, site: TallySite): void {
  const { context, pages } = site;
  router.route({ method: 'POST', path: `${path}/answer`, access: decrypt, boundsBody: true }, (c) =>
    onConsultation(site, c, (held) =>
      context.work.use(async (place) => {
        const given = await readUpload(c, place.path('answer'), answerBytes);
        if (!given.ok) {
          const isTooLarge = given.error === 'too_large';
          const form = formSaying(c, 'file', (words, t) =>
            isTooLarge ? words.fileTooLarge(t.format.bytes(answerBytes)) : words.fileBroken,
          );
          return await show(site, c, held, form, isTooLarge ? 413 : 400);
        }
        if (given.value.file === undefined || given.value.file.bytes === 0) {
          return await show(
            site,
            c,
            held,
            formSaying(c, 'file', (words) => words.fileMissing),
            400,
          );
        }
        const brought = await bringAnswer(context, held, { path: place.path('answer'), by: c.var.staff.account });
        if (brought.ok) return c.redirect(`/org/c/${held.slug}/tally/answers/${brought.value}`, 303);
        return await show(site, c, held, refused(c, brought.error), 422);
      }),
    ),
  );
  router.route({ method: 'GET', path: `${path}/answers/:id`, access: read }, (c) =>
    onConsultation(site, c, async (held) => {
      const view = await answerView(context, held, c.req.param('id') ?? '', c.var.locale);
      if (view === undefined) return await notFound(site, c);
      if (!view.answer.isDone) c.header('Refresh', '2');
      return await pages.send(c, (frame, t) => AnswerPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${path}/answers/:id/left.csv`, access: read }, (c) =>
    onConsultation(site, c, async (held) => {
      const table = await leftTable(context, held, c.req.param('id') ?? '');
      if (table === undefined) return await notFound(site, c);
      return await sendShortTable(c, `${held.slug}-answer-left.csv`, table);
    }),
  );
}

const refused = (c: AppContext, refusal: AnswerRefusal): FormState =>
  formSaying(c, 'file', ({ refusals }) => {
    if (refusal.type === 'other_trustee') return refusals.other_trustee(refusal.owner);
    if (refusal.type !== 'malformed') return refusals[refusal.type];
    const { fault } = refusal;
    return refusals.malformed('place' in fault ? fault.place : 'path' in fault ? fault.path : '');
  });
