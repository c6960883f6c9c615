import { zstdCompressSync } from 'node:zlib';
import {
  composePabulib,
  type CountReport,
  countReportSchema,
  declaredRuleSet,
  defaultRuleSet,
  parsePabulib,
  type RuleSet,
  SAMPLES,
  type ToldSwitches,
} from '@convite/counting';
import { invariant } from '@convite/kernel';
import { countFile } from '../../apps/web/src/features/recounts/counting/count-file.ts';
import { findSwitches } from '../../apps/web/src/features/recounts/counting/find-switches.ts';
import { sha256 } from '../../apps/web/src/features/recounts/counting/open-file.ts';
import {
  type CountDetails,
  type Supporters,
  type StoredFile,
  unchanged,
} from '../../apps/web/src/features/recounts/counting/tasks.ts';

/** A vote counted as the site counts it, with what its pages say beyond the report. */
export interface CountedVote {
  readonly file: StoredFile;
  readonly ruleSet: RuleSet;
  readonly report: CountReport;
  readonly details: CountDetails;
  readonly supporters: Supporters;
}

/** Counts a `.pb` text by the rule given, else the one it declares, else most votes. */
export function countVote(text: string, rule?: RuleSet): CountedVote {
  const bytes = new TextEncoder().encode(text);
  const parsed = parsePabulib(bytes);
  invariant(parsed.ok, 'the vote of a test can be read');
  const declared = declaredRuleSet(parsed.value);
  const ruleSet = rule ?? (declared.ok ? declared.value : defaultRuleSet('greedy', parsed.value.profile.kind));
  const file = { hash: sha256(bytes), size: bytes.byteLength, compressed: zstdCompressSync(bytes) };
  const answer = countFile({ type: 'count', file, ruleSet, changes: unchanged }, () => undefined);
  invariant(answer.type === 'counted', 'the vote of a test can be counted');
  const details: CountDetails = JSON.parse(answer.details);
  const supporters: Supporters = JSON.parse(answer.supporters);
  return { file, ruleSet, report: countReportSchema.parse(JSON.parse(answer.report)), details, supporters };
}

/** A vote that comes with the project. */
export function sampleText(id: string, language: 'es' | 'en'): string {
  const sample = SAMPLES.find((one) => one.id === id);
  invariant(sample !== undefined, 'the sample comes with the project');
  return sample.text(language);
}

/** What would have changed the outcome of one project, found as the site finds it. */
export function switchesOf({ file, ruleSet }: CountedVote, project: string): ToldSwitches | 'not_available' {
  let found: ToldSwitches | 'not_available' = 'not_available';
  findSwitches({ type: 'switches', file, ruleSet, changes: unchanged, projects: [project] }, (note) => {
    if (note.type === 'switches') found = note.switches;
  });
  return found;
}

/** A city's vote of 160 projects, made up: names of all lengths, 3,000 ballots. */
export function cityText(nameOf: (i: number) => string): string {
  let state = 20261121;
  const chance = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const projects = Array.from({ length: 160 }, (_, i) => ({
    id: `L${String(i + 1).padStart(3, '0')}`,
    cost: 1000 * (5 + Math.floor(chance() * 900)),
    name: nameOf(i),
    pull: chance() ** 3,
  }));
  const ballots = Array.from({ length: 3000 }, () => {
    const chosen = projects.filter(({ pull }) => chance() < pull * 0.08);
    return chosen.slice(0, 5).map(({ id }) => id);
  });
  const votes = (id: string): number => ballots.filter((ballot) => ballot.includes(id)).length;
  return composePabulib({
    meta: new Map([
      ['description', 'Presupuesto de una ciudad inventada'],
      ['country', 'Lugar inventado'],
      ['unit', 'Ciudad de los Puentes'],
      ['instance', '2026'],
      ['num_projects', '160'],
      ['num_votes', '3000'],
      ['budget', '6112868'],
      ['vote_type', 'approval'],
      ['rule', 'greedy'],
      ['date_begin', '2026'],
      ['date_end', '2026'],
      ['currency', 'PLN'],
    ]),
    projects: [
      ['project_id', 'cost', 'votes', 'name'],
      ...projects.map(({ id, cost, name }) => [id, String(cost), String(votes(id)), name]),
    ],
    votes: [['voter_id', 'vote'], ...ballots.map((ballot, i) => [String(i + 1), ballot.join(',')])],
  });
}
