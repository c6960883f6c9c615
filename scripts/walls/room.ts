/** What one room may import. Rooms are matched by their folders, the first that fits a file wins. */
export interface Room {
  readonly name: string;
  /** Matches the path of each file of the room. */
  readonly files: RegExp;
  /** Other rooms; `types` after the name means that nothing of it may be left at run time, `in tests` tests alone. */
  readonly rooms: readonly string[];
  /** Packages from outside; `*` means every one that the workspace declares. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported: all, none, or these. */
  readonly node: 'all' | readonly string[];
  /** May see every room of its own workspace: for composition roots, tests and tools alone. */
  readonly isRoot?: true;
}
