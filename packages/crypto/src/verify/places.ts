/** How a failure names the ballot of an event. */
export const ballotPlace = (height: number): string => `event ${height}, ballot`;
