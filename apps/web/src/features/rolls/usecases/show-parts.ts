import type { RollProblem } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { type Scope, scopeOf } from '../../consultations/index.ts';
import type { RollsContext } from '../rolls-context.ts';
import { findRoll, type RolledConsultation, type RollRecord, type VersionRecord, versionsOf } from '../store.ts';
import {
  countParts,
  findTerritory,
  listParts,
  type PartRecord,
  peopleOfPart,
  type RollPart,
  type WaitingFile,
  waitingFiles,
} from '../store-parts.ts';

type Reading = Pick<RollsContext, 'database'>;

/** The part of a consultation whose roll this account keeps: its whole, or territories inside it. */
export async function keptBy(context: Reading, head: RolledConsultation, account: string): Promise<Scope> {
  return (await scopeOf(context, head, account, 'roll.read')) ?? [];
}

const within = (scope: Scope): readonly string[] | undefined => (scope === 'whole' ? undefined : scope);

/** A territory of the consultation: the gate has found it there. */
export async function partOf({ database }: Reading, territory: string): Promise<RollPart> {
  const part = await findTerritory(database, territory);
  invariant(part !== undefined, 'the gate lets in where there is such a territory');
  return part;
}

/** A part of a roll: who is on it now, what was brought for it, what is on its way. */
export interface ShownPart {
  readonly part: RollPart;
  readonly roll: RollRecord | undefined;
  readonly people: number;
  readonly versions: readonly VersionRecord[];
  readonly waiting: readonly WaitingFile[];
}

export async function showPart(context: Reading, consultation: string, territory: string): Promise<ShownPart> {
  const { database } = context;
  const [part, roll, people, versions, waiting] = await Promise.all([
    partOf(context, territory),
    findRoll(database, consultation),
    peopleOfPart(database, consultation, territory),
    versionsOf(database, consultation, territory),
    waitingFiles(database, consultation, [territory]),
  ]);
  return { part, roll, people, versions, waiting };
}

/** Parts of a page of their list; how many there are, and of how many somebody is on the roll. */
export interface ShownParts {
  readonly parts: readonly PartRecord[];
  readonly all: number;
  readonly peopled: number;
}

export async function showParts(
  { database }: Reading,
  consultation: string,
  scope: Scope,
  page: { readonly from: number; readonly most: number },
): Promise<ShownParts> {
  const [parts, counted] = await Promise.all([
    listParts(database, consultation, within(scope), page),
    countParts(database, consultation, within(scope)),
  ]);
  return { parts, ...counted };
}

/** Far more than any tree has. */
const everyPart = { from: 0, most: 1_000_000 };

export const exportParts = (
  { database }: Reading,
  consultation: string,
  scope: Scope,
): Promise<readonly PartRecord[]> => listParts(database, consultation, within(scope), everyPart);

/** The files on their way into what this scope keeps. */
export const filesOnTheirWay = (
  { database }: Reading,
  consultation: string,
  scope: Scope,
): Promise<readonly WaitingFile[]> => waitingFiles(database, consultation, within(scope));

/** How many parts a roll has, and of how many somebody is on it. */
export const sumOfParts = (
  { database }: Reading,
  consultation: string,
): Promise<{ readonly all: number; readonly peopled: number }> => countParts(database, consultation, undefined);

/** What of problems may be told: in which part somebody stands already, to who keeps the whole alone. */
export const toldTo = (scope: Scope, problems: readonly RollProblem[]): readonly RollProblem[] =>
  scope === 'whole'
    ? problems
    : problems.map(({ line, problem }) => ({
        line,
        problem: problem.type === 'elsewhere' ? { ...problem, territory: null } : problem,
      }));
