import type { Database, Tx } from '../../persistence/database.ts';

/** Whether the consultation of a contest asks for a code by e-mail beside the letter. */
export async function needsSecondFactor(database: Database | Tx, contest: string): Promise<boolean> {
  const row = await database
    .selectFrom('second_factors')
    .innerJoin('contests', 'contests.consultation_id', 'second_factors.consultation_id')
    .select('contests.id')
    .where('contests.id', '=', contest)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of the admissions that were cast already, each with the credential that it belongs to since. */
export async function usedAdmissions(
  tx: Tx,
  contest: string,
  admissions: readonly string[],
): Promise<readonly BurntAdmission[]> {
  if (admissions.length === 0) return [];
  return await tx
    .selectFrom('burnt_admissions')
    .select(['admission_hash as admission', 'credential'])
    .where('contest_id', '=', contest)
    .where('admission_hash', 'in', [...admissions])
    .execute();
}

/** An admission that was cast, by its hash. */
export interface BurntAdmission {
  readonly admission: string;
  readonly credential: string;
}

export async function burnAdmissions(tx: Tx, contest: string, admissions: readonly BurntAdmission[]): Promise<void> {
  if (admissions.length === 0) return;
  await tx
    .insertInto('burnt_admissions')
    .values(
      admissions.map(({ admission, credential }) => ({
        contest_id: contest,
        admission_hash: admission,
        credential,
      })),
    )
    .execute();
}

/** A question for a code, and the code that was sent last to answer it. */
export interface AskedCode {
  readonly codeHash: string | null;
  readonly expiresAt: Date | null;
  readonly tries: number;
}

/** Reads and locks it. */
export async function askedCode(tx: Tx, contest: string, question: string): Promise<AskedCode | undefined> {
  return await tx
    .selectFrom('code_questions')
    .select(['code_hash as codeHash', 'expires_at as expiresAt', 'tries'])
    .where('contest_id', '=', contest)
    .where('mark', '=', question)
    .forUpdate()
    .executeTakeFirst();
}

/** Counts a letter to an address. @returns how many were asked for since the first */
export async function countAsked(tx: Tx, contest: string, address: string, now: Date): Promise<number> {
  const { asked } = await tx
    .insertInto('code_letters')
    .values({ contest_id: contest, mark: address, asked: 1, first_asked_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['contest_id', 'mark'])
        .doUpdateSet((update) => ({ asked: update('code_letters.asked', '+', 1) })),
    )
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}

/** Notes a question; the same one again keeps its code until the next is sent. */
export async function noteQuestion(tx: Tx, contest: string, question: string, now: Date): Promise<void> {
  await tx
    .insertInto('code_questions')
    .values({ contest_id: contest, mark: question, asked_at: now })
    .onConflict((conflict) => conflict.columns(['contest_id', 'mark']).doUpdateSet({ asked_at: now }))
    .execute();
}

export async function storeCode(
  tx: Tx,
  contest: string,
  question: string,
  code: { readonly code_hash: string; readonly expires_at: Date; readonly tries: 0 },
): Promise<void> {
  await tx
    .updateTable('code_questions')
    .set(code)
    .where('contest_id', '=', contest)
    .where('mark', '=', question)
    .execute();
}

export async function countTry(tx: Tx, contest: string, question: string, tries: number): Promise<void> {
  await tx
    .updateTable('code_questions')
    .set({ tries })
    .where('contest_id', '=', contest)
    .where('mark', '=', question)
    .execute();
}

/** Forgets a question, and how many letters its address had: another person of the address begins anew. */
export async function forgetCode(
  tx: Tx,
  contest: string,
  { question, address }: { readonly question: string; readonly address: string },
): Promise<void> {
  await tx.deleteFrom('code_questions').where('contest_id', '=', contest).where('mark', '=', question).execute();
  await tx.deleteFrom('code_letters').where('contest_id', '=', contest).where('mark', '=', address).execute();
}

export async function forgetCodesBefore(tx: Tx, day: Date): Promise<void> {
  await tx.deleteFrom('code_questions').where('asked_at', '<', day).execute();
  await tx.deleteFrom('code_letters').where('first_asked_at', '<', day).execute();
}

export interface EligiblePerson {
  readonly id: string;
  readonly language: string | null;
}

/** The people of the roll who may vote in the contest and have this address: a family may share one. */
export async function eligiblePeople(tx: Tx, contest: string, address: string): Promise<readonly EligiblePerson[]> {
  return await tx
    .selectFrom('roll_entries as r')
    .innerJoin('contests as c', 'c.consultation_id', 'r.consultation_id')
    .innerJoin('territories as t', 't.id', 'r.territory_id')
    .select(['r.id', 'r.language'])
    .where('c.id', '=', contest)
    .where('r.email', 'is not', null)
    .where((where) => where(where.fn<string>('lower', ['r.email']), '=', address))
    .where('r.until_version', 'is', null)
    .where((where) => where('c.territory_id', '=', where.fn.any('t.path')))
    .orderBy('r.id')
    .execute();
}

/** A person who has had an admission, by a mark, and the exchange in which. */
export interface BurntEntitlement {
  readonly mark: string;
  readonly exchange: string | null;
}

/** Those of the marks whose people have had an admission. */
export async function burntEntitlements(
  tx: Tx,
  contest: string,
  marks: readonly string[],
): Promise<readonly BurntEntitlement[]> {
  if (marks.length === 0) return [];
  return await tx
    .selectFrom('burnt_entitlements')
    .select(['mark', 'exchange'])
    .where('contest_id', '=', contest)
    .where('mark', 'in', [...marks])
    .execute();
}

export async function burnEntitlement(tx: Tx, contest: string, mark: string, exchange: string): Promise<void> {
  await tx.insertInto('burnt_entitlements').values({ contest_id: contest, mark, exchange }).execute();
}
