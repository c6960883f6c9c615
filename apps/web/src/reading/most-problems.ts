/** So many problems of a file are listed; the rest is counted. */
export const mostProblems = 1000;
