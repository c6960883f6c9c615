import { AnswerPage } from '../../apps/web/src/features/tally/pages/answer-page.tsx';
import { TallyPage } from '../../apps/web/src/features/tally/pages/tally-page.tsx';
import type { AnswerLine, AnswerView, TallyLine, TallyView } from '../../apps/web/src/features/tally/pages/views.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Ana Pérez' };
const names = ['Ana Pérez', 'María de los Ángeles Echeverría Iturriaga', 'علي حسن', 'Rosa Paz', ''] as const;
const id = '00000000-0000-4000-8000-000000000000';
const failure = {
  check: 'container.hashes',
  place: 'byte 51712',
  message: 'The content is not the one that its name says, whose SHA-256 is 9f2c41d70be863aa5d10c7f488e21b36.',
};

const line = (i: number, more: Partial<TallyLine>): TallyLine => ({
  id: `${id.slice(0, -1)}${i}`,
  code: `C0021${i}`,
  name:
    ['Boca del Tigre', 'Peñas Blancas', 'La Enramada', 'Los Tres Puentes', 'Vado Hondo', 'Campo Alegre Sur'][i] ?? '',
  template: 'Proyecto de la comuna',
  stage: 'decrypt',
  counted: 612,
  isShuffled: true,
  hasBoard: true,
  shuffles: 2,
  decryptions: 1,
  failure: null,
  ...more,
});
const answer = (i: number, more: Partial<AnswerLine>): AnswerLine => ({
  id: `${id.slice(0, -1)}${i}`,
  owner: 2,
  at: '2026-11-22T23:10:00.000Z',
  contests: 5330,
  done: 5330,
  isDone: true,
  counts: { taken: 5330 },
  ...more,
});

const open: TallyView = {
  ...{ slug: 'nacional-2026', title: 'Consulta popular nacional 2026', status: 'open' },
  ...{ closesAt: '2026-11-22T22:00:00.000Z', zone: 'America/Caracas', contests: 5336 },
  stages: [{ stage: 'voting', contests: 5336 }],
  trustees: names.map((name, i) => ({ owner: i + 1, name, shuffles: 0, decryptions: 0, waiting: 0 })),
  ...{ threshold: 3, own: 1, query: { stage: undefined, page: 1 } },
  lines: [line(0, { stage: 'voting', counted: null, isShuffled: false, shuffles: 0, decryptions: 0 })],
  ...{ total: 5336, perPage: 25, answers: [] },
};
const waiting: TallyView = {
  ...open,
  status: 'tallying',
  stages: [
    { stage: 'fault', contests: 1 },
    { stage: 'shuffle', contests: 2 },
    { stage: 'decrypt', contests: 5328 },
    { stage: 'withheld', contests: 4 },
    { stage: 'annulled', contests: 1 },
  ],
  trustees: names.map((name, i) => ({ owner: i + 1, name, shuffles: i === 0 ? 2 : 0, decryptions: 0, waiting: 5328 })),
  query: { stage: undefined, page: 2 },
  lines: [
    line(0, { stage: 'fault', counted: null, failure }),
    line(1, { stage: 'shuffle', shuffles: 1, decryptions: 0 }),
    line(2, {}),
    line(3, { isShuffled: false, shuffles: 0 }),
    line(4, { stage: 'withheld', counted: 7 }),
    line(5, { stage: 'annulled', counted: null }),
  ],
  answers: [
    answer(1, { isDone: false, done: 1200, counts: { taken: 1200 } }),
    answer(2, { owner: 1, contests: 4, done: 4, counts: { taken: 1, stale: 1, refused: 2 } }),
  ],
};
const opened: TallyView = {
  ...waiting,
  stages: [
    { stage: 'opened', contests: 5331 },
    { stage: 'withheld', contests: 5 },
  ],
  trustees: waiting.trustees.map((each) => ({ ...each, decryptions: 5331, waiting: 0 })),
  query: { stage: 'opened', page: 1 },
  lines: [line(0, { stage: 'opened', decryptions: 3 })],
  answers: [answer(1, {})],
};

const looking: AnswerView = {
  ...{ slug: open.slug, title: open.title, left: [] },
  answer: answer(1, { isDone: false, done: 1200, counts: { taken: 1200 } }),
};
const partly: AnswerView = {
  ...looking,
  answer: answer(2, { contests: 4, done: 4, counts: { taken: 1, stale: 1, unknown: 1, refused: 1 } }),
  left: [
    {
      ...{ contest: id, name: 'La Enramada', kind: 'decryption', outcome: 'refused' },
      failure: { check: 'side.proofs', place: 'side file', message: 'The section is not that of this decryption.' },
    },
    { contest: `${id.slice(0, -1)}9`, name: null, kind: 'decryption', outcome: 'unknown', failure: null },
    { contest: `${id.slice(0, -1)}8`, name: 'Vado Hondo', kind: 'shuffle', outcome: 'stale', failure: null },
  ],
};

const tally = (name: string, view: TallyView, form: FormState = freshForm()): PageState => ({
  name: `tally-${name}`,
  draw: (frame, t) => TallyPage({ view, staff, frame, t, form }),
});
const brought = (name: string, view: AnswerView): PageState => ({
  name: `tally-answer-${name}`,
  draw: (frame, t) => AnswerPage({ view, staff, frame, t }),
});

/** Opening the results. */
export const tallyStates: readonly PageState[] = [
  tally('open', open),
  tally('preparing', { ...waiting, status: 'closed', stages: [{ stage: 'preparing', contests: 5336 }], answers: [] }),
  tally('waiting', waiting),
  tally('any-trustee', { ...waiting, own: undefined }),
  tally('no-trustee', { ...waiting, own: null }),
  tally('opened', opened),
  {
    name: 'tally-wrong',
    draw: (frame, t) => {
      const form = { ...freshForm(), problems: [{ field: 'file', says: t.tally.refusals.other_work }] };
      return TallyPage({ view: waiting, staff, frame, t, form });
    },
  },
  brought('checking', looking),
  brought('partly', partly),
];
