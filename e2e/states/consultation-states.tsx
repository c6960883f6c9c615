import { ContestPage } from '../../apps/web/src/features/consultations/pages/contest-page.tsx';
import { EnvelopesPage } from '../../apps/web/src/features/consultations/pages/envelopes-page.tsx';
import { FreezePage } from '../../apps/web/src/features/consultations/pages/freeze-page.tsx';
import { MakePage } from '../../apps/web/src/features/consultations/pages/make-page.tsx';
import {
  ChooseTerritoryPage,
  NewConsultationPage,
} from '../../apps/web/src/features/consultations/pages/new-pages.tsx';
import { OptionsPage } from '../../apps/web/src/features/consultations/pages/options-page.tsx';
import { ConsultationPage, PublicContestPage } from '../../apps/web/src/features/consultations/pages/public-pages.tsx';
import { TemplatesPage } from '../../apps/web/src/features/consultations/pages/templates-page.tsx';
import type { ContestView, EnvelopeLine } from '../../apps/web/src/features/consultations/pages/views.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { calendarStates } from './calendar-states.tsx';
import { draft, open } from './consultation-heads.ts';
import { optionStates } from './option-states.tsx';
import type { PageState } from './page-state.ts';
import { lines, roomStates } from './room-states.tsx';
import { paper, ruleStates } from './rule-states.tsx';
import { stations } from './station-states.tsx';

const staff = { name: 'Olga Prieto' };
const id = '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c11';
const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';

const contest: ContestView = {
  head: draft,
  id,
  name: 'La Enramada',
  code: 'C00422',
  above: ['República', 'Ribera', 'Puerto Solana'],
  template: 'Proyecto de la comuna',
  status: 'draft',
  envelope: '10000.00',
  paper,
  voters: 1140,
  turnout: null,
  hasWaiver: false,
  isFrozen: true,
  order: null,
  options: [
    ['Renovar la plaza central', 'Piso, bancos y sombra para la plaza.', '3800.50', 'El Molino', 'espacio público'],
    ['Techo del mercado', '', '3400.00', 'El Molino', 'economía'],
    ['Pozo y bomba', 'Agua limpia para ciento veinte familias.', '1100.00', 'Campo Nuevo', 'agua'],
  ].map(([title = '', summary = '', cost = '', place = '', theme = ''], i) => ({
    ...{ number: i + 1, title, summary, cost, place, theme, isApproved: i !== 1, isWithdrawn: false },
  })),
};
export const openContest: ContestView = {
  ...contest,
  head: open,
  status: 'open',
  turnout: 612,
  hasWaiver: true,
  options: contest.options.map((option) => ({ ...option, isApproved: true, isWithdrawn: option.number === 2 })),
};

const envelopes: readonly EnvelopeLine[] = [
  {
    id,
    name: 'Consulta popular nacional 2026',
    depth: 0,
    amount: '53360000.00',
    sum: '53350000.00',
    isWrong: true,
    contests: 0,
  },
  { id: `${id}-1`, name: 'Costa', depth: 1, amount: '13350000.00', sum: '13350000.00', isWrong: false, contests: 1335 },
  { id: `${id}-2`, name: 'Reserva', depth: 1, amount: '40000000.00', sum: null, isWrong: false, contests: 0 },
];

const wrong = (field: string, says: string, values: readonly (readonly [string, string])[] = []): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});

