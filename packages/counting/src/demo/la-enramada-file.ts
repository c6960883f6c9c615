import { canonicalJson } from '@convite/kernel';
import { composePabulib } from '../formats/write-pabulib.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import { NEIGHBOURHOODS, PROJECTS, THEMES, WHOLE_COMMUNE } from './la-enramada.ts';
import { demoBallots } from './la-enramada-ballots.ts';
import type { SampleLanguage } from './sample.ts';

/** The rule that the assembly of La Enramada froze before the ideas were known. */
export const LA_ENRAMADA_RULE_SET: EqualSharesRuleSet = {
  schema: 'convite/rule-set/1',
  rule: 'equal-shares',
  utility: 'cost',
  divisor: 'marked-ballots',
  completion: 'add1-greedy',
  add1Step: '1',
  comparison: 'none',
  minimumSupport: { votes: 30, shareOfBallots: '1/20', points: 0 },
  exclusiveGroups: [['P03', 'P24']],
  categoryBudgets: {},
  neighbourhoodBudgets: {},
  maximumWinners: null,
  ties: ['lower-cost'],
};

/** As certified on 15 June 2026. */
const FUNDED = new Set(['P01', 'P23', 'P09', 'P12', 'P22', 'P16', 'P21', 'P17', 'P11']);

const TEXTS = {
  description: {
    es: 'Presupuesto participativo 2026, Comuna La Enramada',
    en: 'Participatory budget 2026, commune of La Enramada',
  },
  country: { es: 'Lugar inventado', en: 'Invented place' },
  comment: {
    es: '#1: Datos inventados para mostrar cómo se cuenta; ni el lugar ni las personas existen. #2: P03 y P24 ocupan el mismo sitio.',
    en: '#1: Invented data to show how votes are counted; neither the place nor the people exist. #2: P03 and P24 take the same site.',
  },
};

/** The vote of La Enramada as a `.pb` text. Names and themes in the language asked for, everything else the same. */
export function laEnramada(language: SampleLanguage): string {
  const ballots = demoBallots();
  const placeName = (code: string) =>
    NEIGHBOURHOODS.find((neighbourhood) => neighbourhood.code === code)?.name ?? WHOLE_COMMUNE[language];
  const votes = (id: string) => ballots.filter(({ choices }) => choices.includes(id)).length;
  return composePabulib({
    meta: new Map([
      ['description', TEXTS.description[language]],
      ['country', TEXTS.country[language]],
      ['unit', 'Puerto Solana'],
      ['subunit', 'La Enramada'],
      ['instance', '2026'],
      ['num_projects', String(PROJECTS.length)],
      ['num_votes', String(ballots.length)],
      ['budget', '120000'],
      ['vote_type', 'approval'],
      ['rule', 'equalshares/add1'],
      ['date_begin', '05.06.2026'],
      ['date_end', '07.06.2026'],
      ['max_length', '6'],
      ['min_project_score_threshold', '30'],
      ['language', language],
      ['currency', 'XTS'],
      ['experimental', '1'],
      ['comment', TEXTS.comment[language]],
      ['rule_set', canonicalJson(LA_ENRAMADA_RULE_SET)],
    ]),
    projects: [
      ['project_id', 'cost', 'votes', 'name', 'category', 'selected', 'neighborhood'],
      ...PROJECTS.map(({ id, cost, name, theme, place }) => [
        id,
        String(cost),
        String(votes(id)),
        name[language],
        THEMES[theme][language],
        FUNDED.has(id) ? '1' : '0',
        placeName(place),
      ]),
    ],
    votes: [
      ['voter_id', 'vote', 'voting_method', 'neighborhood'],
      ...ballots.map(({ choices, channel, neighbourhood }, i) => [
        String(i + 1),
        choices.join(','),
        channel,
        placeName(neighbourhood),
      ]),
    ],
  });
}
