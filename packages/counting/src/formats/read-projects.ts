import type { OfficialSelected } from './pabulib-file.ts';
import { type ProblemLog, quoted } from './problem-log.ts';
import { readAmount } from './read-amount.ts';
import { isAbsent } from './read-meta.ts';
import type { RecordScanner } from './record-scanner.ts';
import type { WrittenNumber } from './written-number.ts';

/** One record of PROJECTS. */
export interface ProjectRow {
  readonly line: number;
  readonly id: string;
  readonly cost: WrittenNumber;
  readonly name: string | undefined;
  readonly categories: readonly string[];
  readonly neighbourhood: string | undefined;
  readonly selected: OfficialSelected;
  readonly votes: string | undefined;
  readonly score: string | undefined;
}

/** Groups of equal ballots spell a project as one UTF-16 unit below the surrogates; also far above any real paper. */
const PROJECTS_LIMIT = 55_000;
const SELECTED: ReadonlyMap<string, OfficialSelected> = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
]);

/** Reads the records of PROJECTS one by one. */
export class ProjectsReader {
  readonly #log: ProblemLog;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #rows: ProjectRow[] = [];
  readonly #lines = new Map<string, number>();

  constructor(log: ProblemLog, columns: ReadonlyMap<string, number>) {
    this.#log = log;
    this.#columns = columns;
  }

  read(record: RecordScanner): void {
    const { line } = record;
    const log = this.#log;
    const cell = (column: string): string | undefined => {
      const at = this.#columns.get(column);
      const text = at === undefined ? '' : record.cell(at);
      return isAbsent(text) ? undefined : text;
    };
    const idColumn = this.#columns.get('project_id');
    const id = idColumn === undefined ? '' : record.cell(idColumn);
    if (id === '') return log.refuse({ code: 'missing_project_id', line });
    if (idColumn !== undefined && record.hasSpaceAround(idColumn))
      log.warn({ code: 'space_around', line, value: quoted(id) });
    const firstLine = this.#lines.get(id);
    if (firstLine !== undefined) return log.refuse({ code: 'duplicate_project', line, id: quoted(id), firstLine });
    this.#lines.set(id, line);
    if (this.#lines.size === PROJECTS_LIMIT + 1) log.refuse({ code: 'too_many_projects', line, limit: PROJECTS_LIMIT });
    if (this.#lines.size > PROJECTS_LIMIT) return;
    const cost = readAmount(log, line, 'cost', cell('cost') ?? '');
    if (cost === undefined) return;
    this.#rows.push({
      line,
      id,
      cost,
      name: cell('name'),
      categories: (cell('category') ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => !isAbsent(name)),
      neighbourhood: cell('neighborhood') ?? cell('district'),
      selected: this.#selected(line, id, cell('selected')),
      votes: cell('votes'),
      score: cell('score'),
    });
  }

  /** In the order of the file. */
  finish(): { readonly rows: readonly ProjectRow[]; readonly lines: ReadonlyMap<string, number> } {
    return { rows: this.#rows, lines: this.#lines };
  }

  #selected(line: number, id: string, text: string | undefined): OfficialSelected {
    if (text === undefined) return undefined;
    const selected = SELECTED.get(text);
    if (selected === undefined) {
      this.#log.warn({ code: 'selected_unreadable', line, id: quoted(id), value: quoted(text) });
    }
    return selected;
  }
}
