import { type Act, type ConsultationState, mayAct, mayChangeStations } from '@convite/domain';
import { inTransaction } from '../../../persistence/database.ts';
import { type StaffTask, type TaskSource, waitingAct } from '../../accounts/index.ts';
import { trusteesReady } from '../../trustees/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { Need } from '../pages/views.ts';
import { type ConsultationRecord, findConsultation, isRollFrozen } from '../store.ts';
import { countVoters, votersAreStale } from '../store-contests.ts';
import { lookAtRoom, type RoomGroup } from '../store-room.ts';
import { stationsOf } from '../store-stations.ts';
import { templatesOf } from '../store-templates.ts';
import { mayDrawOrder } from './draw-order.ts';
import { type Scope, scopeOf } from './find-scope.ts';
import { filterOf } from './show-room.ts';

/** A need of contests that somebody with this right sees to, in the states in which it can be seen to. */
interface NeedDuty {
  readonly need: Exclude<Need, 'trustees'>;
  readonly act: Act;
  readonly in: readonly ConsultationState[];
  /** Where it is seen to for all contests at once, by whoever may for all; everybody else finds them in the control room. */
  readonly page?: string;
}

const preparing = ['draft', 'frozen'] as const;
const counting = ['closed', 'tallying'] as const;

const duties: readonly NeedDuty[] = [
  { need: 'fault', act: 'contest.write', in: counting },
  { need: 'lots', act: 'lot.draw', in: counting, page: 'lots' },
  { need: 'no_options', act: 'contest.write', in: ['draft'] },
  { need: 'cost', act: 'contest.write', in: ['draft'] },
  { need: 'approval', act: 'option.review', in: ['draft'] },
  { need: 'waiver', act: 'contest.write', in: ['draft'] },
  { need: 'no_voters', act: 'roll.import', in: preparing },
  { need: 'no_election', act: 'credential.upload', in: ['frozen'], page: 'preparation' },
];

/** What of the control room waits for a person: exceptions in their territories, and acts that nothing stands against. */
export const consultationTasks =
  (context: ConsultationsContext): TaskSource =>
  async ({ slug, path, status }, { account, grants }) => {
    const mine = duties.filter((duty) => duty.in.includes(status));
    const mayWrite = mayChangeStations(status) && mayAct(grants, 'consultation.write', path);
    const mayDraw = status === 'frozen' && mayAct(grants, 'order.draw', path);
    const mayFreeze = status === 'draft' && mayAct(grants, 'rule.freeze', path);
    const mayOpen = status === 'frozen' && mayAct(grants, 'vote.open', path);
    if (mine.length === 0 && !mayWrite && !mayDraw && !mayFreeze && !mayOpen) return [];
    const consultation = await findConsultation(context.database, slug);
    if (consultation === undefined) return [];
    const tasks: StaffTask[] = [];
    for (const duty of mine) {
      const scope = await scopeOf(context, consultation, account, duty.act);
      if (scope === undefined) continue;
      const count = await contestsInNeed(context, consultation, scope, duty);
      const page = duty.page !== undefined && scope === 'whole' ? `/${duty.page}` : `?state=${duty.need}`;
      if (count > 0) tasks.push({ kind: duty.need, count, href: `/org/c/${slug}${page}` });
    }
    const one = { count: 1 } as const;
    if (mayWrite && (await stationsOf(context.database, consultation.id)).length === 0) {
      tasks.push({ kind: 'stations', ...one, href: `/org/c/${slug}/stations` });
    }
    if (mayDraw && (await waitsForOrder(context, consultation))) {
      tasks.push({ kind: 'order', ...one, href: `/org/c/${slug}/order` });
    }
    if (mayFreeze && (await isReadyToFreeze(context, consultation))) {
      tasks.push({ kind: 'freeze', ...one, href: `/org/c/${slug}/freeze` });
    }
    if (mayOpen && (await isReadyToOpen(context, consultation))) {
      tasks.push({ kind: 'open', ...one, href: `/org/c/${slug}/vote` });
    }
    return tasks;
  };

/** Contests of a part with this need; of those that wait for a review, the options. */
async function contestsInNeed(
  context: ConsultationsContext,
  consultation: ConsultationRecord,
  scope: Scope,
  { need }: NeedDuty,
): Promise<number> {
  const groups = (await groupsIn(context, consultation, scope)).filter((group) => group.need === need);
  return groups.reduce(
    (sum, { contests, options, approved }) => sum + (need === 'approval' ? options - approved : contests),
    0,
  );
}

/** Contests of a part added up, the voters of each counted anew if the roll changed. */
async function groupsIn(
  { database }: ConsultationsContext,
  { id }: ConsultationRecord,
  scope: Scope,
): Promise<readonly RoomGroup[]> {
  if (await votersAreStale(database, id)) await inTransaction(database, (tx) => countVoters(tx, id));
  const filter = filterOf({ state: '', template: '', below: '', words: '' }, scope);
  return (await lookAtRoom(database, id, await templatesOf(database, id), filter, { from: 0, most: 0 })).groups;
}

/** Options are frozen, their order can still be drawn, and nobody has proposed what was. */
const waitsForOrder = async (context: ConsultationsContext, consultation: ConsultationRecord): Promise<boolean> =>
  (await mayDrawOrder(context.database, consultation)) &&
  (await waitingAct(context, 'order.draw', consultation.id)) === undefined;

/** Nothing of the papers is missing any more, and nobody has proposed to freeze them. */
async function isReadyToFreeze(context: ConsultationsContext, consultation: ConsultationRecord): Promise<boolean> {
  const groups = await groupsIn(context, consultation, 'whole');
  const missing: readonly (Need | null)[] = ['no_options', 'cost', 'approval'];
  if (groups.length === 0 || groups.some(({ need }) => missing.includes(need))) return false;
  return (await waitingAct(context, 'rule.freeze', consultation.id)) === undefined;
}

/** No contest waits for anything, roll and trustees are ready, and nobody has proposed to open. */
async function isReadyToOpen(context: ConsultationsContext, consultation: ConsultationRecord): Promise<boolean> {
  const { database } = context;
  const groups = await groupsIn(context, consultation, 'whole');
  if (groups.some(({ need }) => need !== null)) return false;
  const trustees = await trusteesReady(database, consultation.id);
  if (trustees === null || trustees.rehearsed < trustees.all || !(await isRollFrozen(database, consultation.id))) {
    return false;
  }
  return (await waitingAct(context, 'vote.open', consultation.id)) === undefined;
}
