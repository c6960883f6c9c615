import {
  electionWire,
  hashOfText,
  isMixed,
  Misread,
  portableSha256,
  type Question,
  readLayout,
  readText,
  trusteesWire,
} from '@convite/crypto';
import { unitOf } from '@convite/domain';
import { writeMoney } from '@convite/kernel';
import type { Database } from '../../../persistence/database.ts';
import { readStations } from '../../consultations/index.ts';
import type { Papers } from '../booth-context.ts';
import type { Paper, PaperOption, Trust } from '../pages/views.ts';
import {
  electionRecords,
  findPaper,
  firstContests,
  type LanguageMap,
  openCompanions,
  optionsOnPaper,
  type StoredOption,
  type StoredPaper,
} from '../store.ts';

/** The papers of the contests in the database. */
export function storedPapers(database: Database, now: () => Date): Papers {
  return {
    async only(slug) {
      const contests = await firstContests(database, slug);
      if (contests === undefined) return undefined;
      const [contest, another] = contests;
      return contest === undefined || another !== undefined ? 'several' : { contest };
    },
    async find(slug, contest, locale) {
      const stored = await findPaper(database, slug, contest);
      if (stored === undefined || stored.consultation === 'draft') return undefined;
      const state = stateOf(stored, now());
      const [records, options, companions, stations] = await Promise.all([
        electionRecords(database, contest),
        optionsOnPaper(database, contest),
        openCompanions(database, contest),
        readStations(database, stored.consultationId, locale),
      ]);
      const election = records === undefined ? undefined : readElection(records.election, records.trustees);
      if (election === undefined) return state === 'open' ? undefined : outOfHours(stored, contest, state, locale);
      const answered = options.map((option) => answeredOption(option, stored, election.answers, locale));
      if (!answered.every((option) => option !== undefined)) return undefined;
      return {
        ...outOfHours(stored, contest, state, locale),
        // In the order of the election: that of the numbers, or the one that was drawn.
        options: answered.toSorted((a, b) => a.answer - b.answer),
        isOrderDrawn: stored.isOrderDrawn,
        fingerprint: election.fingerprint,
        trust: election.trust,
        stations,
        companions: companions.map(({ contest: other, name, territory }) => ({
          contest: other,
          title: territory === stored.territory ? inLanguage(name, locale) : territory,
        })),
      };
    },
  };
}

/** The paper without what only its election tells: enough to say when the vote is. */
function outOfHours(stored: StoredPaper, contest: string, state: Paper['state'], locale: string): Paper {
  return {
    consultation: { slug: stored.slug, title: inLanguage(stored.title, locale) },
    contest,
    territory: stored.territory,
    state,
    opensAt: stored.opensAt.toISOString(),
    closesAt: stored.closesAt.toISOString(),
    complaintsUntil: stored.complaintsUntil?.toISOString() ?? null,
    zone: stored.zone,
    currency: unitOf(stored.currency),
    decimals: stored.decimals,
    isSingle: stored.form === 'choose_one',
    most: stored.most,
    mayBeBlank: stored.mayBeBlank,
    options: [],
    isOrderDrawn: stored.isOrderDrawn,
    fingerprint: '',
    trust: { kind: 'homomorphic', threshold: 0, trustees: 0, isServerKey: false },
    stations: [],
    companions: [],
    isDemo: stored.isDemo,
    asksMailCode: stored.asksMailCode,
  };
}

/** The board asks the same before it takes a ballot, under its lock. */
function stateOf({ consultation, contest, opensAt, closesAt }: StoredPaper, now: Date): Paper['state'] {
  if (contest === 'annulled' || consultation === 'annulled') return 'annulled';
  const isBefore = contest === 'draft' || contest === 'ready' || contest === 'frozen' || consultation === 'frozen';
  if (isBefore || now < opensAt) return 'before';
  return contest === 'open' && consultation === 'open' && now < closesAt ? 'open' : 'after';
}

interface ReadElection {
  readonly fingerprint: string;
  /** What a ballot may name, in the order of the election. */
  readonly answers: readonly string[];
  readonly trust: Trust;
}

function readElection(text: string, trusteesText: string): ReadElection | undefined {
  const election = readText(electionWire, text);
  const trustees = readText(trusteesWire, trusteesText);
  if (election instanceof Misread || trustees instanceof Misread) return undefined;
  const [question, ...others] = election.questions;
  const answers = question === undefined || others.length > 0 ? undefined : answersOf(question);
  if (question === undefined || answers === undefined) return undefined;
  const kind = isMixed(question) ? 'mixed' : 'homomorphic';
  return { fingerprint: hashOfText(portableSha256.sha256, text), answers, trust: { kind, ...holders(trustees) } };
}

function answersOf(question: Question): readonly string[] | undefined {
  if (!isMixed(question)) return question.answers;
  const layout = readLayout(question, { maxInts: Infinity });
  return layout.ok && layout.value?.layout.kind === 'approvals' ? layout.value.options : undefined;
}

/**
 * Who holds the key: of a ceremony so many of all; of trustees who each must decrypt, all of them. Where there are both,
 * those who each must are named: any one of them alone keeps the ballots shut.
 */
function holders(trustees: Exclude<ReturnType<typeof trusteesWire.read>, Misread>): Omit<Trust, 'kind'> {
  const singles = trustees.filter(([type]) => type === 'Single').length;
  if (singles > 0) return { threshold: singles, trustees: singles, isServerKey: trustees.length === 1 };
  const [ceremony] = trustees;
  if (ceremony?.[0] !== 'Pedersen') return { threshold: 0, trustees: 0, isServerKey: false };
  const { threshold, certs } = ceremony[1];
  return { threshold, trustees: certs.length, isServerKey: false };
}

/** Finds the answer that stands for an option: its number and title, or its title alone; undefined when there is none. */
function answeredOption(
  option: StoredOption,
  { decimals, firstLanguage }: Pick<StoredPaper, 'decimals' | 'firstLanguage'>,
  answers: readonly string[],
  locale: string,
): PaperOption | undefined {
  const { cost, titles, summaries, ...rest } = option;
  const summary = summaries[locale];
  const read =
    locale === firstLanguage
      ? {}
      : {
          ...{ lang: firstLanguage, told: titles[locale] },
          ...(summary === undefined ? { summaryLang: firstLanguage } : { summary }),
        };
  for (const text of [`${option.number}. ${option.title}`, option.title]) {
    const answer = answers.indexOf(text);
    if (answer !== -1)
      return { ...rest, ...read, cost: cost === null ? null : writeMoney(cost, decimals), answer, text };
  }
  return undefined;
}

const inLanguage = (texts: LanguageMap, locale: string): string => texts[locale] ?? Object.values(texts)[0] ?? '';
