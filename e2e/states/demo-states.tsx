import { DemoFront } from '../../apps/web/src/features/demo/pages/demo-guide.tsx';
import type { DemoGuide, DemoView } from '../../apps/web/src/features/demo/pages/views.ts';
import { HomePage } from '../../apps/web/src/features/recounts/pages/home-page.tsx';
import type { RecountForm } from '../../apps/web/src/features/recounts/pages/views.ts';
import type { PageState } from './page-state.ts';

const id = (n: number): string => `0000000${n}-0000-4000-8000-000000000000`;

const guide: DemoGuide = {
  slug: 'obras-pequenas',
  title: 'Obras pequeñas y lugar del mercado',
  status: 'open',
  ...{ visitors: 0, waiting: null, opened: 0, needed: 2, isTied: false, isCounted: false },
  codes: [
    'Vecina 46 de El Molino',
    'Vecina 47 de Las Lomas',
    'Vecina 48 de La Ribera',
    'Vecino 19 de Los Tres Puentes',
  ].map((name, i) => ({ name, code: `ruJZB-tXD36${i + 1}-mmEfi-RDZyYR`, contests: i < 3 ? [id(1), id(2)] : [id(2)] })),
  parts: [
    { account: id(3), name: 'Organizadora', roles: ['organiser'] },
    { account: id(4), name: 'Garante 1', roles: ['guarantor'] },
    { account: id(5), name: 'Garante 2', roles: ['guarantor'] },
    { account: id(6), name: 'Custodio 1', roles: ['trustee'] },
    { account: id(7), name: 'Custodio 2', roles: ['trustee'] },
  ],
  keepers: ['Custodio 1', 'Custodio 2', 'Custodio 3'],
  before: null,
};

const form: RecountForm = { action: '/recounts', samples: [], maximumBytes: 20_000_000 };

const begun = { making: 'demo', fault: null, done: 27, steps: 27 } as const;

const state = (name: string, view: DemoView): PageState => ({
  name,
  draw: (frame, t) =>
    HomePage({
      view: { demo: null, form },
      frame: { ...frame, isDemo: true },
      t,
      front: DemoFront({ view, t, below: null }),
    }),
});

/** The first page of a demo, from its making to the published result, and to the vote of whoever comes next. */
export const demoStates: readonly PageState[] = [
  state('demo-making', { ...begun, done: 3, guide: undefined }),
  state('demo-given-up', {
    ...begun,
    ...{ done: 7, guide: undefined, fault: 'the people of the demo did not answer: the process ended with code 1' },
  }),
  state('demo-open', { ...begun, done: 13, guide }),
  state('demo-voted', { ...begun, guide: { ...guide, visitors: 3 } }),
  state('demo-closing', { ...begun, guide: { ...guide, visitors: 3, waiting: id(9) } }),
  state('demo-adding', { ...begun, guide: { ...guide, visitors: 3, status: 'closed' } }),
  state('demo-closed', { ...begun, guide: { ...guide, visitors: 3, status: 'tallying', opened: 1 } }),
  state('demo-tied', { ...begun, guide: { ...guide, visitors: 3, status: 'tallying', opened: 2, isTied: true } }),
  state('demo-counted', { ...begun, guide: { ...guide, visitors: 3, status: 'tallying', opened: 2, isCounted: true } }),
  state('demo-published', {
    ...begun,
    ...{ making: 'next_vote', done: 4, steps: 10, guide: { ...guide, visitors: 3, status: 'provisional' } },
  }),
  state('demo-next', {
    ...begun,
    ...{ making: 'next_vote', done: 10, steps: 10 },
    guide: { ...guide, slug: 'obras-pequenas-2', before: { slug: guide.slug, title: guide.title } },
  }),
];
