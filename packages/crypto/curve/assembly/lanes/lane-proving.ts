// The prover's side with g in lane 0 and y in lane 1; compare ../scalar/proving.ts.
// The text form of the functions of this file is checked at each build.
import { FOR_PAIR, FOR_SCALAR_POINTS } from './scratch';
import { POINT } from '../scalar/memory-map';
import { addPoint } from './scalar';
import { addSecretPowers2, narrow, narrowG } from './lane-tables';
import { setIdentity2 } from './lane-point';
import { unpackPoints } from './lane-field';

/** out_i = (g^(e_i), y^(e_i) g^(f_i)), the parts g^(f_i) two at a time. Requires: narrow tables, an even count. */
export function secretPairs(out: usize, exponents: usize, shifts: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const exponent = exponents + 32 * i;
    setIdentity2(FOR_PAIR);
    addSecretPowers2(FOR_PAIR, narrow, exponent, exponent);
    unpackPoints(out + 2 * POINT * i, FOR_PAIR);
  }
  for (let i = 0; i < count; i += 2) {
    const B = out + 2 * POINT * i + POINT;
    setIdentity2(FOR_PAIR);
    addSecretPowers2(FOR_PAIR, narrowG, shifts + 32 * i, shifts + 32 * i + 32);
    unpackPoints(FOR_SCALAR_POINTS, FOR_PAIR);
    addPoint(B, B, FOR_SCALAR_POINTS);
    addPoint(B + 2 * POINT, B + 2 * POINT, FOR_SCALAR_POINTS + POINT);
  }
}
