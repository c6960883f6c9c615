import { contestStates, statesBefore, templateProblems } from '@convite/domain';
import { isUuid } from '@convite/kernel';
import { inTransaction } from '../../../persistence/database.ts';
import { neededToOpen } from '../../tally/index.ts';
import { type TrusteesReady, trusteesReady } from '../../trustees/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { Group, RoomLine, RoomQuery, RoomView, Step, WorkName } from '../pages/views.ts';
import type { ConsultationRecord } from '../store.ts';
import { countVoters, votersAreStale } from '../store-contests.ts';
import { anySumDiffers } from '../store-envelopes.ts';
import { lookAtRoom, needs, type RoomFilter, type RoomGroup, type RoomRow, territoriesOfRoom } from '../store-room.ts';
import { asksMailCode } from '../store-factor.ts';
import { orderDrawOf } from '../store-draw.ts';
import { stationsOf } from '../store-stations.ts';
import { type TemplateRecord, templatesOf } from '../store-templates.ts';
import { inLanguage } from '../stored-forms.ts';
import type { Scope } from './find-scope.ts';
import { contestsMayEnd } from './later-changes.ts';
import { headOf } from './show-consultation.ts';

/** Rows of a page. */
export const perPage = 25;

/** The filter that the address of the room asks for; what it cannot mean leaves all in. */
export function filterOf({ state, template, below, words }: Omit<RoomQuery, 'page'>, scope: Scope): RoomFilter {
  return {
    need: state === 'any' ? 'any' : needs.find((need) => need === state),
    status: contestStates.find((status) => status === state),
    before: undefined,
    template: isUuid(template) ? template : undefined,
    territory: isUuid(below) ? below : undefined,
    scope: scope === 'whole' ? undefined : scope,
    words: words === '' ? undefined : words.slice(0, 100),
  };
}

/** Everything that the control room shows; counts the voters of each contest anew if the roll changed. */
export async function roomView(
  context: ConsultationsContext,
  consultation: ConsultationRecord,
  query: RoomQuery,
  scope: Scope,
  language: string,
): Promise<Omit<RoomView, 'hasRollOfPart'>> {
  const { database } = context;
  const { id } = consultation;
  if (await votersAreStale(database, id)) await inTransaction(database, (tx) => countVoters(tx, id));
  const templates = await templatesOf(database, id);
  // Who looks after a part of it prepares nothing for the whole.
  const hasSteps = scope === 'whole';
  const filter = filterOf(query, scope);
  const page = { from: (query.page - 1) * perPage, most: perPage };
  const [{ rows, total, set, groups }, territories, isMoneyWrong, trustees, needed, asksCode, stations, draw] =
    await Promise.all([
      lookAtRoom(database, id, templates, filter, page),
      territoriesOfRoom(database, consultation, filter),
      anySumDiffers(database, id),
      trusteesReady(database, id),
      hasEnded(consultation.status) ? neededToOpen(database, id) : null,
      hasSteps && asksMailCode(database, id),
      hasSteps ? stationsOf(database, id) : [],
      hasSteps ? orderDrawOf(database, id) : undefined,
    ]);
  const shown = groups.filter(({ isShown }) => isShown);
  return {
    head: headOf(consultation, language),
    address: `/org/c/${consultation.slug}`,
    query,
    lines: linesOf(rows, templates, language),
    total,
    perPage,
    set,
    contests: groups.reduce((sum, { contests }) => sum + contests, 0),
    groups: grouped(shown),
    templates:
      templates.length > 1
        ? templates.map((template) => ({ id: template.id, name: inLanguage(template.name, language) }))
        : [],
    territories,
    steps: hasSteps
      ? stepsOf(consultation, templates, groups, {
          isMoneyWrong,
          trustees,
          asksCode,
          hasStations: stations.length > 0,
          isDrawn: draw !== undefined,
        })
      : [],
    trustees,
    needed,
    works: worksOf(consultation, shown),
    mayAnnul: contestsMayEnd(consultation) && shown.some(({ status }) => statesBefore('annul').includes(status)),
  };
}

/** Rows of the room as its table shows them. */
export function linesOf(
  rows: readonly RoomRow[],
  templates: readonly TemplateRecord[],
  language: string,
): readonly RoomLine[] {
  const names = new Map(templates.map(({ id, name }) => [id, inLanguage(name, language)]));
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, name: row.name, above: row.above, status: row.status, need: row.need },
    ...{ options: row.options, approved: row.approved, voters: row.voters, turnout: row.turnout },
    ...{ counted: row.counted, signed: row.signed },
    template: templates.length > 1 ? (names.get(row.template) ?? null) : null,
  }));
}

