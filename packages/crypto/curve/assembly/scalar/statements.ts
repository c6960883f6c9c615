// The commitments of proofs that a ciphertext (α, β) = (g^r, y^r g^m) encrypts one of some small values, as a verifier
// recomputes them: A_j = g^(r_j) α^(c_j), B_j = y^(r_j) (β / g^(M_j))^(c_j).
// Source: Cramer, Damgård, Schoenmakers, CRYPTO 1994, with Chaum and Pedersen 1992.
import { FOR_MULTIPLES } from './scratch';
import { ORDER, sharedPowers } from './variable-base';
import { PLACES, SPARSE } from './windows';
import { STATEMENT } from './layouts';
import { POINT, giveBack, take } from './memory-map';
import { addPublicPower } from './fixed-base';
import { isIdentity } from './point';
import { multiplySmall } from './group-order';
import { sparseDigits } from './digits';
import { gWide, yWide } from './bases';

/** The digits of c_0 … c_(k−1), and of ℓ where asked. @returns how many scalars these are */
export function writeStatementDigits(digits: usize, statement: usize): i32 {
  const values = load<i32>(statement, 8);
  const pairs = load<usize>(statement, 16);
  for (let j = 0; j < values; j++) sparseDigits(digits + PLACES * j, pairs + 64 * j, SPARSE);
  if (load<i32>(statement, 24) == 0) return values;
  sparseDigits(digits + PLACES * values, ORDER, SPARSE);
  return values + 1;
}

/** r = r − M_j·c_j·g, the part of B_j that the value takes off. */
function subtractValue(r: usize, statement: usize, j: i32): void {
  const value = load<i32>(load<usize>(statement, 12) + 4 * j);
  if (value == 0) return;
  const scalar = FOR_MULTIPLES;
  multiplySmall(scalar, load<usize>(statement, 16) + 64 * j, -value);
  addPublicPower(r, gWide, scalar);
}

/** Writes the commitments of `count` statements and answers their marks. For public proofs. Requires: wide tables. */
export function commitStatements(statements: usize, count: i32): void {
  for (let i = 0; i < count; i++) commitStatement(statements + STATEMENT * i);
}

function commitStatement(statement: usize): void {
  const values = load<i32>(statement, 8);
  const out = load<usize>(statement, 20);
  const digits = take(<usize>(PLACES * (values + 1)));
  const alphas = take(POINT * (values + 1));
  const betas = take(POINT * (values + 1));
  const powers = writeStatementDigits(digits, statement);
  sharedPowers(alphas, load<usize>(statement), digits, powers);
  sharedPowers(betas, load<usize>(statement, 4), digits, powers);
  const holds = powers == values || (isIdentity(alphas + POINT * values) && isIdentity(betas + POINT * values));
  store<i32>(statement, <i32>holds, 24);
  for (let j = 0; j < values; j++) {
    const response = load<usize>(statement, 16) + 64 * j + 32;
    const A = out + 2 * POINT * j;
    memory.copy(A, alphas + POINT * j, POINT);
    memory.copy(A + POINT, betas + POINT * j, POINT);
    addPublicPower(A, gWide, response);
    addPublicPower(A + POINT, yWide, response);
    subtractValue(A + POINT, statement, j);
  }
  giveBack(digits);
}
