import { invariant } from '@convite/kernel';
import {
  beginSetUp,
  demoParts,
  firstLinks,
  invite,
  inviteAgain,
  proposeGrant,
  setUpDemoAccount,
} from '../../accounts/index.ts';
import { applyTerritories, bringTerritories, showTree } from '../../territories/index.ts';
import type { DemoContext } from '../demo-context.ts';
import { places, territoriesFile } from '../plan/places.ts';
import { administrators, type PlannedStaff, staff } from '../plan/staff.ts';
import { accountOf, must, together } from './together.ts';

/** Two administrators begin the installation, each through a link of its own. */
export async function beginInstallation({ accounts }: DemoContext): Promise<void> {
  for (const { name, email } of administrators) {
    const parts = await demoParts(accounts);
    if (parts.some((part) => part.name === name)) continue;
    const [path] = await firstLinks(accounts);
    invariant(path !== undefined, 'while administrators are missing there are links');
    const token = path.split('/').at(-1) ?? '';
    must(await beginSetUp(accounts, token, { name, email, code: '' }, email));
    must(await setUpDemoAccount(accounts, path));
  }
}

/** An administrator brings the tree of places. */
export async function bringPlaces(context: DemoContext): Promise<void> {
  const { territories, work } = context;
  const by = await accountOf(context, administrators[0].name);
  await work.use(async (place) => {
    await place.append('file', new TextEncoder().encode(territoriesFile));
    const declared = { encoding: null, separator: null };
    const brought = must(
      await bringTerritories(territories, { place, file: 'file', name: 'puerto-solana.csv', declared, by }),
    );
    must(await applyTerritories(territories, brought, by));
  });
}

/** An administrator invites everybody else; each sets up the account, and two administrators give the role. */
export async function gatherStaff(context: DemoContext): Promise<void> {
  for (const person of staff) await gather(context, person);
}

async function gather(context: DemoContext, { name, email, role }: PlannedStaff): Promise<void> {
  const { accounts } = context;
  const [{ name: chief }, { name: deputy }] = administrators;
  const by = await accountOf(context, chief);
  const known = (await demoParts(accounts)).find((part) => part.name === name);
  if (known !== undefined && known.roles.length > 0) return;
  const invited =
    known === undefined
      ? await invite(accounts, { name, email, by })
      : await inviteAgain(accounts, { account: known.account, by });
  if (invited.ok) must(await setUpDemoAccount(accounts, invited.value.path));
  const account = invited.ok ? invited.value.account : await accountOf(context, name);
  const subject = [account, role, await placeOf(context, places.city)].join('/');
  await together(context, { act: 'role.grant', subject, first: chief, second: deputy }, (by) =>
    proposeGrant(accounts, { account, role, territoryCode: places.city, by, reason: 'Demostración.' }),
  );
}

/** Id of the territory of a code. */
export async function placeOf({ territories }: DemoContext, code: string): Promise<string> {
  const place = (await showTree(territories, code)).rows.find((one) => one.code === code);
  invariant(place !== undefined, 'the places were brought before');
  return place.id;
}
