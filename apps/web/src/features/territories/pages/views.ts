import type { Level, TerritoryProblem, TreeDifference } from '@convite/domain';

/** A row of a list of territories. */
export interface TerritoryRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly population: number | null;
  readonly below: number;
}

/** A part of a longer list; numbers from 1. */
export interface Part {
  readonly from: number;
  readonly all: number;
  readonly size: number;
}

/** The top of the tree, or what was searched for in it. */
export interface TreeView {
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
  readonly rows: readonly TerritoryRow[];
  readonly search: { readonly words: string; readonly isCut: boolean } | null;
}

/** One territory and what is directly below it. */
export interface TerritoryView {
  readonly territory: TerritoryRow & { readonly hasOutline: boolean };
  readonly above: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly TerritoryRow[];
  readonly part: Part;
}

export interface ProblemList {
  readonly problems: readonly TerritoryProblem[];
  /** How many are not listed. */
  readonly more: number;
  /** Under which all of them are kept. */
  readonly list: string | null;
}

/** A file that waits to be applied: what it would change, or what is wrong with it by now. */
export interface PreviewView {
  readonly id: string;
  readonly sourceName: string;
  readonly ignored: readonly string[];
  readonly difference: TreeDifference | null;
  readonly wrong: ProblemList | null;
  readonly refusal: { readonly type: 'moves_in_use'; readonly codes: readonly string[] } | null;
}

/** So many rows of a list are shown at once. */
export const listedRows = 200;
