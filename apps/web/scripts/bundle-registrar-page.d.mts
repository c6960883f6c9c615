/** Makes the page of registrars: one file. */
export function bundleRegistrarPage(file: string): Promise<void>;
