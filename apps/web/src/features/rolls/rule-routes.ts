import { type Eligibility, parseDay, proofTypes } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { RulePage } from './pages/rule-page.tsx';
import { rollAddress } from './pages/views.ts';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { showRoll } from './usecases/show-roll.ts';
import { type EligibilityRefusal, writeEligibility } from './usecases/write-eligibility.ts';

const path = '/org/c/:consultation/roll/rule';
const access = { act: 'roll.import', on: 'consultation' } as const;

/** Saying who may vote. */
export function ruleRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const { roll } = await showRoll(context, head.id);
      return sendRule(site, c, head, freshForm(roll === undefined ? [] : written(roll.eligibility)), 200);
    }),
  );
  router.route({ method: 'POST', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const values = await readForm(c);
      const t = translationOf(c.var.locale);
      const read = readEligibility(values, t);
      if (!read.ok) return sendRule(site, c, head, { values, problems: read.error }, 400);
      const done = await writeEligibility(context, head, read.value, c.var.staff.account);
      if (done.ok) return c.redirect(rollAddress(head), 303);
      const field = 'minimum_age';
      return sendRule(site, c, head, { values, problems: [{ field, says: refusalText(done.error, t) }] }, 409);
    }),
  );
}

const written = ({ minimumAge, ageOn, proofs }: Eligibility): readonly (readonly [string, string])[] => [
  ['minimum_age', minimumAge === null ? '' : String(minimumAge)],
  ['age_on', ageOn],
  ['proofs', proofs.join(' ')],
];

function readEligibility(
  values: ReadonlyMap<string, string>,
  { rolls }: Translation,
): Result<Eligibility, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const age = (values.get('minimum_age') ?? '').trim();
  if (!/^(?:\d{1,2}|1[01]\d|120)?$/u.test(age)) problems.push({ field: 'minimum_age', says: rolls.minimumAgeWrong });
  const day = parseDay((values.get('age_on') ?? '').trim(), 'ymd');
  if (!day.ok) problems.push({ field: 'age_on', says: rolls.ageDayWrong });
  const chosen = new Set((values.get('proofs') ?? '').split(' '));
  const proofs = proofTypes.filter((proof) => chosen.has(proof));
  if (proofs.length === 0) problems.push({ field: 'proofs', says: rolls.proofsWrong });
  if (problems.length > 0 || !day.ok) return err(problems);
  return ok({ minimumAge: age === '' ? null : Number(age), ageOn: day.value, proofs });
}

const refusalText = (refusal: EligibilityRefusal, { rolls }: Translation): string =>
  refusal.type === 'frozen' ? rolls.ruleFrozen : rolls.ruleExcludes(refusal.people);

function sendRule(
  { pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  form: FormState,
  status: 200 | 400 | 409,
): Promise<Response> {
  return pages.send(c, (frame, t) => RulePage({ view: head, form, staff: c.var.staff, frame, t }), status);
}
