/** Bundles the server into `build/{name}`. */
export function bundleServer(name: string): Promise<{
  readonly root: URL;
  readonly main: string;
  readonly countingProgram: URL;
  readonly readingProgram: URL;
  readonly proofProgram: URL;
  readonly peopleProgram: URL;
  readonly resultsProgram: URL;
  readonly passkeyProgram: URL;
  readonly boothPrograms: URL;
  readonly trusteePage: URL;
  readonly registrarPage: URL;
}>;
