import {
  type CurveCore,
  type Group,
  countPoints,
  curveGroup,
  ed25519Group,
  joinPoints,
  loadCurveCore,
  scalarBytes,
  scalarsOfBytes,
  slicePoints,
} from '@convite/crypto';
import { markdownTable } from '../counting/figures.ts';
import {
  type AnswerJson,
  checkThrough,
  choices,
  drawnChoices,
  makeThrough,
  scalarSource,
  transcriptPrefix,
} from './answers.ts';
import { type Measured, microsecondsEach } from './processor-time.ts';

const order = ed25519Group().q;
const scalar = scalarSource(order);
const scalars = (count: number): Uint8Array => scalarBytes(Array.from({ length: count }, scalar));

/** Both ways to load the core: as the engine allows, and the scalar module alone. */
async function loadBoth(): Promise<readonly CurveCore[]> {
  const best = await loadCurveCore();
  const plain = await loadCurveCore('wasm-scalar');
  if (!best.ok || !plain.ok) throw new Error('This engine does not take the arithmetic core.');
  return best.value.name === plain.value.name ? [plain.value] : [plain.value, best.value];
}

/** Drawn before, so that what is measured is the arithmetic. */
const drawn = drawnChoices();
const shifts = scalarBytes(Array.from({ length: choices }, (_, i) => BigInt(i % 2)));

/** A voter's work for one answer: encrypts, and proves each choice to be 0 or 1. */
function makeAnswer(core: CurveCore, key: string): AnswerJson {
  const y = core.readTexts([key]);
  if (!y.ok) throw new Error('the key is none');
  const randomness = Buffer.concat(drawn.map((own) => own.randomness));
  const ciphertexts = core.secretPairs(y.value, randomness, shifts);
  const texts = core.writeTexts(ciphertexts);
  const pairs = core.prove(
    y.value,
    drawn.map((own, i) => ({
      prefix: transcriptPrefix(texts[2 * i] ?? '', texts[2 * i + 1] ?? ''),
      branches: [0, 1].map((value) => ({ randomness: own.randomness, difference: (i % 2) - value })),
      truth: i % 2,
      drawn: own.drawn,
    })),
  );
  return {
    choices: drawn.map((_, i) => ({ alpha: texts[2 * i] ?? '', beta: texts[2 * i + 1] ?? '' })),
    individual_proofs: pairs.map((own) => {
      const [c0, r0, c1, r1] = scalarsOfBytes(own).map(String);
      return [
        { challenge: c0 ?? '', response: r0 ?? '' },
        { challenge: c1 ?? '', response: r1 ?? '' },
      ];
    }),
  };
}

/** From the text of an answer to a verdict, the core doing all but the JSON: what is left if callers read no numbers. */
function checkAnswer(core: CurveCore, key: string, json: string): boolean {
  const y = core.readTexts([key]);
  const answer: AnswerJson = JSON.parse(json);
  const points = core.readTexts(answer.choices.flatMap(({ alpha, beta }) => [alpha, beta]));
  const numbers = core.readScalars(
    answer.individual_proofs.flatMap((proofs) => proofs.flatMap(({ challenge, response }) => [challenge, response])),
  );
  if (!y.ok || !points.ok || !numbers.ok) return false;
  const verdicts = core.checkProofs(
    y.value,
    answer.choices.map(({ alpha, beta }, i) => ({
      prefix: transcriptPrefix(alpha, beta),
      statements: [
        {
          ciphertext: slicePoints(points.value, 2 * i, 2 * i + 2),
          values: [0, 1],
          pairs: numbers.value.subarray(128 * i, 128 * i + 128),
          membership: 'check',
        },
      ],
    })),
  );
  return verdicts.every((verdict) => verdict === 'holds');
}

const micro = (figure: number): string => (figure < 10 ? figure.toFixed(2) : figure.toFixed(figure < 100 ? 1 : 0));

/** A table: one row for each backend, its figures, and how many times less they are than the first row's. */
function comparison(headings: readonly string[], names: readonly string[], columns: readonly (readonly Measured[])[]) {
  const figures = columns.map((column) => microsecondsEach(column));
  const rows = names.map((name) => [
    name,
    ...figures.flatMap((column) => {
      const [figure, first] = [column.get(name), column.get(names[0] ?? '')];
      if (figure === undefined || first === undefined) return ['', ''];
      return [micro(figure), name === names[0] ? '1' : `${(first / figure).toFixed(1)} ×`];
    }),
  ]);
  return markdownTable(['arithmetic', ...headings.flatMap((heading) => [heading, 'ratio'])], rows);
}

