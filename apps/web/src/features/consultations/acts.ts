import { consultationStates } from '@convite/domain';
import { ok } from '@convite/kernel';
import { z } from 'zod';
import type { Translation } from '../../i18n/translation.ts';
import { type ActHandler, actHandler } from '../accounts/index.ts';
import { annulContests, type ManyAnnulmentBody, type ManyAnnulmentRefusal } from './usecases/annul-contests.ts';
import {
  annulConsultation,
  type WholeAnnulmentBody,
  type WholeAnnulmentRefusal,
} from './usecases/annul-consultation.ts';
import { type OrderBody, type OrderRefusal, recordOrder } from './usecases/draw-order.ts';
import { type FreezingBody, type FreezingRefusal, freezeRules } from './usecases/freeze-rules.ts';
import { type ClosingRefusal, closeVote, type OpeningRefusal, openVote, type VoteBody } from './usecases/open-vote.ts';
import {
  annul,
  type AnnulmentBody,
  type ExtensionBody,
  extendVote,
  type LaterRefusal,
  withdraw,
  type WithdrawalBody,
} from './usecases/later-changes.ts';

const texts = z.record(z.string(), z.string());
const ofConsultation = { slug: z.string(), title: texts };

const freezing = z.object({
  ...ofConsultation,
  // What was proposed before these were in it is told to be changed, and is proposed again.
  currency: z.string().default(''),
  decimals: z.int().default(0),
  contests: z.int(),
  rules: z.array(z.object({ template: z.string(), name: texts, hash: z.string() })),
  lineUp: z.string(),
  asksMailCode: z.boolean(),
  opensAt: z.int(),
  closesAt: z.int(),
  zone: z.string(),
});
const vote = z.object({ ...ofConsultation, contests: z.int(), opensAt: z.int(), closesAt: z.int(), zone: z.string() });
const extension = z.object({ ...ofConsultation, from: z.int(), to: z.int(), zone: z.string() });
const ofContest = { ...ofConsultation, consultation: z.string(), place: z.string() };
const withdrawal = z.object({ ...ofContest, number: z.int(), option: z.string() });
const annulment = z.object(ofContest);
const manyAnnulments = z.object({
  ...ofConsultation,
  place: z.string(),
  contests: z.array(z.string()).min(1),
  places: z.array(z.string()),
});
const orderDraw = z.object({ ...ofConsultation, seed: z.string(), how: z.string() });
const wholeAnnulment = z.object({ ...ofConsultation, state: z.enum(consultationStates) });

const inPage = (named: Readonly<Record<string, string>>, t: Translation): string =>
  named[t.locale] ?? Object.values(named)[0] ?? '';
const moment = (instant: number, zone: string, t: Translation): string =>
  `${t.format.moment(new Date(instant).toISOString(), zone)} (${zone})`;

const explain = (
  refusal:
    | FreezingRefusal
    | LaterRefusal
    | ManyAnnulmentRefusal
    | OpeningRefusal
    | ClosingRefusal
    | WholeAnnulmentRefusal,
  t: Translation,
): string => t.consultations.acts.refused[refusal.type];

