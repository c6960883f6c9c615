import { OrderPage } from '../../apps/web/src/features/consultations/pages/order-page.tsx';
import { PublicContestPage } from '../../apps/web/src/features/consultations/pages/public-pages.tsx';
import type { OrderView } from '../../apps/web/src/features/consultations/pages/views.ts';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, frozen, open } from './consultation-heads.ts';
import { openContest } from './consultation-states.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Gloria Marín' };
const view: OrderView = { head: frozen, draw: null, mayDraw: true, waiting: null };
const drawn = {
  seed: 'dados 3 1 4 1 5 · lotería de la Ribera 04 17 23 31 40',
  how: 'Cinco dados en la asamblea del 3 de mayo, tirados por cinco vecinas, y la lotería de esa noche.',
  drawnAt: '2026-11-03T23:30:00.000Z',
};

/** The order in which options stand on papers. */
export const orderStates: readonly PageState[] = [
  {
    name: 'order-draft',
    draw: (frame, t) =>
      OrderPage({ view: { ...view, head: draft, mayDraw: false }, ...{ staff, frame, t, form: freshForm() } }),
  },
  {
    name: 'order-to-draw',
    draw: (frame, t) => {
      const problems = [{ field: 'seed', says: t.optionOrder.refused.seed_malformed }];
      return OrderPage({ ...{ view, staff, frame, t }, form: { ...freshForm(), problems } });
    },
  },
  {
    name: 'order-drawn',
    draw: (frame, t) =>
      OrderPage({
        view: { ...view, head: open, draw: drawn, mayDraw: false },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'contest-public-drawn',
    draw: (frame, t) =>
      PublicContestPage({
        view: {
          ...openContest,
          options: openContest.options.toReversed(),
          order: {
            ...drawn,
            lots: [3, 2, 1].map((number, i) => ({ number, lot: `${i + 1}f`.repeat(32) })),
          },
        },
        ...{ frame, t },
      }),
  },
];
