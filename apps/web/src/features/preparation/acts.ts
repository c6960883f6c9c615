import { ok } from '@convite/kernel';
import { z } from 'zod';
import { type ActHandler, actHandler } from '../accounts/index.ts';
import { replaceEverywhere, type ReplacementBody, type ReplacementFault } from './usecases/propose-replacement.ts';

const replacementBody: z.ZodType<ReplacementBody> = z.strictObject({
  consultation: z.uuid(),
  slug: z.string(),
  kind: z.enum(['lost', 'added']),
  pairs: z
    .array(z.strictObject({ contest: z.uuid(), territory: z.string(), lost: z.string().nullable(), spare: z.string() }))
    .min(1),
});

/** The acts of preparation that two officers agree on. */
export const preparationActs: readonly ActHandler[] = [
  actHandler<ReplacementBody, ReplacementFault>({
    act: 'credential.replace',
    isPublic: true,
    read: (stored) => replacementBody.safeParse(stored).data,
    show: ({ slug, kind, pairs }, t) => ({
      title: t.preparation.replaceAct[kind],
      says: t.preparation.replaceFollows[kind],
      facts: pairs.flatMap(({ territory, lost, spare }) => [
        ...(lost === null ? [] : [{ name: t.preparation.lostIn(territory), value: lost }]),
        { name: t.preparation.spareIn(territory), value: spare },
      ]),
      href: `/org/c/${slug}/preparation`,
    }),
    async carryOut(tx, { body, now }) {
      const replaced = await replaceEverywhere(tx, body, now);
      // Which codes belong to one person is nobody else's business.
      return replaced.ok ? ok({ details: { kind: body.kind, contests: body.pairs.length } }) : replaced;
    },
    explain: (fault, t) => t.preparation.replaceFaults[fault.type](fault.territory),
  }),
];
