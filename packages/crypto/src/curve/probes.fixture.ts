import { prime } from './backends.fixture.ts';
import { laneProbeModule, scalarProbeModule } from './probe-modules.fixture.ts';
import { type WasmMemory, startModule } from './wasm-engine.ts';

type OnThree = (r: number, a: number, b: number) => void;
type OnTwo = (r: number, a: number) => void;

interface ScalarProbe {
  readonly memory: WasmMemory;
  readonly room: (bytes: number) => number;
  readonly fromBytes: OnTwo;
  readonly toBytes: OnTwo;
  readonly add: OnThree;
  readonly subtract: OnThree;
  readonly negate: OnTwo;
  readonly multiply: OnThree;
  readonly square: OnTwo;
  readonly invert: OnTwo;
  readonly addScalars: OnThree;
  readonly subtractScalars: OnThree;
  readonly multiplyScalars: OnThree;
  readonly multiplySmall: OnThree;
  readonly reduceScalar: OnTwo;
  readonly signedDigits: (digits: number, scalar: number, width: number, count: number) => void;
  readonly sparseDigits: (digits: number, scalar: number, width: number) => void;
  readonly startHash: () => void;
  readonly addToHash: (bytes: number, count: number) => void;
  readonly finishHash: (out: number) => void;
}

interface LaneProbe {
  readonly memory: WasmMemory;
  readonly room: (bytes: number) => number;
  readonly multiply2: OnThree;
  readonly square2: OnTwo;
  readonly add2: OnThree;
  readonly subtract2: OnThree;
  readonly addCarried2: OnThree;
  readonly subtractCarried2: OnThree;
  readonly doubleSubtractCarried2: OnThree;
  readonly pack: OnThree;
  readonly unpack: OnThree;
}

async function started<Exports>(module: typeof laneProbeModule): Promise<Exports> {
  const exports = await startModule<Exports>(module, {});
  if (exports === undefined) throw new Error('this engine does not take the probe');
  return exports;
}

export const scalarProbe = await started<ScalarProbe>(scalarProbeModule);
export const laneProbe = await started<LaneProbe>(laneProbeModule);

/** Where limb i of a scalar element stands: at bit ceil(25.5 i). */
const bitOf = (i: number): bigint => BigInt((51 * i + 1) >> 1);

export const modulo = (number: bigint, modulus: bigint): bigint => ((number % modulus) + modulus) % modulus;

/** The number that ten limbs of the scalar module stand for, mod p. */
export const valueOfLimbs = (limbs: readonly number[]): bigint =>
  modulo(
    limbs.reduce((sum, limb, i) => sum + (BigInt(limb) << bitOf(i)), 0n),
    prime,
  );

/** The number that five limbs of 51 bits stand for, mod p. */
export const valueOfDoubles = (limbs: readonly number[]): bigint =>
  modulo(
    limbs.reduce((sum, limb, i) => sum + (BigInt(limb) << BigInt(51 * i)), 0n),
    prime,
  );
