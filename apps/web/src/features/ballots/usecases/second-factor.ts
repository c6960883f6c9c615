import { createHmac, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import type { BallotsContext } from '../ballots-context.ts';
import {
  askedCode,
  burnEntitlement,
  countTry,
  entitledPerson,
  forgetCode,
  forgetCodesBefore,
  noteAsked,
  storeCode,
} from '../store-admissions.ts';
import { makeAdmission } from './admission-text.ts';

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
export async function askCode({ database, now }: BallotsContext, contest: string, given: string): Promise<void> {
  const address = normalAddress(given);
  await inTransaction(database, async (tx) => {
    await forgetCodesBefore(tx, new Date(now().getTime() - day));
    const asked = await noteAsked(tx, contest, address, now());
    if (asked > mostAsked) return;
    await requestJob(tx, { name: sendCodeJob, subject: `${contest} ${address}`, priority: 0, queue: undefined });
  });
}

/** Makes a code and sends it, if the address is that of a person who may vote and has had no admission. */
export async function sendCode({ database, now, secondFactor }: BallotsContext, subject: string): Promise<void> {
  const [contest = '', address = ''] = subject.split(' ', 2);
  const code = String(Buffer.from(secondFactor.random(6)).readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
  const person = await inTransaction(database, async (tx) => {
    if ((await askedCode(tx, contest, address)) === undefined) return undefined;
    const found = await entitledPerson(tx, contest, address);
    if (found === undefined) return undefined;
    const code_hash = codeHash(secondFactor.codeKey, contest, address, code);
    await storeCode(tx, contest, address, {
      code_hash,
      expires_at: new Date(now().getTime() + codeLife),
      tries: 0,
    });
    return found;
  });
  if (person === undefined) return;
  await secondFactor.sendCode({ address, code, language: person.language ?? undefined });
}

/**
 * Accepts a code: burns the person's entitlement in a transaction of its own, and gives out an admission that is stored
 * nowhere. So no row, and no transaction, holds both a person and what becomes a ballot.
 *
 * Hazards: whoever loses the answer has lost the admission, and goes to a table of the commission.
 */
export async function acceptCode(
  { database, now, secondFactor }: BallotsContext,
  contest: string,
  given: { readonly address: string; readonly code: string },
): Promise<Result<{ readonly admission: string }, 'wrong_code'>> {
  const address = normalAddress(given.address);
  const expected = codeHash(secondFactor.codeKey, contest, address, given.code.replaceAll(/\s/gu, ''));
  const isAccepted = await inTransaction(database, async (tx) => {
    const asked = await askedCode(tx, contest, address);
    const { codeHash: sent, expiresAt } = asked ?? {};
    if (asked === undefined || typeof sent !== 'string' || expiresAt === null || expiresAt === undefined) return false;
    if (asked.tries >= mostTries || expiresAt <= now()) return false;
    if (!timingSafeEqual(Buffer.from(sent), Buffer.from(expected))) {
      await countTry(tx, contest, address, asked.tries + 1);
      return false;
    }
    const person = await entitledPerson(tx, contest, address);
    if (person === undefined) return false;
    await forgetCode(tx, contest, address);
    await burnEntitlement(tx, contest, person.id);
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

const codeHash = (key: Uint8Array, contest: string, address: string, code: string): string =>
  createHmac('sha256', key).update(`${contest} ${address} ${code}`).digest('hex');
