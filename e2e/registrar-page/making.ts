import type { Page } from 'playwright-core';
import { type Desk, press, titled } from '../offline-desk.ts';
import { save, type SavedFile } from '../offline-site.ts';

/** What the registrar has got of the site: files, and the salt as it was written down. */
export interface Given {
  readonly order: string;
  readonly roll: string;
  readonly salt: string;
}

const made = ['PRIVATE-codes.csv', 'PRIVATE-given.csv', 'upload.jsonl', 'PUBLISH-credentials.json'] as const;

/** Everything that is saved once the codes are made. */
export type MadeFiles = Readonly<Record<(typeof made)[number], SavedFile>>;

/** Fills in what the codes are made from. */
export async function bringGiven(page: Page, { order, roll, salt }: Given): Promise<void> {
  await page.getByLabel('El pedido de códigos').setInputFiles(order);
  await page.getByLabel('El padrón congelado').setInputFiles(roll);
  await page.getByLabel('La sal del padrón').fill(salt);
  await press(page, 'Revisar');
}

/** Makes the codes and saves all files of them. */
export async function makeCodes({ page, folder }: Desk, given: Given): Promise<MadeFiles> {
  await press(page, 'Hacer los códigos');
  await bringGiven(page, given);
  await page.getByText('El padrón es el que se congeló.').waitFor();
  await press(page, 'Hacer los códigos');
  await titled(page, 'Hechos: guarde sus cuatro archivos');
  const [list, spares, upload, summary] = made;
  return {
    [list]: await save(page, `Guardar ${list}`, folder),
    [spares]: await save(page, `Guardar ${spares}`, folder),
    [upload]: await save(page, `Guardar ${upload}`, folder),
    [summary]: await save(page, `Guardar ${summary}`, folder),
  };
}

/** From the first screen to the one of a new letter: first it wants the spare noted down as given. */
export async function beginReplacing(
  page: Page,
  files: { readonly order: string; readonly list: string; readonly given: string },
  typed: string,
  name: string,
): Promise<void> {
  await press(page, 'Reponer una carta');
  await page.getByLabel('El pedido de códigos').setInputFiles(files.order);
  await page.getByLabel('La lista privada').setInputFiles(files.list);
  await page.getByLabel('La lista de reservas dadas').setInputFiles(files.given);
  await press(page, 'Seguir');
  await page.getByLabel('Nombre o identificador').fill(typed);
  await press(page, 'Buscar');
  await page.getByRole('button', { name: `${name} · ` }).click();
  await titled(page, `Carta nueva para ${name}`);
}
