import {
  archiveMachine,
  type ArchiveState,
  consultationMachine,
  type ConsultationMove,
  type ConsultationState,
  contestMachine,
  type ContestMove,
  type ContestState,
} from '@convite/domain';
import type { ArchiveStage } from '../../src/persistence/schema/results.ts';

/** What two people agree on in the life of a vote of two contests. */
export const walkedActs = [
  ...(['rule.freeze', 'vote.open', 'vote.close', 'result.publish', 'result.certify', 'consultation.annul'] as const),
  ...(['contest.annul 0', 'contest.annul 1'] as const),
] as const;
export type WalkedAct = (typeof walkedActs)[number];

/** One thing that somebody, or a job, tries to do. */
export type Step =
  | { readonly do: 'propose'; readonly act: WalkedAct }
  | { readonly do: 'withdraw'; readonly act: WalkedAct }
  | { readonly do: 'agree'; readonly act: WalkedAct; readonly by: 'first' | 'second' }
  | { readonly do: 'close by the clock' | 'begin the tally' | 'ask for an archive' }
  | { readonly do: 'move a contest'; readonly contest: 0 | 1; readonly move: TallyMove }
  | { readonly do: 'settle the archive'; readonly move: 'verify' | 'refuse' };
export type TallyMove = 'withhold' | 'tally' | 'require_lots' | 'count';

interface ModelArchive {
  readonly status: ArchiveState;
  readonly stage: ArchiveStage;
  /** The contests as they were when it was verified. */
  readonly of: string;
}

/** Where a vote stands. */
export interface Standing {
  readonly consultation: ConsultationState;
  readonly contests: readonly ContestState[];
  /** What waits for a second person, by what the first of them saw. */
  readonly waiting: ReadonlyMap<WalkedAct, string>;
  readonly archives: readonly ModelArchive[];
  /** Of the audit trail. */
  readonly lines: number;
}

export const atFirst: Standing = {
  consultation: consultationMachine.first,
  contests: [contestMachine.first, contestMachine.first],
  waiting: new Map(),
  archives: [],
  lines: 0,
};

const moveOf: Readonly<Record<Exclude<WalkedAct, `contest.annul ${number}`>, ConsultationMove>> = {
  'rule.freeze': 'freeze',
  'vote.open': 'open',
  'vote.close': 'close',
  'result.publish': 'publish',
  'result.certify': 'certify',
  'consultation.annul': 'annul',
};

/** What happens to contests when something happens to all of the vote. */
const carried: Readonly<Record<ConsultationMove, readonly ContestMove[]>> = {
  freeze: [],
  open: ['prepare', 'freeze', 'open'],
  close: ['close'],
  tally: [],
  publish: ['publish'],
  certify: ['certify'],
  annul: ['annul'],
};

const settled: ReadonlySet<ContestState> = new Set(['counted', 'withheld', 'provisional', 'certified', 'annulled']);
const isSettled = ({ contests }: Standing): boolean => contests.every((contest) => settled.has(contest));
const living = ({ contests }: Standing): number => contests.filter((contest) => contest !== 'annulled').length;
const annulled = ({ contests }: Standing): string => contests.map((contest) => contest === 'annulled').join(' ');

function moveAll(standing: Standing, move: ConsultationMove): Standing | undefined {
  const consultation = consultationMachine.moves[standing.consultation][move];
  if (consultation === undefined) return undefined;
  const contests = standing.contests.map((contest) =>
    carried[move].reduce((at, one) => contestMachine.moves[at][one] ?? at, contest),
  );
  return { ...standing, consultation, contests };
}

function moveOne(standing: Standing, which: number, move: ContestMove): Standing | undefined {
  const to = contestMachine.moves[standing.contests[which] ?? 'annulled'][move];
  return to && { ...standing, contests: standing.contests.map((contest, i) => (i === which ? to : contest)) };
}

/** The vote after an act of two people; undefined where it cannot be done. */
function done(standing: Standing, act: WalkedAct): Standing | undefined {
  switch (act) {
    case 'contest.annul 0':
    case 'contest.annul 1': {
      const mayEnd = standing.consultation !== 'draft' && moveAll(standing, 'annul') !== undefined;
      return mayEnd ? moveOne(standing, act.endsWith('0') ? 0 : 1, 'annul') : undefined;
    }
    case 'vote.open':
      return living(standing) === 0 ? undefined : moveAll(standing, 'open');
    case 'result.publish':
    case 'result.certify': {
      const [last, stage] = [standing.archives.at(-1), act === 'result.publish' ? 'provisional' : 'certified'];
      const to = last && archiveMachine.moves[last.status].publish;
      if (to === undefined || last?.stage !== stage || last.of !== annulled(standing)) return undefined;
      const archives = standing.archives.map((one): ModelArchive => {
        return one === last
          ? { ...one, status: to }
          : { ...one, status: archiveMachine.moves[one.status].replace ?? one.status };
      });
      return isSettled(standing) ? moveAll({ ...standing, archives }, moveOf[act]) : undefined;
    }
    case 'rule.freeze':
    case 'vote.close':
    case 'consultation.annul':
      return moveAll(standing, moveOf[act]);
  }
}

/** What a proposal is about, beside its act: what else it is then, is another decision. */
function seen(standing: Standing, act: WalkedAct): string {
  if (act === 'vote.open') return String(living(standing));
  if (act === 'consultation.annul') return standing.consultation;
  return act.startsWith('result.') ? String(standing.archives.length) : '';
}

const stages: Partial<Record<ConsultationState, ArchiveStage>> = { tallying: 'provisional', provisional: 'certified' };

/** Where a vote stands after a step; undefined where the tables have no such move: then nothing is written. */
export function next(standing: Standing, step: Step): Standing | undefined {
  const { waiting, archives, lines } = standing;
  const told = (after: Standing | undefined): Standing | undefined => after && { ...after, lines: lines + 1 };
  switch (step.do) {
    case 'propose': {
      // Whether a vote can be opened is asked when the second agrees: see openHere.
      const isPossible = step.act === 'vote.open' || done(standing, step.act) !== undefined;
      if (!isPossible || waiting.has(step.act)) return undefined;
      return told({ ...standing, waiting: new Map([...waiting, [step.act, seen(standing, step.act)]]) });
    }
    case 'withdraw':
    case 'agree': {
      if (!waiting.has(step.act)) return undefined;
      const left = { ...standing, waiting: new Map([...waiting].filter(([act]) => act !== step.act)) };
      if (step.do === 'withdraw') return told(left);
      if (step.by === 'first' || waiting.get(step.act) !== seen(standing, step.act)) return undefined;
      return told(done(left, step.act));
    }
    case 'close by the clock':
      return told(moveAll(standing, 'close'));
    case 'begin the tally':
      return told(moveAll(standing, 'tally'));
    case 'move a contest':
      return moveOne(standing, step.contest, step.move);
    case 'ask for an archive': {
      const stage = stages[standing.consultation];
      if (stage === undefined || !isSettled(standing) || archives.at(-1)?.status === 'making') return undefined;
      return { ...standing, archives: [...archives, { status: archiveMachine.first, stage, of: '' }] };
    }
    case 'settle the archive': {
      const last = archives.at(-1);
      const status = last && archiveMachine.moves[last.status][step.move];
      if (last === undefined || status === undefined) return undefined;
      return { ...standing, archives: [...archives.slice(0, -1), { ...last, status, of: annulled(standing) }] };
    }
  }
}
