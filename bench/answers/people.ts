import { createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { ask, type Askers } from './ask-in-turn.ts';
import type { Mailbox } from './mailbox.ts';

/**
 * Who asks: people whom the server knows, and two kinds of strangers. What the times of the strangers differ by is what
 * chance makes of them.
 */

/** How often each may ask before the server says “wait”; nobody is asked about more often. */
const [passwordsOfAccount, questionsAboutPerson, codesOfAddress] = [100, 5, 20];

export const accountsFor = (rounds: number): number => Math.ceil(rounds / passwordsOfAccount);
export const addressesFor = (rounds: number): number => Math.ceil(rounds / codesOfAddress);
/** People of the roll: each is asked about; of their addresses a part waits for a code, and a part has had an admission. */
export const peopleFor = (rounds: number): number =>
  Math.max(Math.ceil(rounds / questionsAboutPerson), 2 * addressesFor(rounds));

/** A staff account, tried with a wrong password. @param known addresses of the accounts */
export function signInAskers(known: readonly string[]): readonly Askers[] {
  const asker = (name: string, email: (i: number) => string): Askers => ({
    name,
    question: (round) => {
      const typed = email(round % known.length);
      const body = new URLSearchParams({ email: typed, password: 'una clave que no es', back: '/org' });
      return { path: '/sign-in', body, typed };
    },
  });
  return [
    asker('nobody', (i) => `ajena${i}@consulta.example`),
    asker('nobody_else', (i) => `extra${i}@consulta.example`),
    asker('account', (i) => known[i] ?? ''),
  ];
}

/** Whether somebody is on the roll, asked without knowing all three of name, date and document. */
export function rollAskers(path: string, people: number): readonly Askers[] {
  const asker = (name: string, of: (i: number) => { readonly name: string; readonly document: string }): Askers => ({
    name,
    question: (round) => {
      const body = new URLSearchParams({ ...of(round % people), birth_date: '1980-01-01' });
      return { path, body };
    },
  });
  return [
    asker('nobody', (i) => ({ name: `Ajena0 ${i}`, document: `x${i}` })),
    asker('nobody_else', (i) => ({ name: `Ajena1 ${i}`, document: `y${i}` })),
    asker('person_with_another_document', (i) => ({ name: `Vecina ${i}`, document: `x${i}` })),
    asker('document_of_another_person', (i) => ({ name: `Ajena2 ${i}`, document: `v${i}` })),
  ];
}

/** What a device draws. */
const drawn = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 24);

/** The address of somebody on the roll, as the program that opens the vote writes them. */
const onRoll = (i: number): string => `vecina-${i}@enramada.example`;

/** The four kinds of addresses, and how one of them is asked about in a round. */
function addressAskers(
  addresses: number,
  question: (address: string, drawn: string) => ReturnType<Askers['question']>,
): readonly Askers[] {
  const asker = (name: string, address: (i: number) => string): Askers => ({
    name,
    question: (round) => question(address(round % addresses), drawn(`${name} ${round}`)),
  });
  return [
    asker('nobody', (i) => `ajena0-${i}@enramada.example`),
    asker('nobody_else', (i) => `ajena1-${i}@enramada.example`),
    asker('on_the_roll', onRoll),
    asker('has_had_an_admission', (i) => onRoll(addresses + i)),
  ];
}

/** Asking for a code. */
export const codeAskers = (contest: string, addresses: number): readonly Askers[] =>
  addressAskers(addresses, (address, question) => ({
    path: `${contest}/codes`,
    body: { address, question },
  }));

/** Giving a wrong one for a question that was asked before, in the same round. */
export const wrongCodeAskers = (contest: string, addresses: number): readonly Askers[] =>
  addressAskers(addresses, (address, question) => ({
    path: `${contest}/admissions`,
    body: { address, question, code: '0000 000x', number: question },
  }));

/** Has the second half of the addresses exchange the code that comes by e-mail. */
export async function exchangeCodes(origin: string, contest: string, addresses: number, mail: Mailbox) {
  for (let i = addresses; i < 2 * addresses; i++) {
    const [address, question] = [onRoll(i), drawn(`exchanged ${i}`)];
    const network = `10.255.${i >> 8}.${i & 255}`;
    const asked = await ask(origin, { path: `${contest}/codes`, body: { address, question } }, network);
    invariant(asked.status === 202, `the code is asked for: ${asked.status}`);
    const given = { address, question, code: await mail.codeFor(address), number: question };
    const taken = await ask(origin, { path: `${contest}/admissions`, body: given }, network);
    invariant(taken.status === 200, `the code is exchanged: ${taken.status}`);
  }
}
