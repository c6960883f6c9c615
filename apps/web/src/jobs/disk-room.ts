/** What PostgreSQL says where its disk is full. */
const databaseFull = '53100';

/** Whether an error says that a disk, or what may be used of it, is full: under files, or under the database. */
export const isNoRoom = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'ENOSPC' || fault.code === 'EDQUOT' || fault.code === databaseFull);

/** What somebody else says who met a full disk, such as a process that worked for us. */
export class NoRoom extends Error {
  readonly code = 'ENOSPC';
}

/** Milliseconds after which what met a full disk is tried again. */
export const untilRoom = 60_000;

/** Whether this server has no room: for whoever looks after it, and for whoever waits for what it makes. */
export interface DiskRoom {
  /** Takes note of a fault if it says so. */
  readonly note: (fault: unknown) => boolean;
  /** Whether a disk was full at the last tries: kept in memory, for it is not the full disk that could keep it. */
  readonly isFull: () => boolean;
}

export function makeDiskRoom(now: () => Date): DiskRoom {
  let last = -Infinity;
  return {
    note(fault) {
      if (!isNoRoom(fault)) return false;
      last = now().getTime();
      return true;
    },
    isFull: () => now().getTime() - last < 2 * untilRoom,
  };
}
