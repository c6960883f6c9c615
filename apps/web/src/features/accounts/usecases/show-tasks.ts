import { actRules, type Grant } from '@convite/domain';
import type { AccountsContext } from '../accounts-context.ts';
import { grantsOf } from '../store-acts.ts';
import { listConsultations } from '../store-places.ts';
import type { StaffConsultation, StaffTask } from '../tasks-context.ts';

/** A consultation with what waits in it. */
export interface ConsultationTasks {
  readonly consultation: StaffConsultation;
  readonly tasks: readonly StaffTask[];
}

/** More are not shown on one page. */
const most = 200;
/** Far more than any installation has. */
const everyRow = 1_000_000;
/** Consultations that are looked into: nobody works for more at a time. */
const mostLookedInto = 20;

const isOver = ({ status }: StaffConsultation): boolean => status === 'certified' || status === 'annulled';

/** The consultations in which an account holds a role, with what waits for it in those that go on. */
export async function showTasks(
  { database, tasks }: Pick<AccountsContext, 'database' | 'tasks'>,
  account: string,
): Promise<readonly ConsultationTasks[]> {
  const grants = await grantsOf(database, account);
  const consultations = await consultationsOf(database, grants, most);
  const lookedInto = new Set(consultations.filter((one) => !isOver(one)).slice(0, mostLookedInto));
  const shown: ConsultationTasks[] = [];
  for (const consultation of consultations) {
    const found = lookedInto.has(consultation)
      ? await Promise.all(tasks.map((source) => source(consultation, { account, grants })))
      : [];
    shown.push({ consultation, tasks: found.flat() });
  }
  return shown;
}

/** Every consultation in which an account holds a role, the newest first. */
export async function exportConsultations(
  { database }: Pick<AccountsContext, 'database'>,
  account: string,
): Promise<readonly StaffConsultation[]> {
  const grants = await grantsOf(database, account);
  return await consultationsOf(database, grants, everyRow);
}

const consultationsOf = (
  database: AccountsContext['database'],
  grants: readonly Grant[],
  atMost: number,
): Promise<readonly StaffConsultation[]> => {
  const rollKeeping = grants.filter(({ role }) => actRules['roll.import'].roles.includes(role));
  const where = (of: readonly Grant[]): readonly (string | null)[] => of.map(({ territory }) => territory);
  return listConsultations(database, where(grants), where(rollKeeping), atMost);
};
