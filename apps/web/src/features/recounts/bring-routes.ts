import { assertNever } from '@convite/kernel';
import { readUpload } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { keepBrowserKey, removalCode, removalHash } from '../../http/visitor.ts';
import { bringAnswers } from './answers.ts';
import { HomePage } from './pages/home-page.tsx';
import { UploadProblemsPage } from './pages/upload-problems-page.tsx';
import { recountFields, ruleChoices, type UploadProblemsView, type UploadRefusal } from './pages/views.ts';
import { maximumUploadBytes, type PagesContext, recountForm, tooManyAnswer } from './pages-context.ts';
import { bringFile, type BringRefusal } from './usecases/bring-file.ts';
import { addressOf, finishedRecount } from './usecases/show-recount.ts';

/** The first page, and bringing a vote. */
export function bringRoutes(router: Router, site: PagesContext): void {
  router.route({ method: 'GET', path: '/', access: 'public' }, async (c) => {
    const { locale } = c.var;
    const demo = site.samples.get(locale)?.demo;
    const form = recountForm(site, locale);
    const front = await site.front(locale);
    if (front.refresh !== undefined) c.header('Refresh', String(front.refresh));
    const makeWith = async (): Promise<Parameters<typeof site.pages.send>[1] | undefined> => {
      const found = demo === undefined ? undefined : await finishedRecount(site.context, demo);
      if (found === undefined) return undefined;
      const { report, file, recount } = found;
      const shown = { address: addressOf(recount.hash), origin: file.origin, report };
      return (frame, t) => HomePage({ view: { demo: shown, form }, frame, t, front: front.draw(frame, t) });
    };
    return (
      (await site.pages.sendKept(c, `home ${demo} ${front.key}`, makeWith)) ??
      (await site.pages.send(c, (frame, t) =>
        HomePage({ view: { demo: null, form }, frame, t, front: front.draw(frame, t) }),
      ))
    );
  });

  router.route({ method: 'POST', path: '/recounts', access: 'public', boundsBody: true }, async (c) => {
    const answer = await site.bringing.admit(c.var.visitor(), () =>
      site.context.work.use((place) => answerUpload(site, c, place.path('upload'))),
    );
    return answer ?? (await tooManyAnswer(site, c, 1));
  });
}

async function answerUpload(site: PagesContext, c: AppContext, path: string): Promise<Response> {
  const form = await readUpload(c, path, maximumUploadBytes);
  if (!form.ok) {
    const tooLarge = form.error === 'too_large';
    return refuse(site, c, null, tooLarge ? 'too_large' : 'no_file', tooLarge ? 413 : 400);
  }
  const { fields, file } = form.value;
  const sample = fields.get(recountFields.sample);
  if (sample !== undefined) {
    const known = site.samples.get(c.var.locale)?.recounts.get(sample);
    return known === undefined ? refuse(site, c, null, 'unknown_sample', 404) : c.redirect(addressOf(known), 303);
  }
  if (file === undefined || (file.name === '' && file.bytes === 0)) {
    return refuse(site, c, null, 'no_file', 400);
  }
  const asked = fields.get(recountFields.rule) ?? '';
  const rule = ruleChoices.find((choice) => choice === asked);
  if (asked !== '' && rule === undefined) return site.pages.problem(c, { type: 'bad_request' }, 400);
  if (file.bytes === 0) return refuse(site, c, file.name, 'empty', 422);
  const browserKey = keepBrowserKey(c, site.behindTls);
  const name = file.name === '' ? 'vote.pb' : file.name;
  const brought = await bringFile(
    site.context,
    { content: { path }, name, origin: 'upload', rule },
    { visitor: c.var.visitor(), removalHash: (hash) => removalHash(removalCode(browserKey, hash)) },
  );
  if (brought.ok) return c.redirect(addressOf(brought.value.recountHash), 303);
  return answerRefusal(site, c, name, brought.error);
}

function answerRefusal(site: PagesContext, c: AppContext, fileName: string, refusal: BringRefusal): Promise<Response> {
  switch (refusal.type) {
    case 'too_many_requests':
      return tooManyAnswer(site, c, refusal.minutes);
    case 'unreadable': {
      const { problems: told, more, notText } = refusal;
      return problems(site, c, { fileName, refusal: null, problems: told, more }, notText ? 415 : 422);
    }
    case 'no_declared_rule':
    case 'took_too_long':
    case 'unusable':
    case 'uploads_full': {
      const answer = bringAnswers[refusal.type];
      return refuse(site, c, fileName, answer.refusal, answer.status);
    }
    default:
      return assertNever(refusal);
  }
}

type RefusalStatus = 400 | 404 | 413 | 415 | 422 | 507;

const refuse = (
  site: PagesContext,
  c: AppContext,
  fileName: string | null,
  refusal: UploadRefusal,
  status: RefusalStatus,
): Promise<Response> => problems(site, c, { fileName, refusal, problems: [], more: 0 }, status);

function problems(
  site: PagesContext,
  c: AppContext,
  view: Omit<UploadProblemsView, 'form'>,
  status: RefusalStatus,
): Promise<Response> {
  const form = recountForm(site, c.var.locale);
  return site.pages.send(c, (frame, t) => UploadProblemsPage({ view: { ...view, form }, frame, t }), status);
}
