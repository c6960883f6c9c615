import type { ProjectIndex } from '../model/instance.ts';
import type { BallotKind } from '../model/profile.ts';
import { type ProblemLog, quoted } from './problem-log.ts';
import type { BallotLimits } from './read-meta.ts';
import type { RecordScanner } from './record-scanner.ts';
import { readWhole } from './written-number.ts';

/** What the records of VOTES need to be read against. */
export interface VotesContext {
  readonly kind: BallotKind | undefined;
  readonly columns: ReadonlyMap<string, number>;
  readonly indexOf: ReadonlyMap<string, ProjectIndex>;
  readonly limits: BallotLimits;
  /** Cost of each project and the cap of a ballot, in minor units; no cap where undefined. */
  readonly costs: Float64Array;
  readonly maxCost: number | undefined;
}

/** A column that says something about the voter; `labelOf[i]` is the position of ballot i's text, −1 for none. */
export interface VoterAttribute {
  readonly labels: readonly string[];
  readonly labelOf: readonly number[];
}

/** All ballots in the order of the file, in rows: ballot i holds `choice[start[i] … start[i + 1] − 1]`. */
export interface BallotRecords {
  readonly start: readonly number[];
  readonly choice: readonly number[];
  readonly points: readonly number[] | undefined;
  readonly weight: readonly number[];
  readonly neighbourhood: VoterAttribute | undefined;
  readonly channel: VoterAttribute | undefined;
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Reads the records of VOTES one by one. No record costs more than its characters and its choices. */
export class VotesReader {
  readonly #log: ProblemLog;
  readonly #context: VotesContext;
  readonly #voteColumn: number;
  readonly #voterColumn: number;
  readonly #weightColumn: number;
  readonly #pointsColumn: number;
  readonly #pointsNeeded: boolean;
  readonly #start: number[] = [0];
  readonly #choice: number[] = [];
  readonly #points: number[] = [];
  readonly #weight: number[] = [];
  readonly #voters = new Map<string, number>();
  readonly #neighbourhood: AttributeReader | undefined;
  readonly #channel: AttributeReader | undefined;
  /** The ballot that named a project last. */
  readonly #namedBy: Int32Array;
  /** At least the sum of all points, and of all rank points. */
  #allPoints = 0;
  #allWeights = 0;

  constructor(log: ProblemLog, context: VotesContext) {
    const column = (name: string) => context.columns.get(name) ?? -1;
    const attribute = (...names: readonly string[]) => {
      const name = names.find((candidate) => context.columns.has(candidate));
      return name === undefined ? undefined : new AttributeReader(column(name));
    };
    this.#log = log;
    this.#context = context;
    this.#voteColumn = column('vote');
    this.#voterColumn = column('voter_id');
    this.#weightColumn = column('weight');
    this.#pointsNeeded = context.kind === 'points' || context.kind === 'scores';
    this.#pointsColumn = this.#pointsNeeded || context.kind === 'ranked' ? column('points') : -1;
    this.#neighbourhood = attribute('neighborhood', 'district', 'subunit');
    this.#channel = attribute('voting_method');
    this.#namedBy = new Int32Array(context.indexOf.size).fill(-1);
  }

