import { defaultRuleSet } from '@convite/counting';
import type { ContestTemplate } from '@convite/domain';
import { PreviewPage } from '../../apps/web/src/features/consultations/pages/preview-page.tsx';
import { RulesPage } from '../../apps/web/src/features/consultations/pages/public-pages.tsx';
import { RulePage } from '../../apps/web/src/features/consultations/pages/rule-page.tsx';
import type { RuleView } from '../../apps/web/src/features/consultations/pages/views.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { draft, open } from './consultation-heads.ts';
import type { PageState } from './page-state.ts';

const staff = { name: 'Olga Prieto' };
const id = '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c11';
const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';

export const paper: ContestTemplate = {
  form: 'choose_one',
  most: 1,
  mayBeBlank: true,
  rule: { ...defaultRuleSet('greedy', 'approval'), maximumWinners: 1, ties: ['lower-cost'] },
  group: 'Ed25519',
};
const shares: ContestTemplate = {
  form: 'approval',
  most: 6,
  mayBeBlank: true,
  rule: {
    ...defaultRuleSet('equal-shares', 'approval'),
    minimumSupport: { votes: 30, shareOfBallots: '1/20', points: 0 },
    exclusiveGroups: [['3', '24']],
    categoryBudgets: { 'Agua y saneamiento': '500000' },
    neighbourhoodBudgets: { 'El Cerro': '120000.50' },
    ties: ['lower-cost', 'project-id'],
  },
  group: 'Ed25519',
};
const topUp: ContestTemplate = {
  ...paper,
  rule: {
    ...{ ...defaultRuleSet('phragmen', 'approval'), rule: 'greedy', utility: 'cardinality', order: 'per-cost' },
    misfit: { topUp: '1/2', reserve: '50000' },
  },
};
const rule: RuleView = {
  ...{ head: draft, id, name: 'Proyecto de la comuna', template: shares, kind: 'mixed', least: 50, hash: null },
};

const wrong = (field: string, says: string, values: readonly (readonly [string, string])[] = []): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});

/** The rule of a template: for those who write it, tried on past votes, and for everyone. */
export const ruleStates: readonly PageState[] = [
  {
    name: 'consultation-rule',
    draw: (frame, t) =>
      RulePage({
        ...{ view: rule, staff, frame, t, isSaved: false, maximumBytes: 20_000_000 },
        form: freshForm([
          ['form', 'approval'],
          ['most', '6'],
          ['blank', 'yes'],
          ['rule', 'equal-shares'],
          ['completion', 'add1-greedy'],
          ['minimum', '30'],
          ['minimum_share', '5'],
          ['exclusive', '3 24'],
          ['themes', 'Agua y saneamiento; 500000'],
          ['places', 'El Cerro; 120000.50'],
          ['ties', 'lower-cost-project-id'],
          ['group', 'Ed25519'],
        ]),
        preview: wrong('recount', t.controlRoom.wrong.recount, [['recount', '/recounts/00']]),
      }),
  },
  {
    name: 'consultation-rule-refused',
    draw: (frame, t) =>
      RulePage({
        view: { ...rule, template: topUp, kind: 'homomorphic', least: 10 },
        ...{ staff, frame, t, isSaved: false, maximumBytes: 20_000_000, preview: freshForm() },
        form: {
          values: new Map([
            ['form', 'choose_one'],
            ['blank', 'yes'],
            ['rule', 'greedy'],
            ['order', 'votes-per-money'],
            ['misfit', 'top-up'],
            ['reserve', '0'],
            ['top_up', '50'],
            ['comparison', 'greedy'],
            ['themes', 'agua'],
            ['ties', 'lots'],
            ['group', 'BELENIOS-2048'],
          ]),
          problems: [
            { field: 'top_up', says: t.consultations.templateProblems.top_up_without_effect },
            { field: 'comparison', says: t.controlRoom.wrong.only_equal_shares },
            { field: 'themes', says: t.controlRoom.wrong.limits },
          ],
        },
      }),
  },
  {
    name: 'consultation-preview',
    draw: (frame, t) =>
      PreviewPage({
        view: {
          head: draft,
          template: { id, name: 'Proyecto de la comuna' },
          vote: 'Comuna La Enramada, 2026',
          href: '/recounts/00',
          table: `/org/c/enramada/rule/${id}/preview/00/outcome.csv`,
          outcome: {
            type: 'counted',
            beside: 'greedy',
            unit: 'u',
            projects: [
              { id: 'P01', name: 'Renovar la plaza central', cost: '38000', votes: 183, here: 'wins', beside: 'wins' },
              { id: 'P02', name: 'Techo del mercado', cost: '34000', votes: 142, here: 'loses', beside: 'wins' },
              { id: 'P11', name: 'Taller de música', cost: '3800', votes: 40, here: 'lots', beside: 'loses' },
            ],
          },
        },
        ...{ staff, frame, t },
      }),
  },
  {
    name: 'consultation-rules',
    draw: (frame, t) =>
      RulesPage({
        view: {
          head: open,
          asksMailCode: true,
          rules: [{ name: 'Proyecto de la comuna', template: shares, kind: 'mixed', least: 50, hash }],
          changes: [
            { event: 'rule.freeze', at: '2026-11-01T12:00:00.000Z', reason: 'Todo está revisado.', what: '' },
            {
              event: 'option.withdraw',
              at: '2026-11-20T12:00:00.000Z',
              reason: 'El terreno no es de la comuna.',
              what: '2. Techo del mercado',
            },
          ],
        },
        ...{ frame, t },
      }),
  },
];
