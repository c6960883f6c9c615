/** Makes the page of trustees: one file. */
export function bundleTrusteePage(file: string): Promise<void>;
