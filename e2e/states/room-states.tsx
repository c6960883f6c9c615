import { AnnulManyPage } from '../../apps/web/src/features/consultations/pages/annul-many-page.tsx';
import { BulkPage, WorkPage } from '../../apps/web/src/features/consultations/pages/bulk-pages.tsx';
import { RoomPage } from '../../apps/web/src/features/consultations/pages/room-page.tsx';
import type { RoomLine, RoomView } from '../../apps/web/src/features/consultations/pages/views.ts';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, open } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const id = '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c11';
const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';

const line = (i: number, more: Partial<RoomLine>): RoomLine => ({
  id: `${id.slice(0, -2)}${String(i).padStart(2, '0')}`,
  code: `C${String(i * 211).padStart(5, '0')}`,
  name:
    ['Boca del Tigre', 'Peñas Blancas', 'La Enramada', 'Los Tres Puentes', 'Vado Hondo', 'Campo Alegre Sur'][i] ?? '',
  above: ['Costa', 'Sierra', 'Ribera', 'Ribera', 'Llano', 'Delta'][i] ?? '',
  template: null,
  status: 'draft',
  need: null,
  options: 7,
  approved: 7,
  voters: 1140,
  turnout: null,
  counted: null,
  signed: null,
  ...more,
});
export const lines: readonly RoomLine[] = [
  line(0, { need: 'no_options', options: 0, approved: 0 }),
  line(1, { need: 'cost' }),
  line(2, { need: 'no_voters', voters: 0 }),
  line(3, { need: 'approval', approved: 4 }),
  line(4, { need: 'waiver', voters: 7 }),
  line(5, { need: 'no_election' }),
];

const room: RoomView = {
  head: draft,
  address: '/org/c/nacional-2026',
  query: { state: '', template: '', below: '', words: '', page: 2 },
  lines,
  total: 5336,
  perPage: 25,
  groups: [
    { is: { need: 'no_options' }, contests: 12, options: 0, voters: 13_680 },
    { is: { need: 'approval' }, contests: 741, options: 5187, voters: 844_740 },
    { is: { need: 'waiver' }, contests: 3, options: 21, voters: 20 },
    { is: { need: 'no_election' }, contests: 4580, options: 31_466, voters: 5_221_200 },
  ],
  contests: 5336,
  set: hash,
  templates: [],
  territories: {
    way: [],
    inside: [
      { id, name: 'Costa' },
      { id: `${id.slice(0, -1)}2`, name: 'Sierra' },
    ],
  },
  steps: [
    { name: 'calendar', href: '#', is: 'done' },
    { name: 'envelopes', href: '#', is: 'wrong' },
    { name: 'templates', href: '#', is: 'done' },
    { name: 'contests', href: '#', is: 'done' },
    { name: 'options', href: '#', is: 'open' },
    { name: 'stations', href: '#', is: 'open' },
    { name: 'second_factor', href: '#', is: 'off' },
    { name: 'freeze', href: '#', is: 'open' },
    { name: 'order', href: '#', is: 'open' },
    { name: 'roll', href: '#', is: 'open' },
    { name: 'trustees', href: '#', is: 'open' },
    { name: 'preparation', href: '#', is: 'open' },
    { name: 'vote', href: '#', is: 'open' },
    { name: 'tally', href: '#', is: 'open' },
  ],
  trustees: null,
  needed: null,
  works: ['approve_options', 'sign_waivers', 'remove_contests'],
  ...{ mayAnnul: false, hasRollOfPart: false },
};
const openRoom: RoomView = {
  ...room,
  head: open,
  query: { state: 'open', template: `${id.slice(0, -1)}8`, below: id, words: 'enra', page: 1 },
  lines: lines.map((one) => ({ ...one, status: 'open', need: null, turnout: 612 })),
  total: 6,
  groups: [
    { is: { status: 'open' }, contests: 5335, options: 36_667, voters: 6_081_000 },
    { is: { status: 'annulled' }, contests: 1, options: 7, voters: 1140 },
  ],
  steps: room.steps.map((step) => ({ ...step, is: 'frozen' })),
  trustees: { all: 5, rehearsed: 3 },
  works: [],
  mayAnnul: true,
  templates: [
    { id: `${id.slice(0, -1)}8`, name: 'Proyecto de la comuna' },
    { id: `${id.slice(0, -1)}9`, name: 'Obra de la ciudad' },
  ],
  territories: {
    way: [{ id, name: 'Costa' }],
    inside: [
      { id: `${id.slice(0, -1)}3`, name: 'Puerto Solana' },
      { id: `${id.slice(0, -1)}4`, name: 'Vado Hondo' },
    ],
  },
};

