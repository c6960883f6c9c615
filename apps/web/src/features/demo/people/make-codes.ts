import { credentialSecret, newPrivateCredential, publicCredential, readPrivateCredential } from '@convite/crypto';
import {
  compareCredentials,
  credentialsOfLine,
  type CredentialOrder,
  type OrderedSlice,
  orderHashInput,
  readOrder,
  uploadHead,
  uploadLine,
} from '@convite/domain';
import { invariant } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { createHash, randomBytes } from 'node:crypto';
import type { DemoPerson, HandedCode, PeopleAnswer, PeopleTask } from './tasks.ts';

interface SliceCodes {
  readonly slice: OrderedSlice;
  readonly people: readonly HandedCode[];
  readonly spares: readonly string[];
}

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
const newCode = (): string => newPrivateCredential('long', random).text;

/** Makes one code for each person, for all contests of that person, and the public part of each for the site. */
export async function makeCodes({
  order: text,
  people,
}: Extract<PeopleTask, { readonly type: 'codes' }>): Promise<PeopleAnswer> {
  const order = readOrder(text);
  invariant(order.ok, 'the order is the one that the site wrote');
  const slices = cut(order.value, people);
  const { consultation, contests } = order.value;
  const hash = createHash('sha256').update(orderHashInput(text)).digest('hex');
  const lines = [uploadHead(consultation, hash)];
  const suite = await loadMachineSuite();
  for (const [at, { group: name, uuid }] of contests.entries()) {
    const group = suite.group(name);
    const publicPart = (code: string): string => {
      const read = readPrivateCredential(code);
      invariant(read.ok, 'codes were made here');
      return group.write(publicCredential(group, credentialSecret(group, read.value, uuid)));
    };
    const own = slices.filter(({ slice }) => slice.contests.includes(at));
    const spares = new Set(own.flatMap((slice) => slice.spares.map(publicPart)));
    const all = [...own.flatMap((slice) => slice.people.map(({ code }) => publicPart(code))), ...spares];
    const ascending = all.toSorted((a, b) => compareCredentials(name, a, b));
    for (let from = 0; from < ascending.length; from += credentialsOfLine) {
      const piece = ascending.slice(from, from + credentialsOfLine);
      const places = piece.flatMap((one, i) => (spares.has(one) ? [i] : []));
      lines.push(uploadLine(at, piece, places));
    }
  }
  return { type: 'codes', upload: `${lines.join('\n')}\n`, codes: slices.flatMap((slice) => slice.people) };
}

function cut({ slices }: CredentialOrder, people: readonly DemoPerson[]): readonly SliceCodes[] {
  return slices.map((slice) => {
    const own = people.filter(({ territory }) => slice.codes.includes(territory));
    invariant(own.length === slice.people, 'the order counts the people of the roll');
    const spares = Array.from({ length: slice.spares }, newCode);
    return { slice, people: own.map((person) => ({ ...person, code: newCode() })), spares };
  });
}
