// The verifier's commitments, α in lane 0 and β in lane 1; compare ../scalar/statements.ts, which says what a statement
// is. The parts g^(−M_j c_j) of all statements are gathered and computed two at a time.
import { FOR_DIGITS, FOR_SCALAR_POINTS } from './scratch';
import { LANE_POINT } from './lane-memory';
import { PLACES } from '../scalar/windows';
import { POINT } from '../scalar/memory-map';
import { STATEMENT } from '../scalar/layouts';
import { addPoint, giveBack, isIdentity, multiplySmall, take, writeStatementDigits } from './scalar';
import { addPublicPower2, subtractPublicPowers } from './lane-tables';
import { packPoints, unpackPoint, unpackPoints } from './lane-field';
import { setIdentity2 } from './lane-point';
import { sharedPowers2 } from './lane-powers';

/** Writes the commitments of `count` statements and answers their marks. For public proofs. Requires: wide tables. */
export function commitStatements(statements: usize, count: i32): void {
  for (let i = 0; i < count; i++) commitStatement(statements + STATEMENT * i);
  subtractValues(statements, count);
}

function commitStatement(statement: usize): void {
  const values = load<i32>(statement, 8);
  const out = load<usize>(statement, 20);
  const digits = take(<usize>(PLACES * (values + 1)));
  const pair = take(LANE_POINT);
  const powers = take(LANE_POINT * (values + 1));
  const count = writeStatementDigits(digits, statement);
  packPoints(pair, load<usize>(statement), load<usize>(statement, 4));
  sharedPowers2(powers, pair, digits, count);
  store<i32>(statement, <i32>(count == values || areIdentities(powers + LANE_POINT * values)), 24);
  for (let j = 0; j < values; j++) {
    const power = powers + LANE_POINT * j;
    addPublicPower2(power, load<usize>(statement, 16) + 64 * j + 32);
    unpackPoints(out + 2 * POINT * j, power);
  }
  giveBack(digits);
}

function areIdentities(pair: usize): bool {
  unpackPoints(FOR_SCALAR_POINTS, pair);
  return isIdentity(FOR_SCALAR_POINTS) && isIdentity(FOR_SCALAR_POINTS + POINT);
}

/** Takes M_j·c_j·g off each B_j; lane 1 waits until a second one comes. */
function subtractValues(statements: usize, count: i32): void {
  let waiting: usize = 0;
  for (let i = 0; i < count; i++) {
    const statement = statements + STATEMENT * i;
    const values = load<usize>(statement, 12);
    for (let j = 0; j < load<i32>(statement, 8); j++) {
      const value = load<i32>(values + 4 * j);
      if (value == 0) continue;
      const B = load<usize>(statement, 20) + POINT * (2 * j + 1);
      multiplySmall(FOR_DIGITS + (waiting ? 32 : 0), load<usize>(statement, 16) + 64 * j, value);
      if (waiting) {
        subtractPair(waiting, B);
        waiting = 0;
      } else waiting = B;
    }
  }
  if (waiting) {
    memory.fill(FOR_DIGITS + 32, 0, 32);
    subtractPair(waiting, 0);
  }
}

/** Takes the powers for the two scalars in FOR_DIGITS off two points; the second may be missing. */
function subtractPair(first: usize, second: usize): void {
  const sum = take(LANE_POINT);
  setIdentity2(sum);
  subtractPublicPowers(sum, FOR_DIGITS, FOR_DIGITS + 32);
  unpackPoint(FOR_SCALAR_POINTS, sum, 0);
  addPoint(first, first, FOR_SCALAR_POINTS);
  if (second) {
    unpackPoint(FOR_SCALAR_POINTS, sum, 1);
    addPoint(second, second, FOR_SCALAR_POINTS);
  }
  giveBack(sum);
}
