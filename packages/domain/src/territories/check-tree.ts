import { err, ok, type Result } from '@convite/kernel';
import { plainWords } from '../tables/plain-words.ts';
import { type Level, levels, type PlacedDraft } from './territory.ts';
import type { TerritoryProblem } from './territory-problem.ts';

/** What must be known of a territory that is stored already. */
export interface StoredTerritory {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: Level;
  readonly name: string;
}

const depth = (level: Level): number => levels.indexOf(level);

/**
 * Checks the tree that comes of what is stored and what a file brings: territories of the file replace those of the same
 * code, all others stay.
 *
 * Every parent exists, nothing is above itself, each level lies below its parent's, codes are unique, and so are names
 * among siblings (as `plainWords` writes them).
 * Cost: linear in all territories.
 *
 * @returns the drafts in an order in which parents come first; or everything that is wrong.
 */
export function checkTree(
  drafts: readonly PlacedDraft[],
  stored: readonly StoredTerritory[],
): Result<readonly PlacedDraft[], readonly TerritoryProblem[]> {
  const problems: TerritoryProblem[] = [];
  const fromFile = new Map<string, PlacedDraft>();
  for (const draft of drafts) {
    const first = fromFile.get(draft.code);
    if (first === undefined) fromFile.set(draft.code, draft);
    else
      problems.push({ place: draft.place, problem: { type: 'repeated_code', code: draft.code, first: first.place } });
  }
  const staying = stored.filter(({ code }) => !fromFile.has(code));
  const all = new Map<string, StoredTerritory>([
    ...staying.map((territory) => [territory.code, territory] as const),
    ...fromFile,
  ]);
  for (const draft of fromFile.values()) {
    const { place, parentCode, level } = draft;
    if (parentCode === null) continue;
    const parent = all.get(parentCode);
    if (parent === undefined) problems.push({ place, problem: { type: 'unknown_parent', parent: parentCode } });
    else if (parentCode !== draft.code && depth(parent.level) >= depth(level)) {
      const problem = { type: 'level_not_below', level, parent: parentCode, parentLevel: parent.level } as const;
      problems.push({ place, problem });
    }
  }
  problems.push(...wrongBelow(staying, fromFile), ...circles(fromFile, all), ...repeatedNames(fromFile, all));
  return problems.length > 0 ? err(inOrder(problems)) : ok(parentsFirst(fromFile));
}

/** Stored territories whose parent the file makes as narrow as themselves. */
function wrongBelow(
  staying: readonly StoredTerritory[],
  fromFile: ReadonlyMap<string, PlacedDraft>,
): readonly TerritoryProblem[] {
  return staying.flatMap(({ code, parentCode, level }) => {
    const parent = parentCode === null ? undefined : fromFile.get(parentCode);
    return parent === undefined || depth(parent.level) < depth(level)
      ? []
      : [
          {
            place: parent.place,
            problem: { type: 'level_not_above', level: parent.level, child: code, childLevel: level },
          },
        ];
  });
}

/** Each circle once, at the first of its territories in the file. */
function circles(
  fromFile: ReadonlyMap<string, PlacedDraft>,
  all: ReadonlyMap<string, StoredTerritory>,
): readonly TerritoryProblem[] {
  const settled = new Set<string>();
  const found: TerritoryProblem[] = [];
  for (const { code: start, place } of fromFile.values()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let code: string | null = start;
    while (code !== null && !settled.has(code) && !onWay.has(code)) {
      way.push(code);
      onWay.add(code);
      code = all.get(code)?.parentCode ?? null;
    }
    if (code !== null && onWay.has(code)) {
      found.push({ place, problem: { type: 'circle', codes: way.slice(way.indexOf(code)) } });
    }
    for (const one of way) settled.add(one);
  }
  return found;
}

function repeatedNames(
  fromFile: ReadonlyMap<string, PlacedDraft>,
  all: ReadonlyMap<string, StoredTerritory>,
): readonly TerritoryProblem[] {
  const known = new Map<string, string>();
  const found: TerritoryProblem[] = [];
  for (const { code, name, parentCode } of all.values()) {
    const key = `${parentCode ?? ''}\n${plainWords(name)}`;
    const other = known.get(key);
    const draft = fromFile.get(code);
    if (other === undefined) known.set(key, code);
    else if (draft !== undefined) found.push({ place: draft.place, problem: { type: 'repeated_name', name, other } });
  }
  return found;
}

function parentsFirst(fromFile: ReadonlyMap<string, PlacedDraft>): readonly PlacedDraft[] {
  return [...fromFile.values()].toSorted((a, b) => depth(a.level) - depth(b.level) || a.place.number - b.place.number);
}

const inOrder = (problems: readonly TerritoryProblem[]): readonly TerritoryProblem[] =>
  problems.toSorted((a, b) => (a.place?.number ?? 0) - (b.place?.number ?? 0));
