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
  countTry,
  type EligiblePerson,
  eligiblePeople,
  forgetCode,
  forgetCodesBefore,
  noteAsked,
  storeCode,
} from '../store-admissions.ts';
import { makeAdmission } from './admission-text.ts';
import { addressMark, openAddress, personMark, sealAddress } from './people-marks.ts';

export const sendCodeJob = 'send-email-code';

const codeLife = 15 * 60_000;
const day = 24 * 60 * 60_000;
const mostAsked = 5;
const mostTries = 3;

/** Addresses are compared as people write them: without case, without blanks around. */
const normalAddress = (address: string): string => address.trim().toLowerCase();

/**
 * Asks for a code. What happens, and how long it takes, is the same for every address: whether it is on the roll is looked
 * up later, by a job, and told to nobody but the address itself.
 */
export async function askCode(context: BallotsContext, contest: string, given: string): Promise<void> {
  const { database, now, secondFactor } = context;
  const address = normalAddress(given);
  await inTransaction(database, async (tx) => {
    await forgetCodesBefore(tx, new Date(now().getTime() - day));
    const asked = await noteAsked(tx, contest, addressMark(secondFactor, contest, address), now());
    if (asked > mostAsked) return;
    const subject = `${contest} ${sealAddress(secondFactor, contest, address)}`;
    await requestJob(tx, { name: sendCodeJob, subject, priority: 0, queue: undefined });
  });
}

/** Makes a code and sends it, if the address is that of a person who may vote and has had no admission. */
export async function sendCode({ database, now, secondFactor }: BallotsContext, subject: string): Promise<void> {
  const [contest = '', sealed = ''] = subject.split(' ', 2);
  const address = openAddress(secondFactor, contest, sealed);
  if (address === undefined) return;
  const mark = addressMark(secondFactor, contest, address);
  const code = String(Buffer.from(secondFactor.random(6)).readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
  const person = await inTransaction(database, async (tx) => {
    if ((await askedCode(tx, contest, mark)) === undefined) return undefined;
    const found = await entitledPerson(tx, secondFactor, contest, address);
    if (found === undefined) return undefined;
    const code_hash = codeHash(secondFactor.codeKey, contest, address, code);
    await storeCode(tx, contest, mark, {
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

/**
 * Accepts a code: burns the person's entitlement in a transaction of its own, and gives out an admission that is stored
 * nowhere. So no row, and no transaction, holds both a person and what becomes a ballot; and as every row knows people by
 * keyed marks, the order of rows and transactions tells nobody whose ballot came next who has not the key as well.
 *
 * Hazards: whoever loses the answer has lost the admission, and goes to a table of the commission.
 */
export async function acceptCode(
  { database, now, secondFactor }: BallotsContext,
  contest: string,
  given: { readonly address: string; readonly code: string },
): Promise<Result<{ readonly admission: string }, 'wrong_code'>> {
  const address = normalAddress(given.address);
  const mark = addressMark(secondFactor, contest, address);
  const expected = codeHash(secondFactor.codeKey, contest, address, given.code.replaceAll(/\s/gu, ''));
  const isAccepted = await inTransaction(database, async (tx) => {
    const asked = await askedCode(tx, contest, mark);
    const { codeHash: sent, expiresAt } = asked ?? {};
    if (asked === undefined || typeof sent !== 'string' || expiresAt === null || expiresAt === undefined) return false;
    if (asked.tries >= mostTries || expiresAt <= now()) return false;
    if (!timingSafeEqual(Buffer.from(sent), Buffer.from(expected))) {
      await countTry(tx, contest, mark, asked.tries + 1);
      return false;
    }
    const person = await entitledPerson(tx, secondFactor, contest, address);
    if (person === undefined) return false;
    await forgetCode(tx, contest, mark);
    await burnEntitlement(tx, contest, personMark(secondFactor, contest, person.id));
    await appendAudit(tx, {
      event: 'entitlement.burnt',
      subject: contest,
      actor: null,
      territory: null,
      isPublic: false,
      now: new Date(Math.floor(now().getTime() / 60_000) * 60_000),
    });
    return true;
  });
  if (!isAccepted) return err('wrong_code');
  return ok({ admission: makeAdmission(secondFactor, contest, secondFactor.random(18)) });
}

/** A person of the roll who may vote in the contest, has this address, and has had no admission. */
async function entitledPerson(
  tx: Tx,
  secondFactor: SecondFactor,
  contest: string,
  address: string,
): Promise<EligiblePerson | undefined> {
  const people = await eligiblePeople(tx, contest, address);
  const marks = people.map(({ id }) => personMark(secondFactor, contest, id));
  const burnt = new Set(await burntEntitlements(tx, contest, marks));
  return people.find((_, i) => !burnt.has(marks[i] ?? ''));
}

const codeHash = (key: Uint8Array, contest: string, address: string, code: string): string =>
  createHmac('sha256', key).update(`${contest} ${address} ${code}`).digest('hex');
