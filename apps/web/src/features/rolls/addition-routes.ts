import type { RollRowProblem } from '@convite/domain';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { AddPage } from './pages/add-page.tsx';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { type AdditionColumn, additionColumns, proposeAddition } from './usecases/add-person.ts';

const path = '/org/c/:consultation/roll/add';
const access = { act: 'roll.add', on: 'consultation' } as const;

/** Proposing to add a person to a frozen roll. */
export function additionRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, (head) => sendForm(site, c, head, freshForm(), 200)),
  );
  router.route({ method: 'POST', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const form = await readForm(c);
      const typed = (name: string): string => form.get(name) ?? '';
      const values = new Map([...additionColumns, 'reason'].map((name) => [name, typed(name)]));
      const t = translationOf(c.var.locale);
      const refused = (problems: readonly FieldProblem[], status: 400 | 409): Promise<Response> =>
        sendForm(site, c, head, { values, problems }, status);
      const reason = typed('reason').trim();
      if (reason === '') return refused([{ field: 'reason', says: t.rolls.reasonMissing }], 400);
      const proposed = await proposeAddition(context, head, textsOf(typed), reason, c.var.staff.account);
      if (proposed.ok) return c.redirect('/org/acts', 303);
      if (proposed.error.type === 'wrong') {
        const problems = proposed.error.problems.map((problem) => ({
          field: fieldOf(problem),
          says: t.rolls.problem(problem),
        }));
        return refused(problems, 400);
      }
      return refused([{ field: 'name', says: t.rolls.additionRefusal(proposed.error) }], 409);
    }),
  );
}

const textsOf = (typed: (name: string) => string): Readonly<Record<AdditionColumn, string>> => ({
  name: typed('name'),
  birth_date: typed('birth_date'),
  territory: typed('territory'),
  document: typed('document'),
  proof: typed('proof'),
  email: typed('email'),
  language: typed('language'),
  told_apart: typed('told_apart'),
});

/** The control in which a problem is mended. */
function fieldOf(problem: RollRowProblem): string {
  switch (problem.type) {
    case 'strange_sign':
    case 'lost_sign':
    case 'too_long':
      return problem.column;
    case 'no_birth_date':
    case 'bad_date':
    case 'date_too_early':
    case 'born_later':
    case 'too_young':
      return 'birth_date';
    case 'no_territory':
    case 'unknown_territory':
      return 'territory';
    case 'no_proof':
    case 'unknown_proof':
    case 'proof_not_accepted':
      return 'proof';
    case 'empty_document':
      return 'document';
    case 'bad_email':
      return 'email';
    case 'bad_language':
      return 'language';
    case 'no_name':
    case 'row_width':
    case 'bad_mark':
    case 'deceased':
      return 'name';
  }
}

const sendForm = (
  { pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  form: FormState,
  status: 200 | 400 | 409,
): Promise<Response> =>
  pages.send(c, (frame, t: Translation) => AddPage({ view: head, form, staff: c.var.staff, frame, t }), status);
