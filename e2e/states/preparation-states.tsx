import {
  CredentialsPage,
  OrderPage,
  ReplacementPage,
  TrusteesPage,
} from '../../apps/web/src/features/preparation/pages/step-pages.tsx';
import { StepsPage } from '../../apps/web/src/features/preparation/pages/steps-page.tsx';
import type { PreparationView } from '../../apps/web/src/features/preparation/pages/views.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Regina Sosa' };
const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';

const begun: PreparationView = {
  slug: 'nacional-2026',
  title: 'Consulta popular nacional 2026',
  status: 'frozen',
  contests: 5336,
  setUp: 0,
  roll: null,
  trustees: null,
  order: null,
  upload: null,
};
const ordered: PreparationView = {
  ...begun,
  roll: { version: 3, entries: 1_000_000 },
  trustees: { hash, trustees: 5, threshold: 3, waiver: null },
  order: { hash, contests: 5336, credentials: 1_058_301, spares: 58_301, percent: 3, minimum: 5 },
};
const upload = {
  status: 'setting_up',
  hash,
  progress: 1000,
  done: 2113,
  contests: 5336,
  refusal: null,
  problems: null,
} as const;
const reading: PreparationView = { ...ordered, upload: { ...upload, status: 'reading', progress: 430, done: 0 } };
const working: PreparationView = { ...ordered, setUp: 2113, upload };
const ready: PreparationView = {
  ...ordered,
  setUp: 5336,
  upload: { ...upload, status: 'set_up', done: 5336 },
};
const refused: PreparationView = {
  ...ordered,
  upload: {
    ...{ ...upload, status: 'refused', done: 0 },
    refusal: { territory: 'La Enramada', check: 'credentials.members', place: 'credentials[17]' },
  },
};

const wrongFile: PreparationView = {
  ...ordered,
  upload: {
    ...{ ...upload, status: 'refused', done: 0 },
    problems: [
      { line: 2, problem: { type: 'wrong_count', contest: 0, expected: 611, found: 610 } },
      { line: 17, problem: { type: 'repeated', position: 204 } },
      { line: null, problem: { type: 'contest_missing', contest: 5335 } },
    ],
  },
};

const wrongEverywhere: PreparationView = {
  ...ordered,
  upload: {
    ...{ ...upload, status: 'refused', done: 0 },
    problems: [
      ...Array.from({ length: 50 }, (_, i) => ({
        line: 2,
        problem: { type: 'bad_credential' as const, position: i + 1 },
      })),
      { line: null, problem: { type: 'too_many_problems' } },
    ],
  },
};

const wrong = (field: string, says: string, values: readonly (readonly [string, string])[] = []): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});
const usual = freshForm([
  ['percent', '3'],
  ['minimum', '5'],
]);

/** The pages on which elections are prepared. */
export const preparationStates: readonly PageState[] = [
  { name: 'preparation-begun', draw: (frame, t) => StepsPage({ view: begun, staff, frame, t }) },
  { name: 'preparation-reading', draw: (frame, t) => StepsPage({ view: reading, staff, frame, t }) },
  { name: 'preparation-working', draw: (frame, t) => StepsPage({ view: working, staff, frame, t }) },
  { name: 'preparation-ready', draw: (frame, t) => StepsPage({ view: ready, staff, frame, t }) },
  { name: 'preparation-refused', draw: (frame, t) => StepsPage({ view: refused, staff, frame, t }) },
  {
    name: 'preparation-trustees',
    draw: (frame, t) => TrusteesPage({ view: begun, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-trustees-few',
    draw: (frame, t) =>
      TrusteesPage({
        view: { ...ordered, trustees: { hash, trustees: 1, threshold: 1, waiver: 'Ensayo de la mesa, sin efecto.' } },
        ...{ staff, frame, t },
        form: wrong('waiver', t.preparation.trusteesRefusals.waiver_missing(1, 1)),
      }),
  },
  { name: 'preparation-order', draw: (frame, t) => OrderPage({ view: ordered, staff, frame, t, form: usual }) },
  {
    name: 'preparation-order-wrong',
    draw: (frame, t) =>
      OrderPage({
        ...{ view: begun, staff, frame, t },
        form: wrong('percent', t.preparation.orderRefusals.bad_spares, [
          ['percent', 'tres'],
          ['minimum', '5'],
        ]),
      }),
  },
  {
    name: 'preparation-credentials',
    draw: (frame, t) => CredentialsPage({ view: ordered, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-credentials-reading',
    draw: (frame, t) => CredentialsPage({ view: reading, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-credentials-wrong',
    draw: (frame, t) =>
      CredentialsPage({
        ...{ view: wrongFile, staff, frame, t },
        form: wrong('file', t.preparation.fileMissing),
      }),
  },
  {
    name: 'preparation-credentials-many-wrong',
    draw: (frame, t) => CredentialsPage({ view: wrongEverywhere, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-credentials-unread',
    draw: (frame, t) =>
      CredentialsPage({
        view: { ...ordered, upload: { ...upload, status: 'refused', done: 0, problems: [] } },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'preparation-credentials-ready',
    draw: (frame, t) => CredentialsPage({ view: ready, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-credentials-refused',
    draw: (frame, t) => CredentialsPage({ view: refused, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'preparation-replacement',
    draw: (frame, t) =>
      ReplacementPage({
        ...{ view: ready, staff, frame, t },
        form: wrong('reason', t.preparation.replacementRefusals.reason_missing),
      }),
  },
];
