import { OpeningPage } from '../../apps/web/src/features/consultations/pages/opening-page.tsx';
import { ConsultationPage } from '../../apps/web/src/features/consultations/pages/public-pages.tsx';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import { frozen, open } from './consultation-heads.ts';
import { lines } from './room-states.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const act = '00000001-0000-4000-8000-000000000000';

/** Opening and closing a vote. */
export const voteStates: readonly PageState[] = [
  {
    name: 'vote-opening-missing',
    draw: (frame, t) =>
      OpeningPage({
        view: {
          head: frozen,
          problems: [
            { type: 'contests', need: 'no_election', contests: 4580 },
            { type: 'roll_not_frozen' },
            { type: 'no_trustees' },
            { type: 'not_rehearsed', trustees: 2 },
            { type: 'unsafe_database', settings: ['fsync', 'synchronous_commit'] },
          ],
          ...{
            contests: 5336,
            lacksStations: true,
            lacksOrder: true,
            mayClose: false,
            mayAnnul: true,
            waiting: null,
            waitingAnnulment: null,
          },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'vote-closing',
    draw: (frame, t) =>
      OpeningPage({
        view: {
          ...{ head: open, problems: [{ type: 'not_now', state: 'open' }] },
          ...{
            contests: 5336,
            lacksStations: false,
            lacksOrder: false,
            mayClose: true,
            mayAnnul: true,
            waiting: null,
            waitingAnnulment: null,
          },
        },
        ...{
          staff,
          frame,
          t,
          form: { ...freshForm(), problems: [{ field: 'reason', says: t.consultations.acts.refused.reason_missing }] },
        },
      }),
  },
  {
    name: 'vote-closing-proposed',
    draw: (frame, t) =>
      OpeningPage({
        view: {
          head: { ...open, isDemo: true },
          problems: [{ type: 'not_now', state: 'open' }],
          ...{
            contests: 2,
            lacksStations: true,
            lacksOrder: true,
            mayClose: true,
            mayAnnul: true,
            waiting: act,
            waitingAnnulment: act,
          },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'vote-annulled',
    draw: (frame, t) =>
      OpeningPage({
        view: {
          ...{ head: { ...open, status: 'annulled' }, problems: [{ type: 'not_now', state: 'annulled' }], contests: 0 },
          ...{
            lacksStations: false,
            lacksOrder: false,
            mayClose: false,
            mayAnnul: false,
            waiting: null,
            waitingAnnulment: null,
          },
        },
        ...{ staff, frame, t, form: freshForm() },
      }),
  },
  {
    name: 'consultation-public-late',
    draw: (frame, t) =>
      ConsultationPage({
        view: {
          ...{ head: { ...open, status: 'tallying' }, envelope: '53360000.00', hasTrustees: true, stations: null },
          annulment: null,
          delays: [
            { at: '2026-11-23T20:00:00.000Z', reason: 'Sin luz desde el domingo: falta una parte de la clave.' },
          ],
          ...{ words: '', page: 1, perPage: 25, total: 5336, found: lines },
        },
        ...{ frame, t },
      }),
  },
  {
    name: 'consultation-public-annulled',
    draw: (frame, t) =>
      ConsultationPage({
        view: {
          ...{ head: { ...open, status: 'annulled' }, envelope: '53360000.00', hasTrustees: true, stations: null },
          ...{ words: '', page: 1, perPage: 25, total: 5336, found: lines },
          annulment: {
            at: '2026-11-22T16:00:00.000Z',
            reason: 'Se perdieron las cartas de tres municipios, y con ellas la confianza en quién ha votado.',
            people: ['Gloria Marín', 'Gabriel Ortega'],
            ...{ hadFrozen: true, hasArchive: true },
          },
          delays: [],
        },
        ...{ frame, t },
      }),
  },
];
