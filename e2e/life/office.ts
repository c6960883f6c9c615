import type { Role } from '@convite/domain';
import type { Browser } from 'playwright-core';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { Clerk, mailOf } from './clerk.ts';
import type { Installation } from './installation.ts';

const t = translationOf('es').accounts;

/** Where people are employed. */
export interface Office {
  readonly site: Installation;
  readonly browser: Browser;
  readonly administrators: readonly [Clerk, Clerk];
}

/** The office of a new installation, whose administrators set their accounts up at its first two links. */
export async function openOffice(site: Installation, browser: Browser): Promise<Office> {
  const [one = '', two = ''] = site.firstLinks;
  const administrators = [
    await Clerk.atLink(site, browser, one, 'Adela'),
    await Clerk.atLink(site, browser, two, 'Amparo'),
  ] as const;
  return { site, browser, administrators };
}

/** Somebody invited by an administrator, who sets the account up at the link, and is given a role by two. */
export async function employ(
  { site, browser, administrators: [first, second] }: Office,
  name: string,
  role: Role,
  territory: string,
): Promise<Clerk> {
  await first.arrivesAt(t.people, t.inviteGo);
  await first.sends(t.inviteSend, { [t.invitePersonName]: name, [t.email]: mailOf(name) });
  const link = await first.page.locator('code.secret').innerText();
  const clerk = await Clerk.atLink(site, browser, link, name, true);
  await first.follow(t.continue, t.grantGo);
  await first.sends(t.propose, {
    [t.roles[role]]: true,
    [t.grantTerritory]: territory,
    [t.reason]: 'Lo decidió la asamblea.',
  });
  await second.agreesTo(t.grantTitle(name, t.roles[role]));
  return clerk;
}
