/** Signs in groups of four, which people can compare and dictate. */
export const inGroups = (text: string): string => text.match(/.{1,4}/gu)?.join(' ') ?? '';

/** How many signs of a tracker people see; the whole one has 43. */
const shownSigns = 12;

/** The beginning of a tracker or a fingerprint, as people see it. */
export const shownTracker = (tracker: string): string => inGroups(tracker.slice(0, shownSigns));
