import { savePageParts, taskList } from '../offline-page/home-parts.ts';
import { openPage } from '../offline-page/open-page.ts';
import { paragraph } from '../offline-page/page-app.ts';
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
export function openTrusteePage(tools: Omit<App, keyof PageOfTrustees>): void {
  const withTools = (page: PageOfTrustees): App => ({ ...page, ...tools });
  const part = partInAddress(location.hash);
  openPage<PageWords>({
    languages: [
      ['Español', spanish],
      ['English', english],
    ],
    showHome: (page) => showHome(withTools(page)),
    ...(part === undefined ? {} : { showFirst: (page) => showBegin(withTools(page), part) }),
  });
}

type PageOfTrustees = Pick<App, 'words' | 'show' | 'home' | 'run' | 'unsaved'>;

function showHome(app: App): void {
  const { words } = app;
  const { tasks } = words;
  app.show({
    title: words.homeTitle,
    parts: [
      paragraph(words.homeLead, 'lead'),
      taskList([
        { ...tasks.begin, go: () => showBegin(app, emptyPart) },
        { ...tasks.go, go: () => showGoOn(app) },
        { ...tasks.backup, go: () => showBackup(app) },
        { ...tasks.rehearse, go: () => showRehearse(app) },
        { ...tasks.pass, go: () => showPass(app) },
        { ...tasks.restore, go: () => showRestore(app) },
      ]),
      ...savePageParts(words, 'convite-trustee.html'),
    ],
  });
}
