import type { PabulibProblem, PabulibWarning, PabulibWarningKind } from './problems.ts';

const PROBLEMS_KEPT = 100;
const WARNINGS_KEPT_OF_A_KIND = 20;

/** Collects what a reader finds. Keeps the first hundred problems and the first twenty warnings of each kind. */
export class ProblemLog {
  readonly #problems: PabulibProblem[] = [];
  readonly #warnings: PabulibWarning[] = [];
  readonly #ofKind = new Map<PabulibWarningKind, { count: number; firstLeftOut: number }>();
  #problemsFound = 0;
  #firstProblemLeftOut = 0;

  refuse(problem: PabulibProblem): void {
    this.#problemsFound += 1;
    if (this.#problemsFound <= PROBLEMS_KEPT) this.#problems.push(problem);
    else if (this.#problemsFound === PROBLEMS_KEPT + 1) this.#firstProblemLeftOut = problem.line;
  }

  warn(warning: PabulibWarning & { readonly code: PabulibWarningKind }): void {
    const kind = this.#ofKind.get(warning.code) ?? { count: 0, firstLeftOut: 0 };
    kind.count += 1;
    if (kind.count <= WARNINGS_KEPT_OF_A_KIND) this.#warnings.push(warning);
    else if (kind.count === WARNINGS_KEPT_OF_A_KIND + 1) kind.firstLeftOut = warning.line;
    this.#ofKind.set(warning.code, kind);
  }

  get hasProblems(): boolean {
    return this.#problemsFound > 0;
  }

  /** Ascending by line; the last says how many more there were. */
  problems(): readonly PabulibProblem[] {
    const kept = this.#problems.toSorted((a, b) => a.line - b.line);
    const left = this.#problemsFound - kept.length;
    return left === 0 ? kept : [...kept, { code: 'more_problems', line: this.#firstProblemLeftOut, count: left }];
  }

  /** Ascending by line. */
  warnings(): readonly PabulibWarning[] {
    const more = [...this.#ofKind]
      .filter(([, { count }]) => count > WARNINGS_KEPT_OF_A_KIND)
      .map(([of, { count, firstLeftOut }]): PabulibWarning => ({
        code: 'more_of_a_kind',
        line: firstLeftOut,
        of,
        count: count - WARNINGS_KEPT_OF_A_KIND,
      }));
    return [...this.#warnings, ...more].toSorted((a, b) => a.line - b.line);
  }
}

/** A text from the file, short enough for a message. */
export const quoted = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);
