import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An element's place: what stands in memory at a name and some bytes after it. */
interface Place {
  readonly base: string;
  readonly offset: number;
}

/** The bound of every element that is known: no limb of it is larger. */
export type Bounds = Map<string, bigint>;

/** What a product, or a sum that carries, may leave. */
export const CARRIED = 2n ** 50n + 38n;
const PRODUCT = 2n ** 50n + 1n;
const LIMIT = 2n ** 102n;

const offsets: Readonly<Record<string, number>> = {
  LANE_FIELD: 80,
  LANE_Y: 80,
  LANE_Z: 160,
  LANE_T: 240,
  LANE_POINT: 320,
};

/** After a carry: half a unit, and 19 for each unit that the last limb gives to the first. */
const carried = (bound: bigint): bigint => 2n ** 50n + 19n * ((bound + 2n ** 50n) / 2n ** 51n);

/** The functions of an AssemblyScript file: parameters and the lines of the body. */
function functionsOf(file: string): ReadonlyMap<string, readonly [readonly string[], readonly string[]]> {
  const text = readFileSync(join(import.meta.dirname, 'assembly/lanes', file), 'utf8');
  const functions = [...text.matchAll(/function (\w+)\((.*?)\): \w+ \{\n(.*?)\n\}/gsu)];
  return new Map(
    functions.map(([, name = '', parameters = '', body = '']) => [
      name,
      [
        parameters.split(',').map((each) => each.trim().split(':')[0] ?? ''),
        body.split('\n').map((line) => line.replace(/\/\/.*/u, '').trim()),
      ],
    ]),
  );
}

/**
 * Follows a file's functions with bounds in the place of elements, and says where a product is asked for more than it
 * takes: a·b, or 2·a·a, not below 2^102.
 */
export class BoundsWalk {
  readonly complaints: string[] = [];
  readonly #functions: ReturnType<typeof functionsOf>;
  readonly #bounds: Bounds;

  constructor(file: string, bounds: Bounds) {
    this.#functions = functionsOf(file);
    this.#bounds = bounds;
  }

  /** Follows one function; its parameters are places of the same names. */
  follow(name: string): void {
    const [parameters] = this.#functions.get(name) ?? [[]];
    this.#run(name, new Map(parameters.map((each) => [each, { base: each, offset: 0 }])));
  }

  /** The bound of an element, such as `r + LANE_Y`. */
  bound(expression: string): bigint {
    return this.#read(this.#place(expression, new Map()));
  }

  #run(name: string, places: Map<string, Place>): void {
    const [, lines] = this.#functions.get(name) ?? [[], undefined];
    if (lines === undefined) throw new Error(`${name} is not in the file`);
    // Twice, so that what a loop leaves is what it starts from.
    for (const line of lines.some((each) => each.startsWith('for ')) ? [...lines, ...lines.slice(1)] : lines) {
      const assigned = /^(?:let |const )?(\w+)(?:: usize)? = ([\w +*]+);$/u.exec(line);
      const called = /^(\w+)\((.*)\);$/u.exec(line);
      if (called !== null) this.#call(called[1] ?? '', (called[2] ?? '').split(', '), places, `${name}: ${line}`);
      else if (assigned !== null && /^[a-z]\w*$/u.test(assigned[1] ?? '') && line.includes('usize') === false) {
        places.set(assigned[1] ?? '', this.#place(assigned[2] ?? '', places));
      }
    }
  }

  #call(name: string, expressions: readonly string[], places: Map<string, Place>, line: string): void {
    const inner = this.#functions.get(name);
    if (inner !== undefined) {
      return this.#run(name, new Map(inner[0].map((each, i) => [each, this.#place(expressions[i] ?? '', places)])));
    }
    const [r, ...factors] = expressions.map((expression) => this.#place(expression, places));
    if (r === undefined) return;
    const result = this.#operate(name, factors, line);
    if (result !== undefined) this.#bounds.set(`${r.base}@${r.offset}`, result);
  }

  /** The bound of what an operation leaves; undefined for what is no operation on elements. */
  #operate(name: string, factors: readonly Place[], line: string): bigint | undefined {
    const read = (i: number): bigint => this.#read(factors[i] ?? { base: line, offset: i });
    const within = (product: bigint): bigint => {
      if (product >= LIMIT) this.complaints.push(line);
      return PRODUCT;
    };
    if (name === 'multiply2') return within(read(0) * read(1));
    if (name === 'square2' || name === 'rootPower2') return within(2n * read(0) * read(0));
    if (name === 'add2' || name === 'subtract2') return read(0) + read(1);
    if (name === 'addCarried2' || name === 'subtractCarried2') return carried(read(0) + read(1));
    if (name === 'doubleSubtractCarried2') return carried(2n * read(0) + read(1));
    if (name === 'negate2') return read(0);
    return name === 'pack' ? CARRIED : undefined;
  }

  #read({ base, offset }: Place): bigint {
    const bound = this.#bounds.get(`${base}@${offset}`);
    if (bound === undefined) throw new Error(`nothing is known of ${base} + ${offset}`);
    return bound;
  }

  /** A name, or a name and bytes after it: `c + 2 * LANE_FIELD`. */
  #place(expression: string, places: ReadonlyMap<string, Place>): Place {
    const [name = '', ...rest] = expression.split(' + ');
    const known = places.get(name) ?? { base: name, offset: 0 };
    return rest.reduce(({ base, offset }, term) => {
      const [factor, constant = ''] = term.includes(' * ') ? term.split(' * ') : ['1', term];
      return { base, offset: offset + Number(factor) * (offsets[constant] ?? Number.NaN) };
    }, known);
  }
}

/** The bounds of a pair of points, of a cached pair (its 2Z is a plain sum), and of constants. */
export const pointBounds = (name: string): readonly (readonly [string, bigint])[] =>
  [0, 80, 160, 240].map((offset) => [`${name}@${offset}`, CARRIED]);
export const cachedBounds = (name: string): readonly (readonly [string, bigint])[] =>
  [0, 80, 160, 240].map((offset) => [`${name}@${offset}`, offset === 160 ? 2n * CARRIED : CARRIED]);
export const constantBounds = (...names: readonly string[]): readonly (readonly [string, bigint])[] =>
  names.map((name) => [`${name}@0`, CARRIED]);
