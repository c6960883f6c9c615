import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { csvType } from '../../http/send-table.ts';
import { translationOf } from '../../i18n/translation.ts';
import { downloadKinds, savedName } from './downloads/list.ts';
import { dataPackage, projectsCsv, ruleText } from './downloads/tables.ts';
import { shareText, transcriptText } from './downloads/texts.ts';
import { goneAnswer, hashOf, type PagesContext, tooManyAnswer } from './pages-context.ts';
import { readPublicBallots } from './usecases/read-ballots.ts';
import { addressOf, finishedRecount, type FinishedRecount } from './usecases/show-recount.ts';

type Part = keyof typeof downloadKinds;

const types = {
  'ballots.pb': 'text/plain; charset=utf-8',
  'rule.json': 'application/json',
  'projects.csv': csvType,
  'datapackage.json': 'application/json',
  'report.json': 'application/json',
  'transcript.txt': 'text/plain; charset=utf-8',
  'share.txt': 'text/plain; charset=utf-8',
} as const satisfies Record<Part, string>;

/** The files of a result. */
export function fileRoutes(router: Router, site: PagesContext): void {
  for (const part of partsOf(downloadKinds)) {
    router.route({ method: 'GET', path: `/recounts/:hash/files/${part}`, access: 'public' }, async (c) => {
      const hash = hashOf(c);
      const finished = hash === undefined ? undefined : await finishedRecount(site.context, hash);
      if (hash === undefined || finished === undefined) return goneAnswer(site, c);
      const content = await contentOf(site, c, part, finished);
      if (content === undefined) return tooManyAnswer(site, c, 1);
      c.header('Content-Disposition', `attachment; filename="${savedName(part, hash)}"`);
      return sendBody(c, encodedBody(types[part], content, 4), { cache: 'private, no-cache' });
    });
  }
}

const partsOf = (kinds: typeof downloadKinds): readonly Part[] =>
  Object.keys(kinds).filter((part): part is Part => part in kinds);

async function contentOf(
  { context }: PagesContext,
  c: AppContext,
  part: Part,
  { recount, report }: FinishedRecount,
): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
  const t = translationOf(c.var.locale);
  switch (part) {
    case 'ballots.pb':
      return await readPublicBallots(context, recount);
    case 'rule.json':
      return ruleText(recount.ruleSet);
    case 'projects.csv':
      return projectsCsv(report);
    case 'datapackage.json':
      return dataPackage(report, recount.hash);
    case 'report.json':
      return JSON.stringify(report, undefined, 1);
    case 'transcript.txt':
      return transcriptText(addressOf(recount.hash), report, t);
    case 'share.txt':
      return shareText(new URL(c.req.url).origin + addressOf(recount.hash), report, t);
  }
}
