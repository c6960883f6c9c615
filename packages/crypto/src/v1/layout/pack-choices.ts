import type { Result } from '@convite/kernel';
import { approvalInts, approvalsIn } from './approvals.ts';
import type { LayoutMisfit, PackedLayout, PlainChoices } from './packed-layout.ts';
import { pointInts, pointsIn } from './points.ts';
import { rankingInts, rankingIn } from './ranking.ts';

/**
 * Packs choices into the ints that are encrypted.
 *
 * Exactness: every set of choices has exactly one list of ints, and `unpackInts` gives it back.
 */
export function packChoices(layout: PackedLayout, choices: PlainChoices): Result<readonly number[], LayoutMisfit> {
  switch (layout.kind) {
    case 'approvals':
      return approvalInts(layout.options, choices);
    case 'ranking':
      return rankingInts(layout, choices);
    case 'points':
      return pointInts(layout, choices);
  }
}

/**
 * Unpacks the decrypted ints of one ballot.
 *
 * @returns ok the choices; err what makes it an invalid ballot, as soon as ints are not the ones that `packChoices` gives.
 */
export function unpackInts(layout: PackedLayout, ints: readonly number[]): Result<PlainChoices, LayoutMisfit> {
  switch (layout.kind) {
    case 'approvals':
      return approvalsIn(layout.options, ints);
    case 'ranking':
      return rankingIn(layout, ints);
    case 'points':
      return pointsIn(layout, ints);
  }
}
