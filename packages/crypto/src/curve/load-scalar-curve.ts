import { type Result, err, ok } from '@convite/kernel';
import type { CurveCore, FusedRefusal } from './curve.ts';
import { answersAsKnown } from './known-answer.ts';
import { type ScalarExports, scalarOperations } from './module-exports.ts';
import { scalarModule } from './modules.ts';
import { type WasmModule, isEngineFault, startModule } from './wasm-engine.ts';
import { wasmCurveCore } from './wasm-curve.ts';

/** Why there is no core: the caller goes on with the portable group. */
export type CoreRefusal = 'not_supported' | 'wrong_answers';

/** Whether a core gives the known answer; a module that stops the engine does not. */
export function passes(core: CurveCore): boolean {
  try {
    return answersAsKnown(core);
  } catch (fault) {
    if (isEngineFault(fault)) return false;
    throw fault;
  }
}

export async function startScalar(module: WasmModule): Promise<ScalarExports | undefined> {
  const scalar = await startModule<ScalarExports>(module, {});
  return scalar !== undefined && scalar.initialise() === 1 ? scalar : undefined;
}

/**
 * Loads the scalar module alone, if the engine takes it and it gives the known answer: all that a voter's browser needs,
 * for the two-lane module is for verification only.
 *
 * @param fusedRefusal why the two-lane module is not in use.
 */
export async function loadScalarCurve(
  module: WasmModule = scalarModule,
  fusedRefusal: FusedRefusal = 'not_wanted',
): Promise<Result<CurveCore, CoreRefusal>> {
  const scalar = await startScalar(module);
  if (scalar === undefined) return err('not_supported');
  const core = wasmCurveCore(scalarOperations(scalar), fusedRefusal);
  return passes(core) ? ok(core) : err('wrong_answers');
}
