import { GivenPage, PassesPage } from '../../apps/web/src/features/ballots/pages/passes-page.tsx';
import { SecondFactorPage } from '../../apps/web/src/features/consultations/pages/second-factor-page.tsx';
import type { SecondFactorView } from '../../apps/web/src/features/consultations/pages/views.ts';
import { type FieldProblem, type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, frozen, open } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const view: SecondFactorView = { head: draft, isAsked: false, hasMailer: true, people: 1_204_311, without: 18_302 };

const chosen = (second: string, problems: readonly FieldProblem[] = []): FormState => ({
  ...freshForm([['second', second]]),
  problems,
});

const table = { view: { slug: draft.slug, title: draft.title }, staff };
const pass = (place: string, contest: number) => ({
  place,
  href: `https://votos.example/c/nacional-2026/contests/0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c0${contest}/vote#Zk3vQ0pW8nLx5TgYcR2mHs1a.k3ZlX0cZr1o9sFq7pVtYw2uBnLmQeRhTaSdGfJkHlZx`,
});

/** What people need beside the letter, and passes that are given at a table. */
export const secondFactorStates: readonly PageState[] = [
  {
    name: 'second-factor-draft',
    draw: (frame, t) => SecondFactorPage({ ...{ view, staff, frame, t, form: chosen('letter'), isSaved: false } }),
  },
  {
    name: 'second-factor-without-address',
    draw: (frame, t) => {
      const says = t.secondFactor.withoutAddress(view.without);
      const form = chosen('mail', [{ field: 'tables', says }]);
      return SecondFactorPage({ ...{ view, staff, frame, t, form, isSaved: false } });
    },
  },
  {
    name: 'second-factor-no-mailer',
    draw: (frame, t) => {
      const form = chosen('mail', [{ field: 'second', says: t.secondFactor.noMailer }]);
      const bare = { ...view, hasMailer: false, people: 0, without: 0 };
      return SecondFactorPage({ ...{ view: bare, staff, frame, t, form, isSaved: false } });
    },
  },
  {
    name: 'second-factor-saved',
    draw: (frame, t) =>
      SecondFactorPage({
        ...{ view: { ...view, isAsked: true, without: 0 }, staff, frame, t, form: chosen('mail'), isSaved: true },
      }),
  },
  {
    name: 'second-factor-frozen',
    draw: (frame, t) =>
      SecondFactorPage({
        ...{ view: { ...view, head: frozen, isAsked: false }, staff, frame, t, form: chosen('letter'), isSaved: false },
      }),
  },
  {
    name: 'second-factor-open',
    draw: (frame, t) =>
      SecondFactorPage({
        ...{ view: { ...view, head: open, isAsked: true }, staff, frame, t, form: chosen('mail'), isSaved: false },
      }),
  },
  {
    name: 'passes',
    draw: (frame, t) => PassesPage({ ...table, frame, t, form: freshForm(), number: 'Zk3vQ0pW8nLx5TgYcR2mHs1a' }),
  },
  {
    name: 'passes-refused',
    draw: (frame, t) => {
      const typed = freshForm([
        ['name', 'Ana Rojas'],
        ['birth_date', '1980-01-01'],
      ]);
      const form = { ...typed, problems: [{ field: 'told_apart', says: t.secondFactor.wrong.several }] };
      return PassesPage({ ...table, frame, t, form, number: 'Zk3vQ0pW8nLx5TgYcR2mHs1a' });
    },
  },
  {
    name: 'passes-given',
    draw: (frame, t) => GivenPage({ ...table, frame, t, passes: [pass('La Enramada', 1), pass('Ciudad Ribera', 2)] }),
  },
];