/** Contests that need something by what they need, the others by their state. */
function grouped(groups: readonly RoomGroup[]): readonly Group[] {
  const waiting = needs.flatMap((need): readonly Group[] => {
    const those = groups.filter((group) => group.need === need);
    return those.length === 0 ? [] : [{ is: { need }, ...summed(those) }];
  });
  const calm = contestStates.flatMap((status): readonly Group[] => {
    const those = groups.filter((group) => group.need === null && group.status === status);
    return those.length === 0 ? [] : [{ is: { status }, ...summed(those) }];
  });
  return [...waiting, ...calm];
}

const summed = (groups: readonly RoomGroup[]): Omit<Group, 'is'> => ({
  contests: groups.reduce((sum, group) => sum + group.contests, 0),
  options: groups.reduce((sum, group) => sum + group.options, 0),
  voters: groups.reduce((sum, group) => sum + group.voters, 0),
});

const worksOf = ({ status }: ConsultationRecord, groups: readonly RoomGroup[]): readonly WorkName[] => {
  if (status !== 'draft' || groups.length === 0) return [];
  const pending = groups.some(({ options, approved }) => approved < options);
  return [...(pending ? (['approve_options'] as const) : []), 'sign_waivers', 'remove_contests'];
};

const hasEnded = (status: ConsultationRecord['status']): boolean =>
  !['draft', 'frozen', 'open', 'annulled'].includes(status);

/** What steps depend on beside templates and contests. */
interface RoomFacts {
  readonly isMoneyWrong: boolean;
  readonly trustees: TrusteesReady | null;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksCode: boolean;
  /** It is written where people vote with help. */
  readonly hasStations: boolean;
  /** The order of options was drawn. */
  readonly isDrawn: boolean;
}

function stepsOf(
  { slug, status, decimals }: ConsultationRecord,
  templates: readonly TemplateRecord[],
  groups: readonly RoomGroup[],
  { isMoneyWrong, trustees, asksCode, hasStations, isDrawn }: RoomFacts,
): readonly Step[] {
  const use = { contests: 1, decimals, named: undefined };
  const isRuleWrong = templates.some((template) => templateProblems(template, use).length > 0);
  const has = (...wanted: readonly RoomGroup['need'][]): boolean => groups.some(({ need }) => wanted.includes(need));
  const contests = groups.length > 0;
  const stands = (is: Step['is']): Step['is'] => (status === 'draft' ? is : 'frozen');
  const step = (name: Step['name'], path: string, is: Step['is']): Step => ({
    ...{ name, href: `/org/c/${slug}/${path}`, is },
  });
  const options = !contests || has('no_options', 'approval') ? 'open' : has('cost') ? 'wrong' : 'done';
  const hasRoll = contests && !has('no_options', 'approval', 'cost', 'no_voters');
  return [
    step('calendar', 'calendar', stands('done')),
    step('envelopes', 'envelopes', stands(isMoneyWrong ? 'wrong' : 'done')),
    step('templates', 'templates', stands(templates.length === 0 ? 'open' : isRuleWrong ? 'wrong' : 'done')),
    step('contests', 'templates', stands(contests ? 'done' : 'open')),
    step('options', 'options', stands(options)),
    step('stations', 'stations', hasStations ? 'done' : 'open'),
    step('second_factor', 'second-factor', asksCode ? stands('done') : 'off'),
    step('freeze', 'freeze', stands('open')),
    step('order', 'order', isDrawn ? 'done' : status === 'draft' || status === 'frozen' ? 'open' : 'off'),
    step('roll', 'roll', hasRoll ? 'done' : 'open'),
    step('trustees', 'trustees', trustees !== null && trustees.rehearsed >= trustees.all ? 'done' : 'open'),
    step('preparation', 'preparation', status === 'draft' || has('no_election') ? 'open' : 'done'),
    step('vote', 'vote', status === 'draft' || status === 'frozen' ? 'open' : 'done'),
    step('tally', 'tally', has('fault') ? 'wrong' : hasEnded(status) && !has('trustees') ? 'done' : 'open'),
  ];
}
