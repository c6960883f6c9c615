import { OptionPage, type OptionView } from '../../apps/web/src/features/consultations/pages/option-page.tsx';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const contest = { id: '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c11', name: 'La Enramada' };
const added: OptionView = { head: draft, contest, was: null, languages: ['es', 'en'] };

/** One option of a paper, typed into a form. */
export const optionStates: readonly PageState[] = [
  {
    name: 'option-new',
    draw: (frame, t) => OptionPage({ view: added, staff, frame, t, form: freshForm() }),
  },
  {
    name: 'option-corrected',
    draw: (frame, t) =>
      OptionPage({
        view: { ...added, was: 3, languages: ['es'] },
        ...{ staff, frame, t },
        form: {
          values: new Map([
            ['number', '1'],
            ['title', 'Techo del mercado'],
            ['summary', 'Láminas nuevas y canaletas para los 40 puestos.'],
            ['cost', '15.000,00'],
            ['place', 'Centro'],
            ['theme', 'economía'],
          ]),
          problems: [
            { field: 'number', says: t.optionForms.wrong.repeated_number(1) },
            { field: 'cost', says: t.controlRoom.problem.bad_cost('15.000,00', 2) },
          ],
        },
      }),
  },
];
