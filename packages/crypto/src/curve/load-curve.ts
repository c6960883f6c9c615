import { type Result, err, ok } from '@convite/kernel';
import type { CurveCore, CurveCoreName, FusedRefusal } from './curve.ts';
import { type CoreRefusal, loadScalarCurve, passes, startScalar } from './load-scalar-curve.ts';
import { type CoreOperations, type FusedExports, fusedOperations } from './module-exports.ts';
import { fusedModule, scalarModule } from './modules.ts';
import { type WasmModule, startModule } from './wasm-engine.ts';
import { wasmCurveCore } from './wasm-curve.ts';

export interface CoreModules {
  readonly scalar: WasmModule;
  readonly fused: WasmModule;
}

/** The two-lane module works in the scalar one's memory and calls its functions. */
async function startFused(modules: CoreModules): Promise<CoreOperations | undefined> {
  const scalar = await startScalar(modules.scalar);
  if (scalar === undefined) return undefined;
  const fused = await startModule<FusedExports>(modules.fused, {
    env: { memory: scalar.memory },
    scalar: { ...scalar },
  });
  if (fused === undefined) return undefined;
  fused.initialise();
  return fusedOperations(scalar, fused);
}

/** The two-lane module if it may be used, or why it may not. */
async function loadFused(modules: CoreModules): Promise<Result<CurveCore, FusedRefusal>> {
  const operations = await startFused(modules);
  if (operations === undefined) return err('not_supported');
  const core = wasmCurveCore(operations, undefined);
  return passes(core) ? ok(core) : err('wrong_answers');
}

/**
 * Loads the arithmetic core: the two-lane module if it is wanted, the engine takes it and it gives the known answer, else
 * the scalar one under the same conditions, else a refusal, and the caller uses the portable group.
 *
 * Each call makes an instance of its own, with a memory of its own.
 * Cost: about 30 ms and 3 MiB.
 */
export async function loadCurveCore(
  wanted: CurveCoreName = 'wasm-fused',
  modules: CoreModules = { scalar: scalarModule, fused: fusedModule },
): Promise<Result<CurveCore, CoreRefusal>> {
  const fused = wanted === 'wasm-fused' ? await loadFused(modules) : err<FusedRefusal>('not_wanted');
  if (fused.ok) return fused;
  // A scalar module of its own: the refused one may have left anything in the shared memory.
  return loadScalarCurve(modules.scalar, fused.error);
}