/** The acts of consultations that two people agree on: what both see, and how each is done. */
export const consultationActs: readonly ActHandler[] = [
  actHandler<FreezingBody, FreezingRefusal>({
    act: 'rule.freeze',
    isPublic: true,
    read: (stored) => freezing.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.freezeTitle(inPage(body.title, t)),
        says: words.freezeSays,
        facts: [
          { name: words.contests, value: t.format.count(body.contests) },
          { name: words.opens, value: moment(body.opensAt, body.zone, t) },
          { name: words.closes, value: moment(body.closesAt, body.zone, t) },
          ...body.rules.map(({ name, hash }) => ({ name: words.ruleHash(inPage(name, t)), value: hash })),
          { name: words.lineUp, value: body.lineUp },
          { name: t.secondFactor.ask, value: body.asksMailCode ? t.secondFactor.mail : t.secondFactor.letter },
        ],
        href: `/org/c/${body.slug}/freeze`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const frozen = await freezeRules(tx, subject, body, now);
      return frozen.ok ? ok({ details: frozen.value }) : frozen;
    },
    explain,
  }),
  actHandler<ExtensionBody, LaterRefusal>({
    act: 'vote.extend',
    isPublic: true,
    read: (stored) => extension.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.extendTitle(inPage(body.title, t)),
        says: words.extendSays,
        facts: [
          { name: words.from, value: moment(body.from, body.zone, t) },
          { name: words.to, value: moment(body.to, body.zone, t) },
        ],
        href: `/org/c/${body.slug}/calendar`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const extended = await extendVote(tx, subject, body, now);
      return extended.ok ? ok({ details: extended.value }) : extended;
    },
    explain,
  }),
  actHandler<WithdrawalBody, LaterRefusal>({
    act: 'option.withdraw',
    isPublic: true,
    read: (stored) => withdrawal.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.withdrawTitle(body.number, body.option),
        says: words.withdrawSays,
        facts: [
          { name: words.consultation, value: inPage(body.title, t) },
          { name: words.place, value: body.place },
        ],
        href: `/c/${body.slug}`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const done = await withdraw(tx, subject, body, now);
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain,
  }),
  actHandler<AnnulmentBody, LaterRefusal>({
    act: 'contest.annul',
    isPublic: true,
    read: (stored) => annulment.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.annulTitle(body.place),
        says: words.annulSays,
        facts: [{ name: words.consultation, value: inPage(body.title, t) }],
        href: `/c/${body.slug}`,
      };
    },
    async carryOut(tx, { subject, body }) {
      const done = await annul(tx, subject, body);
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain,
  }),
  actHandler<ManyAnnulmentBody, ManyAnnulmentRefusal>({
    act: 'contests.annul',
    isPublic: true,
    read: (stored) => manyAnnulments.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.annulManyTitle(body.contests.length, body.place),
        says: words.annulManySays,
        facts: [
          { name: words.consultation, value: inPage(body.title, t) },
          { name: words.places, value: body.places.join(' · ') },
        ],
        href: `/org/c/${body.slug}`,
      };
    },
    async carryOut(tx, agreed) {
      const done = await annulContests(tx, agreed);
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain,
  }),
  actHandler<WholeAnnulmentBody, WholeAnnulmentRefusal>({
    act: 'consultation.annul',
    isPublic: true,
    read: (stored) => wholeAnnulment.safeParse(stored).data,
    show(body, t) {
      const words = t.consultations.acts;
      return {
        title: words.wholeTitle(inPage(body.title, t)),
        says: words.wholeSays,
        facts: [{ name: words.stateNow, value: t.consultations.states[body.state] }],
        href: `/org/c/${body.slug}/vote`,
      };
    },
    async carryOut(tx, { subject, body }) {
      const done = await annulConsultation(tx, subject, body);
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain,
  }),
  actHandler<OrderBody, OrderRefusal>({
    act: 'order.draw',
    isPublic: true,
    read: (stored) => orderDraw.safeParse(stored).data,
    show(body, t) {
      const words = t.optionOrder;
      return {
        title: words.actTitle(inPage(body.title, t)),
        says: words.actSays,
        facts: [
          { name: words.seed, value: body.seed },
          { name: words.how, value: body.how },
        ],
        href: `/org/c/${body.slug}/order`,
      };
    },
    async carryOut(tx, { subject, body, now }) {
      const done = await recordOrder(tx, subject, body, now);
      return done.ok ? ok({ details: done.value }) : done;
    },
    explain: (refusal, t) => t.optionOrder.refused[refusal.type],
  }),
  actHandler<VoteBody, OpeningRefusal>({
    act: 'vote.open',
    isPublic: true,
    read: (stored) => vote.safeParse(stored).data,
    show: (body, t) => ({
      title: t.consultations.acts.openTitle(inPage(body.title, t)),
      says: t.consultations.acts.openSays,
      ...voteWords(body, t.consultations.acts.closes, t),
    }),
    async carryOut(tx, { subject, body, now }) {
      const opened = await openVote(tx, subject, body, now);
      return opened.ok ? ok({ details: opened.value }) : opened;
    },
    explain,
  }),
  actHandler<VoteBody, ClosingRefusal>({
    act: 'vote.close',
    isPublic: true,
    read: (stored) => vote.safeParse(stored).data,
    show: (body, t) => ({
      title: t.consultations.acts.closeTitle(inPage(body.title, t)),
      says: t.consultations.acts.closeSays,
      // In a demo it is closed before that hour.
      ...voteWords(body, t.consultations.acts.closesByCalendar, t),
    }),
    async carryOut(tx, { subject, now }) {
      const closed = await closeVote(tx, subject, now);
      return closed.ok ? ok({ details: closed.value }) : closed;
    },
    explain,
  }),
];

function voteWords({ slug, contests, opensAt, closesAt, zone }: VoteBody, closing: string, t: Translation) {
  const words = t.consultations.acts;
  return {
    facts: [
      { name: words.contests, value: t.format.count(contests) },
      { name: words.opens, value: moment(opensAt, zone, t) },
      { name: closing, value: moment(closesAt, zone, t) },
    ],
    href: `/org/c/${slug}/vote`,
  };
}
