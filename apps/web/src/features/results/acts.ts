import { ok } from '@convite/kernel';
import { z } from 'zod';
import type { Translation } from '../../i18n/translation.ts';
import type { ArchiveStage } from '../../persistence/schema/results.ts';
import { type ActHandler, actHandler } from '../accounts/index.ts';
import { type DrawBody, drawLot, type DrawRefusal } from './usecases/draw-lots.ts';
import { publishResult, type ResultBody, type ResultRefusal } from './usecases/publish-result.ts';

const texts = z.record(z.string(), z.string());
const ofConsultation = { slug: z.string(), title: texts };

const drawBody: z.ZodType<DrawBody> = z.object({
  ...{ ...ofConsultation, zone: z.string(), seed: z.string(), how: z.string() },
  ...{ announcedAt: z.int(), drawnAt: z.int(), contests: z.int() },
});
const resultBody: z.ZodType<ResultBody> = z.object({
  ...{ ...ofConsultation, archive: z.string(), sha256: z.string(), manifest: z.string() },
  ...{ bytes: z.int(), contests: z.int() },
});

const inPage = (named: Readonly<Record<string, string>>, t: Translation): string =>
  named[t.locale] ?? Object.values(named)[0] ?? '';
const moment = (instant: number, zone: string, t: Translation): string =>
  `${t.format.moment(new Date(instant).toISOString(), zone)} (${zone})`;

const result = (stage: ArchiveStage, act: 'result.publish' | 'result.certify'): ActHandler =>
  actHandler<ResultBody, ResultRefusal>({
    act,
    isPublic: true,
    read: (stored) => resultBody.safeParse(stored).data,
    show(body, t) {
      const words = t.results.acts;
      return {
        title: words.resultTitle[stage](inPage(body.title, t)),
        says: [words.resultSays[stage]],
        facts: [
          { name: words.contests, value: t.format.count(body.contests) },
          { name: words.bytes, value: t.format.bytes(body.bytes) },
          { name: words.sha256, value: body.sha256 },
          { name: words.manifest, value: body.manifest },
        ],
        href: `/org/c/${body.slug}/result`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const done = await publishResult(tx, subject, stage, { body, now });
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain: (refusal, t) => t.results.resultRefusals[refusal.type],
  });

/** The acts of results that two people agree on. */
export const resultsActs: readonly ActHandler[] = [
  actHandler<DrawBody, DrawRefusal>({
    act: 'lot.draw',
    isPublic: true,
    read: (stored) => drawBody.safeParse(stored).data,
    show(body, t) {
      const words = t.results.acts;
      return {
        title: words.drawTitle(inPage(body.title, t)),
        says: [words.drawSays],
        facts: [
          { name: words.seed, value: body.seed },
          { name: words.how, value: body.how },
          { name: words.drawnAt, value: moment(body.drawnAt, body.zone, t) },
          { name: words.contests, value: t.format.count(body.contests) },
        ],
        href: `/org/c/${body.slug}/lots`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const drawn = await drawLot(tx, subject, body, now);
      return drawn.ok ? ok({ details: drawn.value }) : drawn;
    },
    explain: (refusal, t) => t.results.drawRefusals[refusal.type],
  }),
  result('provisional', 'result.publish'),
  result('certified', 'result.certify'),
];
