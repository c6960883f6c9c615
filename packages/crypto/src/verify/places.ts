import type { BoardPlace } from '../board/board-checks.ts';

/** How a failure names the ballot of an event. */
export const ballotPlace = (height: number): string => `event ${height}, ballot`;

/** How a failure names a place of container or chain. */
export function boardPlace({ offset, record, height }: BoardPlace): string {
  const parts = [
    height === undefined ? undefined : `event ${height}`,
    record === undefined ? undefined : `record ${record}`,
    offset === undefined ? undefined : `byte ${offset}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ') || 'archive';
}
