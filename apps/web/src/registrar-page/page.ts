import { homeScreen } from '../offline-page/home-parts.ts';
import { openPage } from '../offline-page/open-page.ts';
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
    languages: [spanish, english],
    showHome: (page) => {
      const app: App = { ...page, ...tools };
      const { tasks, limit } = app.words;
      app.show(
        homeScreen(
          app.words,
          'convite-registrar.html',
          [
            [tasks.make, () => showMake(app)],
            [tasks.letters, () => showLetters(app)],
            [tasks.check, () => showCheck(app)],
            [tasks.replace, () => showReplace(app)],
          ],
          limit,
        ),
      );
    },
  });
}
