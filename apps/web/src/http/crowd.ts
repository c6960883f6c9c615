/** How many may be inside at once, and how many of them from one network. */
export interface CrowdLimits {
  readonly all: number;
  readonly ofVisitor: number;
}

/** Who is inside of what takes room while it lasts: without it a few lines of half-sent files fill a disk. */
export interface Crowd {
  /** Does the work for a visitor; undefined, and nothing done, where too many are inside. */
  admit<T>(visitor: string, work: () => Promise<T>): Promise<T | undefined>;
}

export function makeCrowd({ all, ofVisitor }: CrowdLimits): Crowd {
  const inside = new Map<string, number>();
  let total = 0;
  const count = (visitor: string, by: 1 | -1): void => {
    total += by;
    const left = (inside.get(visitor) ?? 0) + by;
    if (left === 0) inside.delete(visitor);
    else inside.set(visitor, left);
  };
  return {
    async admit(visitor, work) {
      if (total >= all || (inside.get(visitor) ?? 0) >= ofVisitor) return undefined;
      count(visitor, 1);
      try {
        return await work();
      } finally {
        count(visitor, -1);
      }
    },
  };
}
