/** Whether an error says that the disk, or what may be used of it, is full. */
export const isNoRoom = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT');
