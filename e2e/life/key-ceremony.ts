import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { press } from '../offline-desk.ts';
import {
  bring,
  bringDeal,
  bringKey,
  bringRehearsal,
  linkedKeys,
  makeCertificate,
  type OpenKeys,
} from '../trustee-page/steps-on-site.ts';
import type { Clerk } from './clerk.ts';
import { carryAway } from './own-machine.ts';
import { type Consultation, title } from './preparing.ts';

const t = translationOf('es');
const words = t.trustees;

/** Somebody who holds a part of the key, and how the page is opened that the part is used on. */
export interface Holder {
  readonly clerk: Clerk;
  readonly open: OpenKeys;
  /** Where the key is stored. */
  readonly key: string;
}

/** Three make a key of which two open: the first on a machine without a network, the others at the page that the site links to. */
export async function holdCeremony({ crew, browser }: Consultation): Promise<readonly Holder[]> {
  const { organiser, trustees } = crew;
  await organiser.arrivesAt(title, t.controlRoom.step.trustees);
  await organiser.sends(words.begin, {
    ...Object.fromEntries(trustees.map(({ name }) => [name, true])),
    [words.needed]: '2',
  });
  const begun: { readonly clerk: Clerk; readonly open: OpenKeys; readonly secret: string }[] = [];
  for (const [place, clerk] of trustees.entries()) {
    await clerk.arrivesAt(t.accounts.taskSays.ceremony());
    const open = place === 0 ? (await carryAway(browser, clerk, words.openPage)).open : linkedKeys(clerk);
    const { secret, certificate } = await makeCertificate(clerk, place === 0 ? typedNumbers(open, clerk) : open);
    await bring(clerk, certificate);
    begun.push({ clerk, open, secret });
  }
  for (const { clerk, open, secret } of begun) await bringDeal(clerk, open, secret);
  const holders: Holder[] = [];
  for (const { clerk, open, secret } of begun) holders.push({ clerk, open, key: await bringKey(clerk, open, secret) });
  return holders;
}

/** A page from a disk was not told what the site knows: the numbers of the ceremony are typed. */
const typedNumbers =
  (open: OpenKeys, { name }: Clerk): OpenKeys =>
  async () => {
    const keys = await open();
    await press(keys, 'Empezar la ceremonia');
    await keys.getByLabel('Cuántas personas custodian la clave').fill('3');
    await keys.getByLabel('Cuántas hacen falta para abrir').fill('2');
    await keys.getByLabel('Qué número es usted').fill('1');
    await keys.getByLabel('Su nombre').fill(name);
    return keys;
  };

/** All of them decrypt the test ballot of the day. */
export async function allRehearse(holders: readonly Holder[]): Promise<void> {
  for (const { clerk, open, key } of holders) {
    await clerk.arrivesAt(t.accounts.taskSays.rehearsal());
    await bringRehearsal(clerk, open, key);
  }
}
