import type { CoreOperations } from './module-exports.ts';
import { KeyedSession } from './keyed-session.ts';
import type { CurveCore, FusedRefusal } from './curve.ts';
import { checkProofs, commitments } from './check-proofs.ts';
import {
  decode,
  encode,
  equal,
  firstNonMember,
  inverse,
  multiply,
  product,
  readScalars,
  readTexts,
  subsetsHold,
  writeTexts,
} from './point-batches.ts';
import { basePowers, multiProduct, products } from './public-powers.ts';
import { prove, secretAnswers, secretBasePowers, secretPairs, secretPowers } from './secret-powers.ts';

/** A core over one backend; `fusedRefusal` says why it is the scalar one, and is absent for the two-lane one. */
export function wasmCurveCore(operations: CoreOperations, fusedRefusal: FusedRefusal | undefined): CurveCore {
  const session = new KeyedSession(operations);
  const { subsetsHold: hold } = operations;
  return {
    name: fusedRefusal === undefined ? 'wasm-fused' : 'wasm-scalar',
    fusedRefusal,
    readTexts: (texts) => readTexts(session, texts),
    decode: (encodings) => decode(session, encodings),
    encode: (points) => encode(session, points),
    writeTexts: (points) => writeTexts(session, points),
    firstNonMember: (points) => firstNonMember(session, points),
    subsetsHold: hold === undefined ? undefined : (points, choices) => subsetsHold(session, hold, points, choices),
    readScalars: (decimals) => readScalars(session, decimals),
    multiply: (a, b) => multiply(session, a, b),
    inverse: (points) => inverse(session, points),
    product: (points) => product(session, points),
    equal: (a, b) => equal(session, a, b),
    powers: (points, scalars) => products(session, points, scalars, 1),
    products: (points, scalars, terms) => products(session, points, scalars, terms),
    basePowers: (scalars) => basePowers(session, scalars),
    multiProduct: (points, scalars, bits) => multiProduct(session, points, scalars, bits),
    commitments: (key, statements) => commitments(session, key, statements),
    checkProofs: (key, proofs) => checkProofs(session, key, proofs),
    secretPairs: (key, exponents, shifts) => secretPairs(session, key, exponents, shifts),
    secretBasePowers: (scalars) => secretBasePowers(session, scalars),
    secretPowers: (points, scalar) => secretPowers(session, points, scalar),
    prove: (key, proofs) => prove(session, key, proofs),
    secretAnswers: (nonces, secrets, challenges) => secretAnswers(session, nonces, secrets, challenges),
  };
}
