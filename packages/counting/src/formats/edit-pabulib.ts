import { canonicalJson, err, type Result } from '@convite/kernel';
import { ruleSetSchema } from '../rules/rule-set.ts';
import { withoutProjects } from '../rules/without-projects.ts';
import type { PabulibFile } from './pabulib-file.ts';
import { parseJson } from './parse-json.ts';
import { readPabulib } from './parse-pabulib.ts';
import { ProblemLog } from './problem-log.ts';
import type { PabulibProblem } from './problems.ts';
import { RULE_SET_KEY } from './read-meta.ts';
import { readSections } from './read-sections.ts';
import { RecordScanner } from './record-scanner.ts';
import { TextEdit } from './text-edit.ts';

/** What to change. Amounts are texts as a file writes them, in units of the currency. */
export interface PabulibEdit {
  readonly budget: string | undefined;
  readonly costs: ReadonlyMap<string, string>;
  /** Projects that take no part: they and the marks for them are taken out; ballots left without a mark are blank. */
  readonly withdrawn: readonly string[];
}

export type EditRefusal =
  | { readonly type: 'unknown_project'; readonly id: string }
  | { readonly type: 'unreadable'; readonly problems: readonly PabulibProblem[] };

/**
 * The file as it would stand after a change. Every record that the change does not touch stays as it is, byte for byte.
 *
 * `num_projects` is corrected, and the file's own rule set stops naming the withdrawn. What the file says of the
 * official result stays: it is about the vote as it was.
 * Cost: reads the text twice.
 */
export function editPabulib(file: PabulibFile, edit: PabulibEdit): Result<PabulibFile, EditRefusal> {
  const known = new Set<string>(file.instance.projects.map(({ id }) => id));
  const unknown = [...edit.withdrawn, ...edit.costs.keys()].find((id) => !known.has(id));
  if (unknown !== undefined) return err({ type: 'unknown_project', id: unknown });
  const changed = readPabulib(editedText(file, edit));
  return changed.ok ? changed : err({ type: 'unreadable', problems: changed.error });
}

function editedText(file: PabulibFile, edit: PabulibEdit): string {
  const withdrawn = new Set(edit.withdrawn);
  const meta = editedMeta(file, edit, withdrawn);
  const text = new TextEdit(file.source);
  let columns: ReadonlyMap<string, number> = new Map();
  const scanner = new RecordScanner(file.source, () => undefined);
  readSections(scanner, new ProblemLog(), {
    header: (_, found) => {
      columns = found;
    },
    record(section, record) {
      if (section === 'META') {
        const value = meta.get(record.cell(0).toLowerCase());
        if (value !== undefined) text.replaceCells(record, new Map([[1, value]]));
      } else if (section === 'PROJECTS') {
        const id = record.cell(columns.get('project_id') ?? 0);
        const cost = edit.costs.get(id);
        if (withdrawn.has(id)) text.remove(record);
        else if (cost !== undefined) text.replaceCells(record, new Map([[columns.get('cost') ?? 0, cost]]));
      } else if (withdrawn.size > 0) {
        const cells = editedBallot(record, columns, withdrawn, file.profile.points !== undefined);
        if (cells !== undefined) text.replaceCells(record, cells);
      }
    },
    end: () => undefined,
  });
  return text.finish();
}

/** The entries of META that change, by key. */
function editedMeta(file: PabulibFile, edit: PabulibEdit, withdrawn: ReadonlySet<string>): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  if (edit.budget !== undefined) changes.set('budget', edit.budget);
  if (withdrawn.size === 0) return changes;
  changes.set('num_projects', String(file.instance.projects.length - withdrawn.size));
  const own = ruleSetSchema.safeParse(parseJson(file.meta.get(RULE_SET_KEY) ?? ''));
  if (own.success) changes.set(RULE_SET_KEY, canonicalJson(withoutProjects(own.data, withdrawn)));
  return changes;
}

/** The cells of a ballot that change, by column; undefined when it names none of the withdrawn. */
function editedBallot(
  record: RecordScanner,
  columns: ReadonlyMap<string, number>,
  withdrawn: ReadonlySet<string>,
  hasPoints: boolean,
): ReadonlyMap<number, string> | undefined {
  const voteColumn = columns.get('vote') ?? 0;
  const items = record.cell(voteColumn).split(',');
  const stays = items.map((item) => !withdrawn.has(item.trim()));
  if (stays.every((staying) => staying)) return undefined;
  const staying = (list: readonly string[]) => list.filter((_, i) => stays[i]).join(',');
  const cells = new Map([[voteColumn, staying(items)]]);
  const pointsColumn = columns.get('points');
  const points = pointsColumn === undefined || !hasPoints ? '' : record.cell(pointsColumn);
  if (pointsColumn !== undefined && points !== '') cells.set(pointsColumn, staying(points.split(',')));
  return cells;
}
