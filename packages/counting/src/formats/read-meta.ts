import type { BallotKind } from '../model/profile.ts';
import { type ProblemLog, quoted } from './problem-log.ts';
import { readAmount, readOptionalAmount, readOptionalWhole } from './read-amount.ts';
import type { RecordScanner } from './record-scanner.ts';
import type { WrittenNumber } from './written-number.ts';

/** The META section, with what the reader needs of it. Absent members were not told or could not be read. */
export interface MetaSection {
  readonly values: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
  readonly kind: BallotKind | undefined;
  readonly budget: WrittenNumber | undefined;
  /** Every amount of money that the section states: they take part in the choice of the scale. */
  readonly amounts: readonly WrittenNumber[];
  readonly limits: BallotLimits;
}

/** What a ballot paper allowed. A ballot outside of it is counted as it stands, with a warning. */
export interface BallotLimits {
  readonly minChoices: number | undefined;
  readonly maxChoices: number | undefined;
  readonly maxCost: WrittenNumber | undefined;
  readonly maxPointsEach: number | undefined;
  readonly maxPoints: number | undefined;
}

/** The name under which our own files carry their whole rule set, as canonical JSON. */
export const RULE_SET_KEY = 'rule_set';

const KINDS: ReadonlyMap<string, BallotKind> = new Map([
  ['approval', 'approval'],
  ['choose-1', 'choose-one'],
  ['ordinal', 'ranked'],
  ['cumulative', 'points'],
  ['scoring', 'scores'],
]);
const MONEY_LISTS = ['budget_per_category', 'budget_per_neighborhood'];
const OPTIONAL_MONEY = ['max_sum_cost', 'min_sum_cost', 'min_project_cost', 'max_project_cost'];
const OPTIONAL_MONEY_LISTS = ['max_sum_cost_per_category', 'min_sum_cost_per_category'];
const DATES = ['date_begin', 'date_end'];
const KNOWN = new Set([
  ...MONEY_LISTS,
  ...OPTIONAL_MONEY,
  ...OPTIONAL_MONEY_LISTS,
  ...DATES,
  ...'description country unit subunit district instance num_projects num_votes budget vote_type rule'.split(' '),
  ...'language edition currency fully_funded experimental comment acknowledgments subdistricts categories'.split(' '),
  ...'neighborhoods leftover_budget min_length max_length min_length_per_category max_length_per_category'.split(' '),
  ...'min_points max_points min_sum_points max_sum_points default_score scoring_fn'.split(' '),
  'min_project_score_threshold',
  RULE_SET_KEY,
]);

/** Reads the records of META one by one. */
export class MetaReader {
  readonly #log: ProblemLog;
  readonly #values = new Map<string, string>();
  readonly #lines = new Map<string, number>();

  constructor(log: ProblemLog) {
    this.#log = log;
  }

  read(record: RecordScanner): void {
    const line = record.line;
    const key = record.cell(0).toLowerCase();
    const rest = record.row().slice(1);
    while (rest.length > 1 && rest.at(-1) === '') rest.pop();
    if (record.cells === 1) this.#log.warn({ code: 'missing_cells', line, cells: 1, columns: 2 });
    else if (rest.length > 1) this.#log.warn({ code: 'separator_in_meta_value', line, key: quoted(key) });
    else if (record.cells > 2) this.#log.warn({ code: 'extra_empty_cells', line });
    const value = rest.join(';');
    const before = this.#values.get(key);
    const firstLine = this.#lines.get(key) ?? 0;
    if (before === undefined) {
      this.#values.set(key, value);
      this.#lines.set(key, line);
      if (!KNOWN.has(key)) this.#log.warn({ code: 'unknown_meta', line, key: quoted(key) });
    } else if (before === value) this.#log.warn({ code: 'repeated_meta', line, key: quoted(key), firstLine });
    else this.#log.refuse({ code: 'conflicting_meta', line, key: quoted(key), firstLine });
  }

  /** @param endLine where the section ended: the place of what is missing */
  finish(endLine: number): MetaSection {
    const amounts: WrittenNumber[] = [];
    const keep = (amount: WrittenNumber | undefined) => {
      if (amount !== undefined) amounts.push(amount);
      return amount;
    };
    const log = this.#log;
    const budget = this.#required('budget', endLine, (text, line) => keep(readAmount(log, line, 'budget', text)));
    const kind = this.#required('vote_type', endLine, (text, line) => {
      const known = KINDS.get(text.toLowerCase());
      if (known === undefined) log.refuse({ code: 'unknown_vote_type', line, value: quoted(text) });
      return known;
    });
    for (const key of ['rule', 'currency']) {
      if (!this.#values.has(key)) log.warn({ code: 'missing_meta', line: endLine, key });
    }
    for (const key of MONEY_LISTS) {
      this.#with(key, (text, line) => text.split(',').map((item) => keep(readAmount(log, line, key, item.trim()))));
    }
    for (const key of OPTIONAL_MONEY_LISTS) {
      this.#with(key, (text, line) =>
        text.split(',').map((item) => keep(readOptionalAmount(log, line, key, item.trim()))),
      );
    }
    const optional = new Map(
      OPTIONAL_MONEY.map((key) => [
        key,
        this.#with(key, (text, line) => keep(readOptionalAmount(log, line, key, text))),
      ]),
    );
    for (const key of DATES) {
      this.#with(key, (text, line) => {
        if (!isDate(text)) log.warn({ code: 'date_unreadable', line, field: key, value: quoted(text) });
      });
    }
    const whole = (key: string) => this.#with(key, (text, line) => readOptionalWhole(log, line, key, text));
    return {
      values: this.#values,
      lines: this.#lines,
      kind,
      budget,
      amounts,
      limits: {
        minChoices: whole('min_length'),
        maxChoices: kind === 'choose-one' ? 1 : whole('max_length'),
        maxCost: optional.get('max_sum_cost'),
        maxPointsEach: whole('max_points'),
        maxPoints: whole('max_sum_points'),
      },
    };
  }

  #with<T>(key: string, read: (text: string, line: number) => T): T | undefined {
    const text = this.#values.get(key);
    return text === undefined || isAbsent(text) ? undefined : read(text, this.#lines.get(key) ?? 0);
  }

  #required<T>(key: string, endLine: number, read: (text: string, line: number) => T): T | undefined {
    const text = this.#values.get(key);
    if (text !== undefined && !isAbsent(text)) return read(text, this.#lines.get(key) ?? 0);
    this.#log.refuse({ code: 'missing_meta', line: this.#lines.get(key) ?? endLine, key });
    return undefined;
  }
}

/** True for a cell that says that there is nothing to say. */
export const isAbsent = (text: string): boolean => text === '' || text === 'None';

/** A year alone, `dd.mm.yyyy` or `yyyy-mm-dd`. */
function isDate(text: string): boolean {
  if (/^\d{4}$/u.test(text)) return true;
  const match = /^(\d{2})\.(\d{2})\.\d{4}$/u.exec(text) ?? /^\d{4}-(\d{2})-(\d{2})$/u.exec(text);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  const [day, month] = text.includes('.') ? [first, second] : [second, first];
  return match !== null && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