const tallyingRoom: RoomView = {
  ...openRoom,
  head: { ...draft, status: 'tallying' },
  query: { state: '', template: '', below: '', words: '', page: 1 },
  lines: [
    line(0, { status: 'closed', need: 'fault', turnout: 612 }),
    line(1, { status: 'closed', need: 'trustees', turnout: 611, counted: 611, signed: 1 }),
    line(2, { status: 'tallied', turnout: 705, counted: 705, signed: 3 }),
    line(3, { status: 'withheld', turnout: 4, counted: 4 }),
  ],
  groups: [
    { is: { need: 'fault' }, contests: 1, options: 7, voters: 1140 },
    { is: { need: 'trustees' }, contests: 5334, options: 36_660, voters: 6_081_000 },
    { is: { status: 'withheld' }, contests: 1, options: 7, voters: 1140 },
  ],
  needed: 3,
};

/** States of the control room, and of what is done in it to many contests at once. */
export const roomStates: readonly PageState[] = [
  { name: 'control-room', draw: (frame, t) => RoomPage({ view: room, staff, frame, t }) },
  { name: 'control-room-open', draw: (frame, t) => RoomPage({ view: openRoom, staff, frame, t }) },
  { name: 'control-room-tallying', draw: (frame, t) => RoomPage({ view: tallyingRoom, staff, frame, t }) },
  {
    name: 'control-room-of-part',
    draw: (frame, t) =>
      RoomPage({
        view: { ...room, steps: [], works: [], total: 6, query: { ...room.query, page: 1 }, hasRollOfPart: true },
        staff,
        frame,
        t,
      }),
  },
  {
    name: 'control-room-of-part-empty',
    draw: (frame, t) =>
      RoomPage({
        view: {
          ...{ ...room, contests: 0, lines: [], total: 0, groups: [], works: [], steps: [], hasRollOfPart: true },
          query: { ...room.query, page: 1 },
        },
        staff,
        frame,
        t,
      }),
  },
  {
    name: 'control-room-empty',
    draw: (frame, t) =>
      RoomPage({
        view: { ...room, contests: 0, lines: [], total: 0, groups: [], works: [], query: { ...room.query, page: 1 } },
        staff,
        frame,
        t,
      }),
  },
  {
    name: 'bulk-preview',
    draw: (frame, t) =>
      BulkPage({
        view: {
          ...{ head: draft, work: 'approve_options', query: room.query },
          ...{ total: 741, set: hash, first: lines, isOld: true },
        },
        ...{ staff, frame, t },
      }),
  },
  ...(
    [
      ['annul-many', { total: 312, waiting: null }, false],
      ['annul-many-old', { total: 312, waiting: null }, true],
      ['annul-many-proposed', { total: 312, waiting: id }, false],
      ['annul-many-none', { total: 0, first: [], waiting: null }, false],
    ] as const
  ).map(([name, more, isOld]): PageState => ({
    name,
    draw: (frame, t) => {
      const { head, query, lines: first } = openRoom;
      const form = isOld
        ? { values: new Map(), problems: [{ field: 'reason', says: t.controlRoom.previewOld }] }
        : freshForm();
      return AnnulManyPage({ view: { head, query, set: hash, first, ...more }, staff, frame, t, form });
    },
  })),
  {
    name: 'bulk-work',
    draw: (frame, t) =>
      WorkPage({
        view: { head: draft, work: 'approve_options', of: 741, done: 500, changed: 3500, isOver: false },
        ...{ staff, frame, t },
      }),
  },
  {
    name: 'bulk-done',
    draw: (frame, t) =>
      WorkPage({
        view: { head: draft, work: 'sign_waivers', of: 3, done: 3, changed: 3, isOver: true },
        ...{ staff, frame, t },
      }),
  },
];
