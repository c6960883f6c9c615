import { type ProblemLog, quoted } from './problem-log.ts';
import type { PabulibSection } from './problems.ts';
import type { RecordScanner } from './record-scanner.ts';

/** What to do with the parts of a `.pb` text, in their order. Nothing is called for a section without a sound header. */
export interface SectionHandlers {
  /** The header of a section and its columns by name. Called at most once for each section. */
  readonly header: (section: PabulibSection, columns: ReadonlyMap<string, number>, line: number) => void;
  /** A record below the header. */
  readonly record: (section: PabulibSection, record: RecordScanner) => void;
  /** The section is complete; `line` is that of the next title or of the last record. */
  readonly end: (section: PabulibSection, line: number) => void;
}

const ORDER: readonly PabulibSection[] = ['META', 'PROJECTS', 'VOTES'];
const TITLES: ReadonlyMap<string, PabulibSection> = new Map(ORDER.map((section) => [section, section]));

/** Columns without which a section cannot be read. */
const NEEDED: Readonly<Record<PabulibSection, readonly string[]>> = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['vote'],
};

/**
 * Parts the records into the sections META, PROJECTS and VOTES, in that order, each a title, a header and records.
 * Reports what is missing, repeated or out of order, and records with more or fewer cells than their header.
 */
export function readSections(scanner: RecordScanner, log: ProblemLog, handlers: SectionHandlers): void {
  let section: PabulibSection | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  let width = 0;
  const seen = new Set<PabulibSection>();
  const finish = (line: number) => {
    if (section === undefined) return;
    if (columns === undefined) log.refuse({ code: 'missing_header', line, section });
    else handlers.end(section, line);
  };
  let strayText = false;
  while (scanner.next()) {
    const { line } = scanner;
    const title = titleOf(scanner, seen);
    if (title !== undefined) {
      finish(line);
      if (seen.has(title)) log.refuse({ code: 'repeated_section', line, section: title });
      else if (ORDER.slice(ORDER.indexOf(title)).some((later) => seen.has(later))) {
        log.refuse({ code: 'section_out_of_order', line, section: title });
      }
      const text = scanner.source.slice(scanner.start, scanner.end).replace(/\r?\n$/u, '');
      if (text !== title) log.warn({ code: 'odd_section_title', line, value: quoted(text) });
      // A section met again or too late is passed over, its records too.
      section = seen.size === ORDER.indexOf(title) ? title : undefined;
      seen.add(title);
      strayText = true;
      columns = undefined;
    } else if (scanner.isBlank) log.warn({ code: 'blank_line', line });
    else if (section === undefined) {
      if (!strayText) log.refuse({ code: 'text_before_meta', line, value: quoted(scanner.cell(0)) });
      strayText = true;
    } else if (columns === undefined) {
      columns = readHeader(scanner, section, log);
      width = scanner.cells;
      // Below a faulty header every record would be a problem of its own: the section is passed over.
      if (columns === undefined) section = undefined;
      else handlers.header(section, columns, line);
    } else {
      if (section !== 'META' && scanner.cells !== width) checkWidth(scanner, width, log);
      handlers.record(section, scanner);
    }
  }
  const last = Math.max(scanner.line, 1);
  finish(last);
  for (const missing of ORDER.filter((name) => !seen.has(name))) {
    log.refuse({ code: 'missing_section', line: last, section: missing });
  }
}

/** The section that a record gives the title of: the word alone; in other case or with empty cells if it is due. */
function titleOf(record: RecordScanner, seen: ReadonlySet<PabulibSection>): PabulibSection | undefined {
  const first = record.source.charCodeAt(record.cellStart(0));
  const startsATitle = first <= 0x20 || first > 0x7f || 'MPVmpv"'.includes(String.fromCharCode(first));
  if (!startsATitle) return undefined;
  const text = record.cell(0);
  if (record.cells === 1 && TITLES.has(text)) return TITLES.get(text);
  const title = TITLES.get(text.toUpperCase());
  const isDue = title !== undefined && ORDER.indexOf(title) === seen.size;
  return isDue && record.row().every((cell, i) => i === 0 || cell === '') ? title : undefined;
}

/** The columns by name; undefined, with the problems reported, where they cannot be used. */
function readHeader(
  record: RecordScanner,
  section: PabulibSection,
  log: ProblemLog,
): ReadonlyMap<string, number> | undefined {
  const { line } = record;
  const columns = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [i, cell] of record.row().entries()) {
    const column = cell.toLowerCase();
    if (columns.has(column) && column !== '') repeated.add(column);
    columns.set(column, i);
  }
  for (const column of repeated) log.refuse({ code: 'repeated_column', line, section, column: quoted(column) });
  const missing = NEEDED[section].filter((column) => !columns.has(column));
  if (missing.length === NEEDED[section].length) log.refuse({ code: 'missing_header', line, section });
  else for (const column of missing) log.refuse({ code: 'missing_column', line, section, column });
  return repeated.size === 0 && missing.length === 0 ? columns : undefined;
}

function checkWidth(record: RecordScanner, columns: number, log: ProblemLog): void {
  const { line, cells } = record;
  if (cells < columns) return log.warn({ code: 'missing_cells', line, cells, columns });
  const extra = record.row().slice(columns);
  if (extra.every((cell) => cell === '')) log.warn({ code: 'extra_empty_cells', line });
  else log.refuse({ code: 'too_many_cells', line, cells, columns });
}
