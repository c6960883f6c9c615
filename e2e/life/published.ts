import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutcomeFile } from '@convite/archive';
import type { Browser } from 'playwright-core';
import { voter } from '../booth/voter.ts';
import type { BallotBox } from './ballot-boxes.ts';
import { type Consultation, slug } from './preparing.ts';
import { openDownload } from './tampered-download.ts';

/** What anybody gets of a result that is published. */
export interface Published {
  /** The file of the whole consultation. */
  readonly download: string;
  /** Of each paper, what its file says of the count. */
  readonly outcomes: readonly OutcomeFile[];
  /** Of each paper, the winners that its page names. */
  readonly winners: readonly (readonly string[])[];
}

/** Reads the pages of a result and saves its file, as anybody does. */
export async function readResult(
  browser: Browser,
  { site }: Consultation,
  boxes: readonly BallotBox[],
): Promise<Published> {
  const download = join(site.folder, `${slug}.zip`);
  const winners: (readonly string[])[] = [];
  await voter(
    browser,
    async (page) => {
      await page.goto(new URL(`/c/${slug}/result`, site.origin).href);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a[href="/c/${slug}/archive.zip"]`).first().click(),
      ]);
      await file.saveAs(download);
      for (const { path } of boxes) {
        await page.goto(new URL(`${path}/result`, site.origin).href);
        winners.push(await page.locator('#decided tbody th').allInnerTexts());
      }
    },
    { acceptDownloads: true },
  );
  const { files } = await openDownload(readFileSync(download));
  const outcomes = boxes.map(({ path }): OutcomeFile =>
    JSON.parse(files.get(`contests/${path.split('/').at(-1)}/outcome.json`)?.toString() ?? ''),
  );
  return { download, outcomes, winners };
}
