import { savePageParts, taskList } from '../offline-page/home-parts.ts';
import { openPage } from '../offline-page/open-page.ts';
import { type PageApp, paragraph } from '../offline-page/page-app.ts';
import type { App } from './app.ts';
import { showCheck } from './screens/check.ts';
import { showLetters } from './screens/letters.ts';
import { showMake } from './screens/make.ts';
import { showReplace } from './screens/replace.ts';
import { english } from './words/en.ts';
import { type PageWords, spanish } from './words/es.ts';

/** Opens the page of registrars. */
export function openRegistrarPage(tools: Pick<App, 'suite' | 'startWorker' | 'showIn'>): void {
  openPage<PageWords>({
    languages: [
      ['Español', spanish],
      ['English', english],
    ],
    showHome: (page: PageApp<PageWords>) => showHome({ ...page, ...tools }),
  });
}

function showHome(app: App): void {
  const { words } = app;
  const { tasks } = words;
  app.show({
    title: words.homeTitle,
    parts: [
      paragraph(words.homeLead, 'lead'),
      taskList([
        { ...tasks.make, go: () => showMake(app) },
        { ...tasks.letters, go: () => showLetters(app) },
        { ...tasks.check, go: () => showCheck(app) },
        { ...tasks.replace, go: () => showReplace(app) },
      ]),
      paragraph(words.limit, 'soft'),
      ...savePageParts(words, 'convite-registrar.html'),
    ],
  });
}
