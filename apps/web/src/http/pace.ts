/** How many questions one network may ask in a while. */
export interface PaceLimits {
  readonly most: number;
  readonly milliseconds: number;
}

/** Counts questions by who asks, in the memory of this server alone: nothing of it is stored, and nobody else learns it. */
export interface Pace {
  /** Whether this question is still one of those. Asking counts. */
  admits(visitor: string, now: Date): boolean;
  /** Begins anew for who has shown that they ask with reason. */
  forget(visitor: string): void;
}

/**
 * Visitors that are remembered, of about a hundred bytes each; then the oldest is forgotten. Whoever makes up so many gains
 * no more than their many networks give them already.
 */
const mostRemembered = 200_000;

export function makePace({ most, milliseconds }: PaceLimits): Pace {
  const asked = new Map<string, number>();
  let until = 0;
  return {
    admits(visitor, now) {
      if (now.getTime() >= until) {
        asked.clear();
        until = now.getTime() + milliseconds;
      }
      const count = (asked.get(visitor) ?? 0) + 1;
      asked.set(visitor, count);
      if (asked.size > mostRemembered) asked.delete(asked.keys().next().value ?? '');
      return count <= most;
    },
    forget(visitor) {
      asked.delete(visitor);
    },
  };
}
