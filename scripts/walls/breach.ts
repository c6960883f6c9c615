/** One place where the code breaks a wall. */
export interface Breach {
  readonly file: string;
  readonly line?: number;
  readonly says: string;
}
