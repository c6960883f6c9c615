import { parseDay } from '@convite/domain';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { AnswerPage, AskPage } from './pages/ask-page.tsx';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { askAboutEntry } from './usecases/ask-about-entry.ts';
import { eligibilityOf } from './usecases/show-roll.ts';

const path = '/c/:consultation/may-i-vote';
const longestText = 200;

/** Where people ask whether and where they vote, about themselves. */
export function askRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const ofPublic = (c: AppContext, answer: (head: RolledConsultation) => Promise<Response>): Promise<Response> =>
    withConsultation(site, c, async (head) => {
      return head.isDraft ? await pages.problem(c, { type: 'not_found' }, 404) : await answer(head);
    });
  router.route({ method: 'GET', path, access: 'public' }, (c) =>
    ofPublic(c, (head) => sendForm(site, c, head, freshForm(), 200)),
  );
  router.route({ method: 'POST', path, access: 'public' }, (c) =>
    ofPublic(c, async (head) => {
      const form = await readForm(c);
      const typed = (name: string): string => (form.get(name) ?? '').trim().slice(0, longestText);
      const asked = { name: typed('name'), birthDate: typed('birth_date'), document: typed('document') };
      const { rolls } = translationOf(c.var.locale);
      const problems: FieldProblem[] = [];
      if (asked.name === '') problems.push({ field: 'name', says: rolls.askMissing.name });
      if (!parseDay(asked.birthDate, 'ymd').ok)
        problems.push({ field: 'birth_date', says: rolls.askMissing.birth_date });
      if (asked.document === '') problems.push({ field: 'document', says: rolls.askMissing.document });
      if (problems.length > 0) {
        const values = new Map([
          ['name', asked.name],
          ['birth_date', asked.birthDate],
          ['document', asked.document],
        ]);
        return sendForm(site, c, head, { values, problems }, 400);
      }
      c.header('Cache-Control', 'no-store');
      const answer = await askAboutEntry(context, head, asked, c.var.visitor());
      if (answer.type === 'too_many') return pages.problem(c, { type: 'too_many_requests', minutes: 60 }, 429);
      const view = { head, eligibility: await eligibilityOf(context, head.id) };
      return pages.send(c, (frame, t) => AnswerPage({ view, answer, frame, t }));
    }),
  );
}

async function sendForm(
  { context, pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  form: FormState,
  status: 200 | 400,
): Promise<Response> {
  const view = { head, eligibility: await eligibilityOf(context, head.id) };
  return await pages.send(c, (frame, t) => AskPage({ view, form, frame, t }), status);
}
