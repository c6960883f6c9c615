import {
  type ConsultationMaterial,
  type ContestMaterial,
  type ContestToCount,
  countArchive,
  createFindingRecord,
  lotsText,
  makeArchive,
  type Manifest,
  outcomeFile,
  archiveText,
  writeZip,
  type ZipContent,
} from '@convite/archive';
import { canonicalRuleSet, defaultRuleSet, type RuleSet } from '@convite/counting';
import {
  approvalsQuestion,
  bytesSource,
  type Question,
  seededRandomness,
  simulateElection,
  type SimulationEnd,
  type SimulationPlan,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { createHash } from 'node:crypto';
import { loadMachine } from '../machine/machine.ts';

const machine = await loadMachine({ threads: 0, patience: 0, now: () => 0, progress: () => undefined });

const perCost = defaultRuleSet('greedy', 'approval');
invariant(perCost.rule === 'greedy', 'the default of a rule is that rule');
const greedy: RuleSet = { ...perCost, order: 'total' };
const equalShares = defaultRuleSet('equal-shares', 'approval');
/** One winner by votes: where two lead, lots decide. */
export const oneWinner: RuleSet = { ...perCost, order: 'total', utility: 'cardinality', maximumWinners: 1 };
export const rules: readonly RuleSet[] = [greedy, equalShares, oneWinner];
/** Names options, as a rule for one contest may; no contest of the small consultation has it. */
export const naming: RuleSet = { ...greedy, exclusiveGroups: [['1', '2']] };
export const hashOf = (rule: RuleSet): string => createHash('sha256').update(canonicalRuleSet(rule)).digest('hex');

const works = ['Farolas', 'Bancos', 'Un árbol', 'Un pozo'];
const chooseOne: Question = {
  answers: works.map((title, i) => `${i + 1}. ${title}`),
  blank: true,
  min: 1,
  max: 1,
  question: '¿Qué obra?',
};
const approve = approvalsQuestion(works, '¿Qué obras?');

/** A contest and the election that is simulated for it. */
interface PlannedContest {
  readonly id: string;
  readonly territory: string;
  readonly rule: RuleSet;
  readonly voters: number;
  readonly state: ContestToCount['state'];
  readonly until?: SimulationEnd;
  readonly waiver?: boolean;
  readonly seed?: string;
  /** Where not everybody who voted stood on the frozen roll. */
  readonly slice?: ContestToCount['slice'];
}

/** Five of a frozen roll, and one who was added with the spare credential. */
const oneAdded = { people: 5, spares: 1, added: 1 };

const planned: readonly PlannedContest[] = [
  { id: 'a1-obras', territory: 'A1', rule: greedy, voters: 12, state: 'certified' },
  { id: 'a1-partes', territory: 'A1', rule: equalShares, voters: 50, state: 'provisional' },
  { id: 'a2-empate', territory: 'A2', rule: oneWinner, voters: 10, state: 'provisional', seed: 'empate 1' },
  { id: 'a2-pocas', territory: 'A2', rule: greedy, voters: 5, state: 'withheld', until: 'tally' },
  {
    id: 'b-renuncia',
    territory: 'B',
    rule: equalShares,
    voters: 6,
    state: 'provisional',
    waiver: true,
    slice: oneAdded,
  },
  { id: 'b-sin-sorteo', territory: 'B', rule: oneWinner, voters: 10, state: 'lots_required', seed: 'empate 4' },
  { id: 'b-anulada', territory: 'B', rule: greedy, voters: 3, state: 'annulled', until: 'ballots' },
];

interface Simulated {
  readonly archive: Buffer;
  readonly side: string | undefined;
  readonly uuid: string;
  readonly fingerprint: string;
}

/** An election with one question, as our own elections are; the same for the same seed. */
export async function simulatedElection(
  { rule, voters, until = 'result' }: Pick<PlannedContest, 'rule' | 'voters' | 'until'>,
  seed: string,
  change: Partial<SimulationPlan> = {},
): Promise<Simulated> {
  const isMixed = rule.rule !== 'greedy';
  const plan: SimulationPlan = {
    group: 'Ed25519',
    name: 'Obras de la calle Cedro',
    description: withPolicy('Obras', hashOf(rule)),
    questions: [isMixed ? approve : chooseOne],
    voters,
    revotes: 1,
    mostWeight: 1n,
    credentialForm: 'long',
    trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
    shuffles: isMixed ? 2 : 0,
    until,
    timestamp: 1_795_220_101,
    ...change,
  };
  const run = simulateElection(machine.suite, plan, seededRandomness(seed, nodeSha256.sha256));
  invariant(run.ok, 'the plan of a test is not refused');
  const parts: Uint8Array[] = [];
  let step = run.value.next();
  for (; step.done !== true; step = run.value.next()) if (step.value.bytes !== undefined) parts.push(step.value.bytes);
  const archive = Buffer.concat(parts);
  const election = /\{"version":1,"description":[^\n]*?"uuid":"[^"]+"\}/u.exec(archive.toString('latin1'));
  invariant(election !== null, 'an archive holds its election');
  const fingerprint = createHash('sha256').update(Buffer.from(election[0], 'latin1')).digest('base64').slice(0, 43);
  return { archive, side: step.value.side, uuid: step.value.uuid, fingerprint };
}

const consultation: Manifest['consultation'] = {
  slug: 'obras-2026',
  title: { es: 'Obras de la comuna', en: 'Works of the commune' },
  zone: 'America/Caracas',
  opens_at: 1_795_000_000,
  closes_at: 1_795_200_000,
  currency: 'VES',
  decimals: 2,
  roll: { version: 1, entries: 100, commitment: '5a'.repeat(32) },
};
const seed: Manifest['lots'] = {
  seed: 'Lotería 2026-11-29: 04 17 23 31 40',
  round: 1,
  how: 'El sorteo de la lotería del 29 de noviembre, anunciado el día 20.',
  drawn_at: 1_795_210_000,
};

/** The files of a contest, counted as a server counts it. */
export async function filesOf(
  contest: ContestToCount,
  { archive, side }: Pick<Simulated, 'archive' | 'side'>,
  lots: Manifest['lots'] = seed,
  order: Manifest['order'] = null,
): Promise<ContestMaterial> {
  const rule = [...rules, naming].find((one) => hashOf(one) === contest.rule) ?? greedy;
  const log = createFindingRecord();
  const { counted } = await countArchive(
    machine,
    { contest, rule, source: bytesSource(archive), side, currency: consultation, seed: lots, order },
    log,
  );
  invariant(log.findings().length === 0, `a test counts a sound contest: ${JSON.stringify(log.findings())}`);
  const names = { contest: contest.id, fingerprint: contest.election?.fingerprint ?? '', rule: contest.rule };
  return {
    contest,
    archive: bytesSource(archive),
    side,
    outcome: counted === undefined ? undefined : archiveText(outcomeFile(names, counted)),
    lots: counted?.lots === undefined ? undefined : lotsText(names, counted.lots),
  };
}

async function plannedContest(plan: PlannedContest): Promise<ContestMaterial> {
  const simulated = await simulatedElection(plan, plan.seed ?? plan.id);
  const contest: ContestToCount = {
    id: plan.id,
    name: `Obras de ${plan.territory}`,
    territory: plan.territory,
    state: plan.state,
    annulled: plan.state === 'annulled' ? { reason: 'Se imprimieron boletas equivocadas.', at: 1_795_100_000 } : null,
    waiver: plan.waiver ?? false,
    most: plan.rule.rule === 'greedy' ? 1 : 4,
    may_be_blank: true,
    envelope: '100000',
    rule: hashOf(plan.rule),
    options: works.map((title, i) => ({
      number: i + 1,
      title,
      place: '',
      theme: '',
      cost: String(30_000 + 10_000 * i),
      withdrawn: false,
    })),
    slice: plan.slice ?? { people: plan.voters, spares: 0, added: 0 },
    election: { uuid: simulated.uuid, fingerprint: simulated.fingerprint },
  };
  const files = await filesOf(contest, simulated);
  return plan.state === 'annulled' ? { ...files, outcome: undefined, lots: undefined } : files;
}

/** A consultation of seven contests in two parts of a commune: every state, both kinds of question, a tie. */
export const small: ConsultationMaterial & { readonly contests: readonly ContestMaterial[] } = {
  consultation,
  lots: seed,
  order: null,
  territories: [
    { code: 'C', name: 'Comuna', parent: null },
    { code: 'A', name: 'Sector A', parent: 'C' },
    { code: 'A1', name: 'Calle Cedro', parent: 'A' },
    { code: 'A2', name: 'Calle Samán', parent: 'A' },
    { code: 'B', name: 'Sector B', parent: 'C' },
  ],
  rules,
  contests: await Promise.all(planned.map(plannedContest)),
};

/** The same in two languages: a paper and some of its options have a name in the second one too. */
export const inTwoLanguages: typeof small = {
  ...small,
  consultation: { ...consultation, languages: ['es', 'en'] },
  contests: small.contests.map((one) => ({
    ...one,
    contest: {
      ...one.contest,
      names: { en: `Works of ${one.contest.territory}` },
      options: one.contest.options.map((option, i) => ({ ...option, titles: i === 0 ? { en: 'Street lights' } : {} })),
    },
  })),
};

export const made = (material: ConsultationMaterial): ReturnType<typeof makeArchive> =>
  makeArchive(material, nodeSha256);

export async function zipOf(contents: Iterable<ZipContent>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}
