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
  isCounted: false,
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
    { account: id(6), name: 'Custodia 1', roles: ['trustee'] },
    { account: id(7), name: 'Custodia 2', roles: ['trustee'] },
  ],
  keepers: ['Custodia 1', 'Custodia 2', 'Custodia 3'],
};

const form: RecountForm = { action: '/recounts', samples: [], token: null, maximumBytes: 20_000_000 };

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

/** The first page of a demo, from its making to the published result. */
export const demoStates: readonly PageState[] = [
  state('demo-making', { done: 3, steps: 27, guide: undefined }),
  state('demo-open', { done: 13, steps: 27, guide }),
  state('demo-closed', { done: 27, steps: 27, guide: { ...guide, status: 'closed' } }),
  state('demo-counted', { done: 27, steps: 27, guide: { ...guide, status: 'tallying', isCounted: true } }),
  state('demo-published', { done: 27, steps: 27, guide: { ...guide, status: 'provisional' } }),
];
