import { createHmac, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import type { BallotsContext, SecondFactor } from '../ballots-context.ts';
import {
  askedCode,
  burnEntitlement,
  burntEntitlements,
  countAsked,
  countTry,
  type EligiblePerson,
  eligiblePeople,
  forgetCode,
  forgetCodesBefore,
  needsSecondFactor,
  noteQuestion,
  storeCode,
} from '../store-admissions.ts';
import { contestStanding } from '../store-elections.ts';
import { makeAdmission } from './admission-text.ts';
import {
  addressMark,
  type CodeQuestion,
  openAddress,
  personMark,
  codeQuestionMark,
  sealAddress,
} from './people-marks.ts';
import { type CastRefusal, whyNotOpen } from './record-ballots.ts';

export const sendCodeJob = 'send-email-code';

const codeLife = 15 * 60_000;
const day = 24 * 60 * 60_000;
/** Letters to one address, however many networks ask: the mailbox is not flooded, and four strangers leave it some. */
const mostAsked = 20;
const mostTries = 3;

/** Addresses are compared as people write them: without case, without blanks around. */
const normalAddress = (address: string): string => address.trim().toLowerCase();

/** Why no code is sent and none exchanged, whoever asks. */
export type NotAsked =
  | Extract<CastRefusal, { readonly type: 'unknown_contest' | 'not_open_yet' | 'closed' }>
  /** Letters by e-mail go nowhere at the moment. */
  | { readonly type: 'mailer_away' };

/**
 * Asks for a code. What happens, and how long it takes, is the same for every address: whether it is on the roll is looked
 * up later, by a job, and told to nobody but the address itself. A code answers the question of one device: who knows
 * somebody's address voids no code that this person asked for, and a network that asks too often spends its own letters alone.
 */
export async function askCode(
  context: BallotsContext,
  contest: string,
  given: CodeQuestion,
  visitor: string,
): Promise<Result<undefined, NotAsked>> {
  const { database, now, secondFactor } = context;
  const address = normalAddress(given.address);
  const mark = addressMark(secondFactor, contest, address);
  const shut = await whyShut(context, contest);
  if (shut !== undefined) return err(shut);
  if (!(await secondFactor.mailerAnswers())) return err({ type: 'mailer_away' });
  const isPaced = secondFactor.lettersPace.admits(`${visitor} ${mark}`, now());
  const noted = inTransaction(database, async (tx) => {
    await forgetCodesBefore(tx, new Date(now().getTime() - day));
    if (!isPaced || (await countAsked(tx, contest, mark, now())) > mostAsked) return;
    const question = codeQuestionMark(secondFactor, contest, { address, question: given.question });
    await noteQuestion(tx, contest, question, now());
    const subject = `${contest} ${sealAddress(secondFactor, contest, address)} ${question}`;
    await requestJob(tx, { name: sendCodeJob, subject, priority: 0, queue: undefined });
  });
  await noted.catch((fault: unknown) => {
    // What we could not note is asked for again.
    secondFactor.lettersPace.forget(`${visitor} ${mark}`);
    throw fault;
  });
  return ok(undefined);
}

/** Codes are for people who may vote now, where codes are asked for. */
async function whyShut({ database, now }: BallotsContext, contest: string): Promise<NotAsked | undefined> {
  const standing = await contestStanding(database, contest);
  if (standing === undefined || !(await needsSecondFactor(database, contest))) return { type: 'unknown_contest' };
  const refusal = whyNotOpen(standing, now());
  return refusal?.type === 'closed' || refusal?.type === 'not_open_yet' ? refusal : undefined;
}

/** Makes a code and sends it, if the address is that of a person who may vote and has had no admission. */
export async function sendCode({ database, now, secondFactor }: BallotsContext, subject: string): Promise<void> {
  const [contest = '', sealed = '', question = ''] = subject.split(' ', 3);
  const address = openAddress(secondFactor, contest, sealed);
  if (address === undefined) return;
  const code = String(Buffer.from(secondFactor.random(6)).readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
  const person = await inTransaction(database, async (tx) => {
    if ((await askedCode(tx, contest, question)) === undefined) return undefined;
    const { entitled: found } = await entitledPerson(tx, secondFactor, contest, address);
    if (found === undefined) return undefined;
    const code_hash = codeHash(secondFactor.codeKey, contest, address, code);
    await storeCode(tx, contest, question, {
      code_hash,
      expires_at: new Date(now().getTime() + codeLife),
      tries: 0,
    });
    return found;
  });
  if (person === undefined) return;
  try {
    await secondFactor.sendCode({ address, code, language: person.language ?? undefined });
  } catch (fault) {
    // What a mailer says may name the address, and is kept with the job until it is tried again.
    const said = fault instanceof Error ? fault.message : 'the mailer failed';
    throw new Error(said.toLowerCase().replaceAll(address, 'the address'));
  }
}

/** Why a code is not exchanged. What lies behind `wrong_code` is told to nobody; the others only to who has the right code. */
export type NotAccepted = NotAsked | { readonly type: 'wrong_code' | 'expired_code' | 'too_many_tries' };

/** A code as it is typed, and the number that the voter's device drew for its admission. */
export interface TypedCode extends CodeQuestion {
  readonly code: string;
  /** 144 random bits in base64url. */
  readonly number: string;
}

/**
 * Accepts a code: burns the person's entitlement in a transaction of its own, and gives out an admission that is stored
 * nowhere. So no row, and no transaction, holds both a person and what becomes a ballot; and as every row knows people by
 * keyed marks, the order of rows and transactions tells nobody whose ballot came next who has not the key as well.
 *
 * The same address, code and number again get the same admission: whose network broke off asks once more. What is kept for
 * that is a keyed hash over the number, which stands nowhere; so not even the keys lead from it to the admission.
 */
export async function acceptCode(
  context: BallotsContext,
  contest: string,
  given: TypedCode,
  visitor: string,
): Promise<Result<{ readonly admission: string }, NotAccepted>> {
  const { database, now, secondFactor } = context;
  const shut = await whyShut(context, contest);
  if (shut !== undefined) return err(shut);
  const address = normalAddress(given.address);
  const code = given.code.replaceAll(/\s/gu, '');
  const mark = addressMark(secondFactor, contest, address);
  const question = codeQuestionMark(secondFactor, contest, { address, question: given.question });
  const expected = codeHash(secondFactor.codeKey, contest, address, code);
  const exchange = codeHash(secondFactor.codeKey, contest, address, `${code} ${given.number}`);
  const refused = await inTransaction(database, async (tx): Promise<NotAccepted | undefined> => {
    const asked = await askedCode(tx, contest, question);
    const { entitled, exchanges } = await entitledPerson(tx, secondFactor, contest, address);
    if (exchanges.some((burnt) => isSame(burnt, exchange))) return undefined;
    if (asked === undefined) return { type: 'wrong_code' };
    const { codeHash: sent, expiresAt, tries } = asked;
    if (!isSame(sent, expected)) {
      // Counted where no code was sent too: that something is written takes longer, and would tell who is on the roll.
      if (tries < mostTries) await countTry(tx, contest, question, tries + 1);
      return { type: 'wrong_code' };
    }
    if (tries >= mostTries) return { type: 'too_many_tries' };
    if (expiresAt === null || expiresAt <= now()) return { type: 'expired_code' };
    if (entitled === undefined) return { type: 'wrong_code' };
    await forgetCode(tx, contest, { question, address: mark });
    await burnOne(tx, contest, personMark(secondFactor, contest, entitled.id), exchange, now());
    return undefined;
  });
  if (refused !== undefined) return err(refused);
  secondFactor.lettersPace.forget(`${visitor} ${mark}`);
  return ok({ admission: makeAdmission(secondFactor, contest, given.number) });
}

/** Burns the entitlement of a person, and says that it was done: neither whose, nor exactly when. */
export async function burnOne(
  tx: Tx,
  contest: string,
  mark: string,
  exchange: string,
  now: Date,
  by: string | null = null,
): Promise<void> {
  await burnEntitlement(tx, contest, mark, exchange);
  await appendAudit(tx, {
    event: by === null ? 'entitlement.burnt' : 'admission.give',
    subject: contest,
    actor: by,
    territory: null,
    isPublic: false,
    now: new Date(Math.floor(now.getTime() / 60_000) * 60_000),
  });
}

const isSame = (stored: string | null, expected: string): boolean =>
  stored !== null && timingSafeEqual(Buffer.from(stored), Buffer.from(expected));

/** A person of the roll who may vote in the contest, has this address, and has had no admission; and what others of it had. */
async function entitledPerson(
  tx: Tx,
  secondFactor: SecondFactor,
  contest: string,
  address: string,
): Promise<{ readonly entitled: EligiblePerson | undefined; readonly exchanges: readonly (string | null)[] }> {
  const people = await eligiblePeople(tx, contest, address);
  const marks = people.map(({ id }) => personMark(secondFactor, contest, id));
  // Asked for an address that is not on the roll too, so that both ways are as long.
  const burnt = await burntEntitlements(
    tx,
    contest,
    marks.length > 0 ? marks : [personMark(secondFactor, contest, 'nobody')],
  );
  const gone = new Set(burnt.map(({ mark }) => mark));
  return {
    entitled: people.find((_, i) => !gone.has(marks[i] ?? '')),
    exchanges: burnt.map(({ exchange }) => exchange),
  };
}

/** Keyed, so that nobody who has the table alone can try codes. */
export const codeHash = (key: Uint8Array, contest: string, address: string, code: string): string =>
  createHmac('sha256', key).update(`${contest} ${address} ${code}`).digest('hex');
