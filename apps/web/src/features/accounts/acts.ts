import { roles } from '@convite/domain';
import { ok } from '@convite/kernel';
import { z } from 'zod';
import type { Translation } from '../../i18n/translation.ts';
import type { AccountsContext } from './accounts-context.ts';
import type { ActHandler } from './acts-context.ts';
import { actHandler } from './usecases/act-handler.ts';
import {
  closeAccount,
  type EndRefusal,
  endRole,
  grantRole,
  type GrantRefusal,
  recoverAccount,
} from './usecases/change-rights.ts';

/** The forms of what is stored of each act, written by `propose-rights`. */
const person = z.object({ account: z.uuid(), name: z.string() });
const place = z.object({
  role: z.enum(roles),
  territory: z.uuid().nullable(),
  territoryName: z.string().nullable(),
});
export const grantBody = person.extend(place.shape);
export const endBody = person.extend({ ...place.shape, grant: z.uuid() });
export const closeBody = person;
export const recoverBody = person.extend({ codeHash: z.string() });

const readAs =
  <T>(schema: z.ZodType<T>) =>
  (stored: unknown): T | undefined => {
    const read = schema.safeParse(stored);
    return read.success ? read.data : undefined;
  };

const hrefOf = ({ account }: { readonly account: string }): string => `/org/people/${account}`;

/** The acts of accounts that two administrators agree on. */
export const accountActs = (context: Pick<AccountsContext, 'newId' | 'random' | 'now'>): readonly ActHandler[] => [
  actHandler<z.infer<typeof grantBody>, GrantRefusal>({
    act: 'role.grant',
    isPublic: false,
    read: readAs(grantBody),
    show: (body, t) => ({
      title: t.accounts.grantTitle(body.name, t.accounts.roles[body.role]),
      says: [t.accounts.roleTasks[body.role], t.accounts.grantFollows(body.name)],
      facts: placeFacts(body, t),
      href: hrefOf(body),
    }),
    async carryOut(tx, { body, now }) {
      const done = await grantRole(tx, context, body, now);
      return done.ok ? ok({ details: { account: body.account, role: body.role } }) : done;
    },
    explain(refusal, t) {
      switch (refusal.type) {
        case 'no_account':
          return t.accounts.refusedNoAccount;
        case 'not_set_up':
          return t.accounts.refusedNotSetUp;
        case 'already_held':
          return t.accounts.refusedHeld;
        case 'kept_apart':
          return t.accounts.keptApart(
            t.accounts.roles[refusal.wanted],
            t.accounts.roles[refusal.held],
            refusal.territoryName ?? t.accounts.everywhere,
          );
      }
    },
  }),
  actHandler<z.infer<typeof endBody>, EndRefusal>({
    act: 'role.end',
    isPublic: false,
    read: readAs(endBody),
    show: (body, t) => ({
      title: t.accounts.endTitle(body.name, t.accounts.roles[body.role]),
      says: [t.accounts.endFollows(body.name)],
      facts: placeFacts(body, t),
      href: hrefOf(body),
    }),
    async carryOut(tx, { body, now }) {
      const done = await endRole(tx, body, now);
      return done.ok ? ok({ details: { account: body.account, role: body.role } }) : done;
    },
    explain: explainEnd,
  }),
  actHandler<z.infer<typeof closeBody>, EndRefusal>({
    act: 'account.disable',
    isPublic: false,
    read: readAs(closeBody),
    show: (body, t) => ({
      title: t.accounts.closeTitle(body.name),
      says: [t.accounts.closeFollows],
      facts: [],
      href: hrefOf(body),
    }),
    async carryOut(tx, { body, now }) {
      const done = await closeAccount(tx, body.account, now);
      return done.ok ? ok({ details: { account: body.account } }) : done;
    },
    explain: explainEnd,
  }),
  actHandler<z.infer<typeof recoverBody>, { readonly type: 'no_account' }>({
    act: 'account.recover',
    isPublic: false,
    read: readAs(recoverBody),
    show: (body, t) => ({
      title: t.accounts.recoverTitle(body.name),
      says: [t.accounts.recoverFollows(body.name), t.accounts.recoverLinkYours],
      facts: [],
      href: hrefOf(body),
    }),
    async carryOut(tx, { body }) {
      const done = await recoverAccount(tx, context, body);
      return done.ok ? ok({ details: { account: body.account }, once: done.value }) : done;
    },
    explain: (_, t) => t.accounts.refusedNoAccount,
  }),
];

const placeFacts = ({ role, territoryName }: z.infer<typeof place>, { accounts }: Translation) => [
  { name: accounts.role, value: accounts.roles[role] },
  { name: accounts.territory, value: territoryName ?? accounts.everywhere },
];

function explainEnd(refusal: EndRefusal, { accounts }: Translation): string {
  switch (refusal.type) {
    case 'no_account':
      return accounts.refusedNoAccount;
    case 'already_ended':
      return accounts.refusedEnded;
    case 'too_few_administrators':
      return accounts.refusedTooFew;
  }
}
