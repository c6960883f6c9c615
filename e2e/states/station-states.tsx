import { StationsPage } from '../../apps/web/src/features/consultations/pages/stations-page.tsx';
import type { StationsView } from '../../apps/web/src/features/consultations/pages/views.ts';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, open } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
export const stations = [
  {
    id: '00000001-0000-4000-8000-000000000001',
    name: 'Mesa 2, Casa comunal',
    place: 'Calle del Molino 14, frente a la parada de Puente Viejo',
    hours: 'Domingo 7 de junio, de 8:00 a 18:00',
  },
  {
    id: '00000001-0000-4000-8000-000000000002',
    name: 'Mesa de la escuela básica “Simón Rodríguez”',
    place: 'Avenida Principal de Las Lomas, al lado del puesto de salud',
    hours: 'Todos los días, de 9:00 a 13:00',
  },
] as const;
const [first] = stations;
const view: StationsView = { head: draft, languages: ['es', 'en'], mayChange: true, stations, mended: null };

/** Tables where people vote with help. */
export const stationStates: readonly PageState[] = [
  {
    name: 'stations-none',
    draw: (frame, t) =>
      StationsPage({
        ...{ view: { ...view, stations: [] }, staff, frame, t, isSaved: false },
        form: { ...freshForm(), problems: [{ field: 'place', says: t.controlRoom.wrong.station_text }] },
      }),
  },
  {
    name: 'stations-mended',
    draw: (frame, t) =>
      StationsPage({
        view: {
          ...view,
          head: open,
          mended: { ...first, hours: { es: first.hours, en: 'Sunday 7 June, 8:00 to 18:00' } },
        },
        ...{ staff, frame, t, isSaved: true, form: freshForm(Object.entries(first)) },
      }),
  },
  {
    name: 'stations-over',
    draw: (frame, t) =>
      StationsPage({
        ...{
          view: { ...view, head: { ...open, status: 'closed' }, mayChange: false },
          staff,
          frame,
          t,
          isSaved: false,
          form: freshForm(),
        },
      }),
  },
];