/** Measures the arithmetic core beside `@noble/curves` in one run, and returns the tables. */
export async function curveFigures(): Promise<readonly string[]> {
  const cores = await loadBoth();
  const portable = ed25519Group();
  const key = portable.write(portable.power(portable.g, scalar()));
  const y = portable.parse(key);
  if (y !== undefined) portable.prepare(y);
  const [first] = cores;
  if (first === undefined) throw new Error('no core');
  const json = JSON.stringify(makeAnswer(first, key));
  const groups = [portable, ...cores.map((core) => curveGroup(core))];
  const made = JSON.stringify(makeThrough(portable, key, drawn));
  const accepted = checkThrough(portable, key, made) && groups.every((group) => checkThrough(group, key, json));
  if (!accepted || !cores.every((core) => checkAnswer(core, key, json)))
    throw new Error('An honest answer is refused.');
  const names = groups.map(({ backend }) => backend);
  const throughGroup = groups.map((group) => ({
    name: group.backend,
    things: choices,
    run: () => checkThrough(group, key, json),
  }));
  const inCore = cores.map((core) => ({ name: core.name, things: choices, run: () => checkAnswer(core, key, json) }));
  const making: readonly Measured[] = [
    { name: 'noble', things: choices, run: () => makeThrough(portable, key, drawn) },
    ...cores.map((core) => ({ name: core.name, things: choices, run: () => makeAnswer(core, key) })),
  ];
  return [
    comparison(['verified', 'verified, decimals read in the core', 'encrypted and proved'], names, [
      throughGroup,
      [...throughGroup.slice(0, 1), ...inCore],
      making,
    ]),
    singleOperations(cores, names, portable),
    products(cores),
  ];
}

function singleOperations(cores: readonly CurveCore[], names: readonly string[], group: Group): string {
  const base = cores[0]?.basePowers(scalars(choices)) ?? joinPoints([]);
  const [texts, exponents] = [cores[0]?.writeTexts(base) ?? [], scalars(choices)];
  const elements = texts.flatMap((text) => group.parse(text) ?? []);
  const numbers = scalarsOfBytes(exponents);
  const each = (portable: () => unknown, own: (core: CurveCore) => unknown): readonly Measured[] => [
    { name: 'noble', things: choices, run: portable },
    ...cores.map((core) => ({ name: core.name, things: choices, run: () => own(core) })),
  ];
  return comparison(
    ['read, with membership', 'public power of a point', 'secret power of a point', 'secret power of g'],
    names,
    [
      each(
        () => texts.map((text) => group.parse(text)),
        (core) => {
          const read = core.readTexts(texts);
          return read.ok && core.firstNonMember(read.value);
        },
      ),
      each(
        () => elements.map((element, i) => group.power(element, numbers[i] ?? 0n)),
        (core) => core.powers(base, exponents),
      ),
      each(
        () => elements.map((element) => group.secretPower(element, numbers[0] ?? 0n)),
        (core) => core.secretPowers(base, exponents.subarray(0, 32)),
      ),
      each(
        () => numbers.map((number) => group.secretPower(group.g, number)),
        (core) => core.secretBasePowers(exponents),
      ),
    ],
  );
}

/** Products of many powers, µs for each factor. */
function products(cores: readonly CurveCore[]): string {
  const sizes = [64, 256, 1024, 4096, 16384];
  const points = cores[0]?.basePowers(scalars(sizes.at(-1) ?? 0)) ?? joinPoints([]);
  const full = scalars(countPoints(points));
  const half = full.map((byte, i) => (i % 32 < 16 ? byte : 0));
  const kinds = cores.flatMap((core) =>
    ([253, 128] as const).map((bits) => ({ core, bits, exponents: bits === 253 ? full : half })),
  );
  const name = ({ core, bits }: (typeof kinds)[number]): string => `${core.name}, ${bits} bits`;
  const rows = sizes.map((size) => {
    const some = slicePoints(points, 0, size);
    const figures = microsecondsEach(
      kinds.map((kind) => ({
        name: name(kind),
        things: size,
        run: () => kind.core.multiProduct(some, kind.exponents.subarray(0, 32 * size), kind.bits),
      })),
    );
    return [String(size), ...kinds.map((kind) => micro(figures.get(name(kind)) ?? 0))];
  });
  return markdownTable(['factors', ...kinds.map(name)], rows);
}
