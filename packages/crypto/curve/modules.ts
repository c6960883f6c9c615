import type { ConstantTimeRules } from './constant-time-check.ts';

/** A module to build: its entry, the compiler's flags, where it goes, and what of it must take constant time. */
interface ModuleRecipe {
  readonly entry: string;
  readonly flags: readonly string[];
  readonly constantTime: ConstantTimeRules;
}

const common = ['--runtime', 'stub', '--noAssert', '-O2', '--initialMemory', '4'];
const relaxed = ['--enable', 'simd,relaxed-simd'];

/** Only scalars and points that are secret come here; the rest of the modules is for public numbers. */
export const shippedModules: Readonly<Record<'scalar' | 'fused', ModuleRecipe>> = {
  scalar: {
    entry: 'assembly/scalar/index.ts',
    flags: [...common, '--enable', 'simd'],
    constantTime: {
      exports: [
        'addPoint',
        'answerEach',
        'branchExponents',
        'finishProof',
        'secretBasePowers',
        'secretPairs',
        'secretPowersOf',
        'signedDigits',
      ],
      imports: [],
    },
  },
  fused: {
    entry: 'assembly/lanes/index.ts',
    flags: [...common, ...relaxed, '--importMemory', '--memoryBase', '65536'],
    constantTime: { exports: ['secretPairs', 'secretPowersOf'], imports: ['addPoint', 'signedDigits'] },
  },
};

const unchecked: ConstantTimeRules = { exports: [], imports: [] };

/** Their inner functions, for tests alone. */
export const probeModules: Readonly<Record<'scalarProbe' | 'laneProbe', ModuleRecipe>> = {
  scalarProbe: {
    entry: 'assembly/probe/scalar-probe.ts',
    flags: [...common, '--enable', 'simd'],
    constantTime: unchecked,
  },
  laneProbe: { entry: 'assembly/probe/lane-probe.ts', flags: [...common, ...relaxed], constantTime: unchecked },
};
