/** Bundles the programs of the voting page into `folder`. */
export function bundleBooth(folder: string): Promise<void>;
