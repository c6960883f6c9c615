import { compareCodePoints } from '@convite/kernel';
import type { Manifest, ManifestContest } from './manifest.ts';
import { partOfTree, territoryTree } from './territory-tree.ts';

/** What does not fit together in a manifest, and where. */
export type ManifestProblem =
  | { readonly check: 'manifest.form'; readonly place: string; readonly type: FormProblem }
  | { readonly check: 'manifest.tree'; readonly place: string; readonly type: TreeProblem };

type FormProblem =
  | 'not_ascending'
  | 'no_times'
  | 'unknown_rule'
  | 'unused_rule'
  | 'files_unlike_state'
  | 'unlike_annulled'
  | 'repeated_election'
  | 'no_seed'
  | 'no_standing_option'
  | 'cost_unlike_envelope'
  | 'slice_unlike_election'
  | 'slice_beyond_roll'
  | 'repeated_language'
  | 'other_language';

type TreeProblem = 'not_ascending' | 'broken_tree' | 'unknown_territory' | 'outside_part' | 'root_below_root';

/**
 * Everything that does not fit together in a manifest of the right form.
 *
 * Source: docs/spec/consultation-archive.md, B.4–B.13, F.1 and F.2.
 */
export function manifestProblems(manifest: Manifest): readonly ManifestProblem[] {
  const { rules, territories, contests, consultation, lots, order } = manifest;
  const problems: ManifestProblem[] = [];
  const form = (place: string, type: FormProblem): void => {
    problems.push({ check: 'manifest.form', place, type });
  };
  if (!ascends(rules)) form('rules', 'not_ascending');
  if (!ascends(territories.map(({ code }) => code))) form('territories', 'not_ascending');
  if (!ascends(contests.map(({ id }) => id))) form('contests', 'not_ascending');
  if (consultation.opens_at >= consultation.closes_at) form('consultation', 'no_times');
  if (lots !== null && lots.drawn_at < consultation.closes_at) form('lots', 'no_times');
  if (order !== null && order.drawn_at >= consultation.closes_at) form('order', 'no_times');
  const { languages = [] } = consultation;
  if (new Set(languages).size < languages.length) form('consultation', 'repeated_language');
  const used = new Set(contests.map(({ rule }) => rule));
  for (const rule of rules) if (!used.has(rule)) form(`rules/${rule}.json`, 'unused_rule');
  for (const contest of contests) {
    const place = `contests/${contest.id}`;
    for (const type of contestProblems(contest, manifest)) form(place, type);
  }
  for (const { id } of repeatedElections(contests)) form(`contests/${id}`, 'repeated_election');
  return [...problems, ...treeProblems(manifest)];
}

/** Contests whose election is that of a contest before: one vote must not be shown as two. */
function repeatedElections(contests: readonly ManifestContest[]): readonly ManifestContest[] {
  const seen = new Set<string>();
  return contests.filter(({ election }) => {
    if (election === null) return false;
    const isRepeated = seen.has(election.uuid) || seen.has(election.fingerprint);
    seen.add(election.uuid).add(election.fingerprint);
    return isRepeated;
  });
}

function contestProblems(contest: ManifestContest, { rules, lots, consultation }: Manifest): readonly FormProblem[] {
  const { options, envelope, slice, names } = contest;
  const further = consultation.languages?.slice(1) ?? [];
  const written = [names, ...options.map(({ titles }) => titles)].flatMap((texts) => Object.keys(texts ?? {}));
  const mostPeople = consultation.roll?.entries ?? Infinity;
  const numbers = options.map(({ number }) => number);
  const standing = options.filter(({ withdrawn }) => !withdrawn);
  const problems: readonly (readonly [boolean, FormProblem])[] = [
    [numbers.some((number, i) => number <= (numbers[i - 1] ?? 0)), 'not_ascending'],
    [!rules.includes(contest.rule), 'unknown_rule'],
    [!filesFit(contest), 'files_unlike_state'],
    [(contest.state === 'annulled') !== (contest.annulled !== null), 'unlike_annulled'],
    [contest.lots !== null && lots === null, 'no_seed'],
    [standing.length === 0, 'no_standing_option'],
    [standing.some(({ cost }) => (cost === null) !== (envelope === null)), 'cost_unlike_envelope'],
    [(slice === null) !== (contest.election === null), 'slice_unlike_election'],
    [slice !== null && (slice.people > mostPeople || slice.added > slice.spares), 'slice_beyond_roll'],
    [written.some((language) => !further.includes(language)), 'other_language'],
  ];
  return problems.flatMap(([isProblem, type]) => (isProblem ? [type] : []));
}

/** Whether a contest has the files that its state says, and no others. */
function filesFit({ state, election, archive, side, outcome, lots }: ManifestContest): boolean {
  const hasArchive = archive !== null;
  if (hasArchive !== (election !== null) || (side !== null && !hasArchive)) return false;
  switch (state) {
    case 'provisional':
    case 'certified':
      return hasArchive && outcome !== null;
    case 'lots_required':
      return hasArchive && outcome !== null && lots === null;
    case 'withheld':
      return hasArchive && outcome === null && lots === null;
    case 'annulled':
      return outcome === null && lots === null;
  }
}

function treeProblems(manifest: Manifest): readonly ManifestProblem[] {
  const { territories, contests, part } = manifest;
  const tree = territoryTree(territories);
  const problem = (place: string, type: TreeProblem): ManifestProblem => ({ check: 'manifest.tree', place, type });
  const broken = territories.filter(({ code }) => tree.upwards(code) === undefined);
  if (broken.length > 0) return broken.map(({ code }) => problem(`territory ${code}`, 'broken_tree'));
  const lost = contests.filter(({ territory }) => tree.upwards(territory) === undefined);
  const problems = lost.map(({ id }) => problem(`contests/${id}`, 'unknown_territory'));
  if (part === null) return problems;
  const { holds, shows } = partOfTree(manifest, part.roots);
  if (!ascends(part.roots)) problems.push(problem('part', 'not_ascending'));
  for (const root of part.roots) {
    const path = tree.upwards(root);
    if (path === undefined) problems.push(problem(`territory ${root}`, 'unknown_territory'));
    else if (path.slice(1).some((code) => part.roots.includes(code))) {
      problems.push(problem(`territory ${root}`, 'root_below_root'));
    }
  }
  const strange = territories.filter(({ code }) => !shows(code));
  const outside = contests.filter(({ territory }) => !holds(territory));
  return [
    ...problems,
    ...strange.map(({ code }) => problem(`territory ${code}`, 'outside_part')),
    ...outside.map(({ id }) => problem(`contests/${id}`, 'outside_part')),
  ];
}

const ascends = (texts: readonly string[]): boolean =>
  texts.every((text, i) => i === 0 || compareCodePoints(texts[i - 1] ?? '', text) < 0);
