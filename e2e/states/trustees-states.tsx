import { PublicTrusteesPage } from '../../apps/web/src/features/trustees/pages/public-trustees-page.tsx';
import { TrusteesPage } from '../../apps/web/src/features/trustees/pages/trustees-page.tsx';
import type { TrusteeRow, TrusteesView } from '../../apps/web/src/features/trustees/pages/views.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Ana Pérez' };
const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';
const names = ['Ana Pérez', 'María de los Ángeles Echeverría Iturriaga', 'علي حسن', 'Rosa Paz', 'Tomás Gil'] as const;

const rowsWith = (brought: (place: number) => TrusteeRow['brought'], rehearsed = 0): readonly TrusteeRow[] =>
  names.map((name, i) => ({
    place: i + 1,
    name,
    brought: brought(i + 1),
    rehearsedOn: i < rehearsed ? '2026-11-21' : null,
  }));
const all = ['certificate', 'deal', 'key'] as const;

const nobody: TrusteesView = {
  slug: 'nacional-2026',
  title: 'Consulta popular nacional 2026',
  ceremony: null,
  list: null,
  rows: [],
  opened: null,
  yours: null,
  candidates: names.map((name, i) => ({ account: `0000000${i}-0000-4000-8000-000000000000`, name })),
  mayBeVoid: false,
  hasMessages: false,
};
const begun: TrusteesView = {
  ...nobody,
  ceremony: { state: 'certificates', group: 'Ed25519', size: 5, threshold: 3, waiver: null, folder: 'round-1' },
  rows: rowsWith(() => []),
  yours: { place: 1, name: names[0], next: { type: 'bring', step: 'certificate' } },
  candidates: null,
  mayBeVoid: true,
};
const waiting: TrusteesView = {
  ...begun,
  rows: rowsWith((place) => (place === 2 ? [] : ['certificate'])),
  yours: { place: 1, name: names[0], next: { type: 'wait', step: 'certificate', places: [2] } },
  hasMessages: true,
};
const dealing: TrusteesView = {
  ...begun,
  ceremony: {
    state: 'deals',
    group: 'Ed25519',
    size: 5,
    threshold: 5,
    waiver: 'Así lo decidió la asamblea.',
    folder: 'round-2',
  },
  rows: rowsWith(() => ['certificate']),
  yours: { place: 1, name: names[0], next: { type: 'bring', step: 'deal' } },
  hasMessages: true,
};
const sharing: TrusteesView = {
  ...begun,
  ceremony: { state: 'keys', group: 'Ed25519', size: 5, threshold: 3, waiver: null, folder: 'round-3' },
  rows: rowsWith(() => ['certificate', 'deal']),
  yours: { place: 1, name: names[0], next: { type: 'bring', step: 'key' } },
  hasMessages: true,
};
const made: TrusteesView = {
  ...begun,
  ceremony: { state: 'assembled', group: 'Ed25519', size: 5, threshold: 3, waiver: null, folder: 'ceremony' },
  list: { hash, waiver: null, isOurs: true },
  rows: rowsWith(() => all),
  yours: { place: 1, name: names[0], next: { type: 'rehearse' } },
  hasMessages: true,
};
const some: TrusteesView = {
  ...made,
  rows: rowsWith(() => all, 3),
  yours: { place: 1, name: names[0], next: { type: 'ready', places: [4, 5] } },
  opened: '2026-11-21',
};
const ready: TrusteesView = {
  ...made,
  rows: rowsWith(() => all, 5),
  yours: { place: 1, name: names[0], next: { type: 'ready', places: [] } },
  opened: '2026-11-21',
  mayBeVoid: false,
};
const elsewhere: TrusteesView = {
  ...nobody,
  list: { hash, waiver: 'Ensayo de la mesa, sin efecto.', isOurs: false },
  rows: rowsWith(() => []).slice(0, 1),
};

const wrong = (field: string, says: string, values: readonly (readonly [string, string])[] = []): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});

const page = (
  name: string,
  view: TrusteesView,
  form?: (t: Parameters<PageState['draw']>[1]) => FormState,
): PageState => ({
  name,
  draw: (frame, t) => TrusteesPage({ view, staff, frame, t, form: form?.(t) ?? freshForm() }),
});

/** The page on which trustees make a key and rehearse with it. */
export const trusteesStates: readonly PageState[] = [
  page('trustees-none', nobody),
  page('trustees-no-accounts', { ...nobody, candidates: [] }),
  page('trustees-plan-wrong', nobody, (t) =>
    wrong('waiver', t.trustees.planRefusals.waiver_missing(1, 2), [
      [
        'accounts',
        (nobody.candidates ?? [])
          .slice(0, 2)
          .map(({ account }) => account)
          .join(' '),
      ],
      ['threshold', '1'],
    ]),
  ),
  page('trustees-certificate', begun),
  page('trustees-waiting', waiting),
  page('trustees-deal', dealing),
  page('trustees-key-wrong', sharing, (t) =>
    wrong('file', t.trustees.fileRefusals.does_not_hold(t.trustees.faults.key_mismatched)),
  ),
  page('trustees-rehearse', made),
  page('trustees-some-ready', some),
  page('trustees-ready', ready),
  page('trustees-observed', { ...sharing, yours: null }),
  page('trustees-elsewhere', elsewhere),
  {
    name: 'trustees-public',
    draw: (frame, t) =>
      PublicTrusteesPage({
        view: {
          ...{ slug: ready.slug, title: ready.title, hash, waiver: 'Así lo decidió la asamblea.', threshold: 5 },
          ...{ rows: rowsWith(() => [], 4), opened: '2026-11-21' },
        },
        ...{ frame, t },
      }),
  },
];
