import { homeScreen } from '../offline-page/home-parts.ts';
import { openPage } from '../offline-page/open-page.ts';
import type { App } from './app.ts';
import { showBackup } from './screens/back-up.ts';
import { partInAddress, showBegin } from './screens/begin-ceremony.ts';
import { showGoOn } from './screens/go-on-ceremony.ts';
import { showPass } from './screens/pass.ts';
import { showRehearse } from './screens/rehearse.ts';
import { showRestore } from './screens/restore.ts';
import { english } from './words/en.ts';
import { type PageWords, spanish } from './words/es.ts';

const emptyPart = { threshold: '', size: '', member: '', name: '' };

/** Opens the page of trustees; an address of the site may lead to the first step of a ceremony. */
export function openTrusteePage(tools: Pick<App, 'suite' | 'memory' | 'startWorker'>): void {
  const part = partInAddress(location.hash);
  openPage<PageWords>({
    languages: [spanish, english],
    showHome: (page) => {
      const app: App = { ...page, ...tools };
      const { tasks } = app.words;
      app.show(
        homeScreen(app.words, 'convite-trustee.html', [
          [tasks.begin, () => showBegin(app, emptyPart)],
          [tasks.go, () => showGoOn(app)],
          [tasks.backup, () => showBackup(app)],
          [tasks.rehearse, () => showRehearse(app)],
          [tasks.pass, () => showPass(app)],
          [tasks.restore, () => showRestore(app)],
        ]),
      );
    },
    ...(part === undefined ? {} : { showFirst: (page) => showBegin({ ...page, ...tools }, part) }),
  });
}
