import type { Suite } from '@convite/crypto';
import { invariant, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  beginCeremony,
  certificateFile,
  certificatesStep,
  dealFile,
  dealsStep,
  fileText,
  type HandedIn,
  keyFile,
  makeOwnDeal,
  makeOwnShare,
  readOwnKey,
  readTrusteeList,
  rehearsalFile,
  rehearseOwn,
  shareKeyFile,
} from '@convite/trustee';
import { randomBytes } from 'node:crypto';
import type { PeopleAnswer, PeopleTask } from './tasks.ts';

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));

/**
 * A ceremony of honest trustees, with all its steps.
 *
 * Hazards: all keys are made in one place here, which a real ceremony never does; they protect nothing but the demo.
 */
export async function holdCeremony({
  names,
  threshold,
}: Extract<PeopleTask, { readonly type: 'ceremony' }>): Promise<PeopleAnswer> {
  const suite: Suite = await loadMachineSuite();
  const plan = { group: 'Ed25519', threshold, size: names.length } as const;
  const begun = names.map((name, i) => honest(beginCeremony(suite, { ...plan, member: i + 1, name }, random)));
  const certificates = begun.map(({ handedIn }) => handedIn);
  const agreed = honest(certificatesStep(suite, certificates.map(toAll), plan));
  const deals = begun.map(({ secret }) => honest(makeOwnDeal(secret, agreed, undefined, random)));
  const dealt = honest(dealsStep(suite, agreed, deals.map(toAll)));
  const shares = begun.map(({ secret }) => honest(makeOwnShare(suite, secret, dealt, random)));
  return {
    type: 'ceremony',
    rounds: [
      certificates.map((file) => fileText(certificateFile, file)),
      deals.map((file) => fileText(dealFile, file)),
      shares.map(({ handedIn }) => fileText(shareKeyFile, handedIn)),
    ],
    keys: shares.map(({ key }) => ({ name: key.name, file: fileText(keyFile, key) })),
  };
}

/** Each trustee decrypts the test ballot of a day with the key as it is kept. */
export async function rehearse({
  list,
  keys,
  date,
}: Extract<PeopleTask, { readonly type: 'rehearsal' }>): Promise<PeopleAnswer> {
  const suite = await loadMachineSuite();
  const trustees = honest(readTrusteeList(suite, list));
  const files = keys.map((key) => {
    const rehearsed = honest(rehearseOwn(trustees, honest(readOwnKey(suite, key)), date, random));
    return fileText(rehearsalFile, rehearsed);
  });
  return { type: 'rehearsal', files };
}

const toAll = <T>(file: T, i: number): HandedIn<T> => ({ path: String(i + 1), file });

function honest<T, E>(result: Result<T, E>): T {
  invariant(result.ok, 'trustees of the demo are honest');
  return result.value;
}