/** States of the pages of consultations. */
export const consultationStates: readonly PageState[] = [
  ...roomStates,
  {
    name: 'consultation-new-where',
    draw: (frame, t) =>
      ChooseTerritoryPage({
        territories: [
          { id, code: 'VE', name: 'República', above: null },
          { id: `${id}-2`, code: 'R04', name: 'Ribera', above: 'República' },
        ],
        ...{ words: '', staff, frame, t },
      }),
  },
  {
    name: 'consultation-new',
    draw: (frame, t) =>
      NewConsultationPage({
        territory: { id, name: 'República' },
        form: wrong('currency', t.controlRoom.wrong.currency, [
          ['languages', 'es en'],
          ['title_es', 'Consulta popular'],
          ['currency', 'bolívar'],
        ]),
        ...{ staff, frame, t },
      }),
  },
  ...calendarStates,
  {
    name: 'consultation-envelopes',
    draw: (frame, t) =>
      EnvelopesPage({
        view: { head: draft, envelopes, problems: ['sum_differs'] },
        staff,
        frame,
        t,
        form: freshForm(),
      }),
  },
  {
    name: 'consultation-templates',
    draw: (frame, t) =>
      TemplatesPage({
        view: {
          head: draft,
          templates: [
            { id, name: 'Proyecto de la comuna', contests: 5336, template: paper, hash: null },
            { id: `${id}-2`, name: 'Proyecto de la ciudad', contests: 0, template: paper, hash: null },
          ],
        },
        ...{ staff, frame, t, form: wrong('main', t.drafts.has_contests) },
      }),
  },
  ...ruleStates,
  ...optionStates,
  {
    name: 'consultation-make',
    draw: (frame, t) =>
      MakePage({
        view: { head: draft, template: { id, name: 'Proyecto de la comuna' }, envelopes },
        ...{ staff, frame, t, form: freshForm([['by', 'level']]), made: { made: 5336, taken: 1 } },
      }),
  },
  {
    name: 'consultation-options',
    draw: (frame, t) =>
      OptionsPage({
        view: {
          ...{ head: draft, templates: [{ id, name: 'Proyecto de la comuna' }], maximumBytes: 32_000_000 },
          problems: [
            { line: 3, problem: { type: 'repeated_number', number: 7, first: 2 } },
            { line: 12, problem: { type: 'no_contest', code: 'C99999' } },
            { line: null, problem: { type: 'missing_column', column: 'title', found: [] } },
          ],
          ...{ more: 117, list: id, loaded: null },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'consultation-options-loaded',
    draw: (frame, t) =>
      OptionsPage({
        view: {
          ...{ head: draft, templates: [{ id, name: 'Proyecto de la comuna' }], maximumBytes: 32_000_000 },
          ...{ problems: [], more: 0, list: null, loaded: { options: 36_674, contests: 5336, ignored: ['foto'] } },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'consultation-freeze-missing',
    draw: (frame, t) =>
      FreezePage({
        view: {
          head: draft,
          problems: [
            { type: 'calendar', problem: { type: 'already_begun' } },
            { type: 'envelope', problem: { type: 'sum_differs', id, amount: 1n, sum: 2n } },
            { type: 'template', id, problem: { type: 'most_out_of_range', most: 0 } },
            { type: 'template', id, problem: { type: 'unknown_theme', names: ['Agua', 'Luz'] } },
            { type: 'options', problem: 'not_approved', contests: 741 },
            { type: 'no_mailer' },
          ],
          ...{ rules: [], lineUp: hash, contests: 5336, asksMailCode: true, waiting: null },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'consultation-freeze',
    draw: (frame, t) =>
      FreezePage({
        view: {
          ...{ head: draft, problems: [], lineUp: hash, contests: 5336, asksMailCode: true, waiting: null },
          rules: [{ template: id, name: 'Proyecto de la comuna', hash }],
        },
        ...{ staff, frame, t, form: wrong('reason', t.consultations.acts.refused.reason_missing) },
      }),
  },
  {
    name: 'contest-staff',
    draw: (frame, t) => ContestPage({ view: contest, staff, frame, t, doings: { form: freshForm() } }),
  },
  {
    name: 'contest-staff-open',
    draw: (frame, t) =>
      ContestPage({
        ...{ view: openContest, staff, frame, t },
        doings: { form: wrong('number', t.consultations.acts.refused.last_option, [['number', '2']]) },
      }),
  },
  {
    name: 'consultation-public',
    draw: (frame, t) =>
      ConsultationPage({
        view: {
          ...{ head: open, envelope: '53360000.00', hasTrustees: true, stations, annulment: null, delays: [] },
          ...{ words: '', page: 1, perPage: 25, total: 5336, found: lines },
        },
        ...{ frame, t },
      }),
  },
  {
    name: 'consultation-public-none',
    draw: (frame, t) =>
      ConsultationPage({
        view: {
          ...{
            head: { ...open, status: 'certified' },
            envelope: null,
            hasTrustees: false,
            stations: null,
            annulment: null,
            delays: [],
          },
          ...{ words: 'Atlántida', page: 1, perPage: 25, total: 0, found: [] },
        },
        ...{ frame, t },
      }),
  },
  { name: 'contest-public', draw: (frame, t) => PublicContestPage({ view: openContest, frame, t }) },
  {
    name: 'contest-public-annulled',
    draw: (frame, t) => PublicContestPage({ view: { ...openContest, status: 'annulled' }, frame, t }),
  },
];
