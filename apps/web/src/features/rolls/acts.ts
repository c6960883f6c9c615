import { proofTypes } from '@convite/domain';
import { ok } from '@convite/kernel';
import { z } from 'zod';
import { type ActHandler, actHandler } from '../accounts/index.ts';
import type { RollsContext } from './rolls-context.ts';
import { type AdditionBody, type AdditionRefusal, addPerson } from './usecases/add-person.ts';
import { unfreeze, type UnfreezeBody, type UnfreezeRefusal } from './usecases/take-back-freezing.ts';
import { freeze, type FreezeBody, type FreezeRefusal } from './usecases/propose-freeze.ts';

const freezeBody: z.ZodType<FreezeBody> = z.strictObject({
  consultation: z.uuid(),
  slug: z.string(),
  version: z.number().int(),
  count: z.number().int(),
  commitment: z.string(),
});

const additionBody: z.ZodType<AdditionBody> = z.strictObject({
  consultation: z.uuid(),
  slug: z.string(),
  territoryId: z.uuid(),
  entry: z.strictObject({
    name: z.string(),
    birthDate: z.string(),
    territory: z.string(),
    document: z.string().nullable(),
    proof: z.enum(proofTypes),
    email: z.string().nullable(),
    language: z.string().nullable(),
    toldApart: z.string(),
  }),
});

const readAs =
  <T>(schema: z.ZodType<T>) =>
  (stored: unknown): T | undefined => {
    const read = schema.safeParse(stored);
    return read.success ? read.data : undefined;
  };

/** The acts of rolls that two officers agree on. */
export const rollActs = (context: Pick<RollsContext, 'newId'>): readonly ActHandler[] => [
  actHandler<FreezeBody, FreezeRefusal>({
    act: 'roll.freeze',
    isPublic: true,
    read: readAs(freezeBody),
    show: ({ slug, version, count, commitment }, t) => ({
      title: t.rolls.freezeAct(count),
      says: t.rolls.freezeFollows,
      facts: [
        { name: t.rolls.version, value: t.format.count(version) },
        { name: t.rolls.people, value: t.format.count(count) },
        { name: t.rolls.commitment, value: commitment },
      ],
      href: `/org/c/${slug}/roll`,
    }),
    async carryOut(tx, { body, now }) {
      const frozen = await freeze(tx, body, now);
      const { version, count, commitment } = body;
      return frozen.ok ? ok({ details: { version, count, commitment } }) : frozen;
    },
    explain: (refusal, t) => t.rolls.freezeRefusals[refusal.type],
  }),
  actHandler<UnfreezeBody, UnfreezeRefusal>({
    act: 'roll.unfreeze',
    isPublic: true,
    read: readAs(freezeBody),
    show: ({ slug, version, count, commitment }, t) => ({
      title: t.rolls.unfreezing.act(count),
      says: t.rolls.unfreezing.follows,
      facts: [
        { name: t.rolls.version, value: t.format.count(version) },
        { name: t.rolls.people, value: t.format.count(count) },
        { name: t.rolls.commitment, value: commitment },
      ],
      href: `/org/c/${slug}/roll/unfreeze`,
    }),
    async carryOut(tx, { body, now }) {
      const taken = await unfreeze(tx, body, now);
      const { version, count, commitment } = body;
      return taken.ok ? ok({ details: { version, count, commitment } }) : taken;
    },
    explain: (refusal, t) => t.rolls.unfreezing.refusals[refusal.type],
  }),
  actHandler<AdditionBody, AdditionRefusal>({
    act: 'roll.add',
    isPublic: true,
    read: readAs(additionBody),
    show: ({ slug, entry }, t) => ({
      title: t.rolls.addAct,
      says: t.rolls.addFollows,
      facts: [
        { name: t.rolls.columns.name, value: entry.name },
        { name: t.rolls.columns.birth_date, value: t.format.day(entry.birthDate) },
        { name: t.rolls.columns.territory, value: entry.territory },
        { name: t.rolls.columns.proof, value: t.rolls.proofs[entry.proof] },
      ],
      href: `/org/c/${slug}/roll`,
    }),
    async carryOut(tx, agreed) {
      const added = await addPerson(tx, context, agreed);
      // Neither name nor place: the line is for everyone.
      return added.ok ? ok({ details: { version: added.value, people: 1 } }) : added;
    },
    explain: (refusal, t) => t.rolls.additionRefusal(refusal),
  }),
];
