import { CalendarPage } from '../../apps/web/src/features/consultations/pages/calendar-page.tsx';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, frozen } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const wrong = (field: string, says: string, values: readonly (readonly [string, string])[]): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});
const writtenDraft = [
  ['languages', 'es en'],
  ['title_es', 'Consulta popular nacional 2026'],
  ['currency', 'VES'],
  ['decimals', '2'],
  ['zone', 'America/Caracas'],
  ['opens_at', '2026-11-22T06:00'],
  ['closes_at', '2026-11-22T18:00'],
] as const;

/** Title, languages, currency and calendar of a consultation. */
export const calendarStates: readonly PageState[] = [
  {
    name: 'consultation-calendar',
    draw: (frame, t) =>
      CalendarPage({
        ...{ view: { head: draft, hasAmounts: true, hasHours: true }, staff, frame, t, isSaved: true },
        form: freshForm(writtenDraft),
      }),
  },
  {
    name: 'consultation-calendar-correcting',
    draw: (frame, t) =>
      CalendarPage({
        ...{ view: { head: draft, hasAmounts: false, hasHours: false }, staff, frame, t, isSaved: false },
        form: wrong('title_en', t.controlRoom.wrong.title, writtenDraft),
      }),
  },
  {
    name: 'consultation-extend',
    draw: (frame, t) =>
      CalendarPage({
        ...{ view: { head: frozen, hasAmounts: true, hasHours: true }, staff, frame, t, isSaved: false },
        form: wrong('closes_at', t.consultations.acts.refused.not_later, [['closes_at', '2026-11-22T17:00']]),
      }),
  },
];
