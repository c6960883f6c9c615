import { type Codec, Misread, readText } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  certificateFile,
  dealFile,
  fileText,
  type HandedIn,
  honestMember,
  honestRehearsal,
  keyFile,
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
  const suite = await loadMachineSuite();
  const plan = { group: 'Ed25519', threshold, size: names.length } as const;
  const members = names.map((name, i) => honestMember(suite, { ...plan, member: i + 1, name }, random));
  const certificates = members.map(({ certificate }) => certificate);
  const agreed = toAll(certificateFile, certificates);
  const deals = members.map((member) => member.deal(agreed));
  const dealt = toAll(dealFile, deals);
  const shares = members.map((member) => member.share(agreed, dealt));
  return {
    type: 'ceremony',
    rounds: [certificates, deals, shares.map(({ handedIn }) => handedIn)],
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
  return { type: 'rehearsal', files: keys.map((key) => honestRehearsal(suite, { list, key, date }, random)) };
}

/** What everybody hands in, as everybody gets it. */
const toAll = <T>(form: Codec<T>, texts: readonly string[]): readonly HandedIn<T>[] =>
  texts.map((text, i) => {
    const file = readText(form, text);
    invariant(!(file instanceof Misread), 'what a step hands in has its form');
    return { path: String(i + 1), file };
  });