  read(record: RecordScanner): void {
    this.#readVoter(record);
    const before = this.#choice.length;
    const kept = this.#readChoices(record);
    if (this.#pointsColumn !== -1) this.#readPoints(record, kept);
    this.#readWeight(record);
    this.#checkLimits(record.line, before);
    this.#start.push(this.#choice.length);
    this.#neighbourhood?.read(record);
    this.#channel?.read(record);
  }

  finish(): BallotRecords {
    return {
      start: this.#start,
      choice: this.#choice,
      points: this.#pointsColumn === -1 ? undefined : this.#points,
      weight: this.#weight,
      neighbourhood: this.#neighbourhood?.finish(),
      channel: this.#channel?.finish(),
    };
  }

  #readVoter(record: RecordScanner): void {
    if (this.#voterColumn === -1) return;
    const voter = record.cell(this.#voterColumn);
    if (voter === '') return;
    const firstLine = this.#voters.get(voter);
    if (firstLine === undefined) this.#voters.set(voter, record.line);
    else this.#log.warn({ code: 'repeated_voter', line: record.line, firstLine });
  }

  /** Keeps the projects that the ballot names. Says of each item whether it was kept; undefined when all were. */
  #readChoices(record: RecordScanner): readonly boolean[] | undefined {
    const at = this.#voteColumn;
    if (at === -1) return undefined;
    let text = record.source;
    let from = record.cellStart(at);
    let to = record.cellEnd(at);
    if (text.charCodeAt(from) === QUOTE) {
      text = record.cell(at);
      from = 0;
      to = text.length;
    }
    if (isEmpty(text, from, to, this.#context.indexOf)) return undefined;
    const ballot = this.#weight.length;
    let kept: boolean[] | undefined;
    let items = 0;
    while (from <= to) {
      let end = from;
      while (end < to && text.charCodeAt(end) !== COMMA) end += 1;
      const project = this.#projectAt(text, from, end, record.line);
      const repeated = project !== undefined && this.#namedBy[project] === ballot;
      if (repeated)
        this.#log.warn({ code: 'repeated_choice', line: record.line, id: quoted(text.slice(from, end).trim()) });
      if (project === undefined || repeated) {
        kept ??= Array.from({ length: items }, () => true);
        kept.push(false);
      } else {
        this.#namedBy[project] = ballot;
        this.#choice.push(project);
        kept?.push(true);
      }
      items += 1;
      from = end + 1;
    }
    return kept;
  }

  #projectAt(text: string, from: number, to: number, line: number): ProjectIndex | undefined {
    const { indexOf } = this.#context;
    const id = text.slice(from, to);
    const project = indexOf.get(id);
    if (project !== undefined) return project;
    const trimmed = id.trim();
    if (trimmed === '') {
      this.#log.warn({ code: 'empty_choice', line });
      return undefined;
    }
    const found = indexOf.get(trimmed);
    if (found === undefined) this.#log.refuse({ code: 'unknown_project', line, id: quoted(trimmed) });
    else this.#log.warn({ code: 'space_around', line, value: quoted(trimmed) });
    return found;
  }

  /** Reads the points beside the choices; those of a choice that was not kept fall with it. */
  #readPoints(record: RecordScanner, kept: readonly boolean[] | undefined): void {
    const { line } = record;
    const text = record.cell(this.#pointsColumn);
    const first = this.#start.at(-1) ?? 0;
    const choices = kept?.length ?? this.#choice.length - first;
    if (text === '' && (choices === 0 || !this.#pointsNeeded)) {
      while (this.#points.length < this.#choice.length) this.#points.push(0);
      return;
    }
    const items = text.split(',');
    if (items.length !== choices) {
      this.#log.refuse({ code: 'points_do_not_match', line, choices, points: items.length });
    }
    for (const [i, item] of items.entries()) {
      const points = readWhole(item.trim());
      if (points === undefined) this.#log.refuse({ code: 'points_unreadable', line, value: quoted(item.trim()) });
      else if (kept?.[i] !== false) this.#points.push(points);
    }
  }

  #readWeight(record: RecordScanner): void {
    const text = this.#weightColumn === -1 ? '' : record.cell(this.#weightColumn);
    const weight = text === '' ? 1 : readWhole(text);
    if (weight === undefined || weight === 0) {
      this.#log.refuse({ code: 'weight_unreadable', line: record.line, value: quoted(text) });
    }
    this.#weight.push(weight ?? 1);
    this.#allWeights = this.#addWithin(this.#allWeights, weight ?? 1, 'weights', record.line);
    const first = this.#start.at(-1) ?? 0;
    const choices = this.#choice.length - first;
    let points = choices * choices;
    for (let i = first; i < this.#choice.length; i++) points += this.#points[i] ?? 0;
    this.#allPoints = this.#addWithin(this.#allPoints, points * (weight ?? 1), 'points', record.line);
  }

  /** Adds up; refuses the file once, where the sum leaves the whole numbers that doubles hold exactly. */
  #addWithin(sum: number, more: number, total: 'points' | 'weights', line: number): number {
    if (sum <= LARGEST && !(sum + more <= LARGEST)) this.#log.refuse({ code: 'total_too_large', line, total });
    return sum + more;
  }

  #checkLimits(line: number, first: number): void {
    const { limits, maxCost, costs } = this.#context;
    const found = this.#choice.length - first;
    if (found === 0) return;
    if (limits.maxChoices !== undefined && found > limits.maxChoices) {
      this.#log.warn({ code: 'too_many_choices', line, found, limit: limits.maxChoices });
    }
    if (limits.minChoices !== undefined && found < limits.minChoices) {
      this.#log.warn({ code: 'too_few_choices', line, found, limit: limits.minChoices });
    }
    let cost = 0;
    let points = 0;
    for (let i = first; i < this.#choice.length; i++) {
      cost += costs[this.#choice[i] ?? 0] ?? 0;
      points += this.#points[i] ?? 0;
    }
    if (maxCost !== undefined && cost > maxCost) this.#log.warn({ code: 'choices_cost_too_much', line });
    if (limits.maxPoints !== undefined && this.#pointsNeeded && points > limits.maxPoints) {
      this.#log.warn({ code: 'too_many_points', line, found: points, limit: limits.maxPoints });
    }
  }
}

/** Collects the texts of one column. */
class AttributeReader {
  readonly #column: number;
  readonly #labels = new Map<string, number>();
  readonly #labelOf: number[] = [];

  constructor(column: number) {
    this.#column = column;
  }

  read(record: RecordScanner): void {
    const label = record.cell(this.#column);
    if (label === '' || label === 'None') {
      this.#labelOf.push(-1);
      return;
    }
    const known = this.#labels.get(label);
    if (known === undefined) this.#labels.set(label, this.#labels.size);
    this.#labelOf.push(known ?? this.#labels.size - 1);
  }

  finish(): VoterAttribute {
    return { labels: [...this.#labels.keys()], labelOf: this.#labelOf };
  }
}

function isEmpty(text: string, from: number, to: number, indexOf: ReadonlyMap<string, ProjectIndex>): boolean {
  if (from >= to) return true;
  if (to - from === 4 && text.startsWith('None', from)) return !indexOf.has('None');
  const code = text.charCodeAt(from);
  return (code <= 0x20 || code === 0xa0) && text.slice(from, to).trim() === '';
}
