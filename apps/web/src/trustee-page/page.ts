import type { Suite } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { type App, paragraph, problemBox, type Screen } from './app.ts';
import { button, el } from './dom.ts';
import type { BrowserMemory } from './key-memory.ts';
import { showBackup } from './screens/back-up.ts';
import { partInAddress, showBegin } from './screens/begin-ceremony.ts';
import { showGoOn } from './screens/go-on-ceremony.ts';
import { showPass } from './screens/pass.ts';
import { showRehearse } from './screens/rehearse.ts';
import { showRestore } from './screens/restore.ts';
import { english } from './words/en.ts';
import { type PageWords, spanish } from './words/es.ts';

const emptyPart = { threshold: '', size: '', member: '', name: '' };

/** Opens the page in the language of the browser; whoever changes the language begins at the start. */
export function openPage(suite: Suite, memory: BrowserMemory, startWorker: () => Worker): void {
  const main = document.querySelector('main');
  invariant(main !== null, 'the page has its main part');
  let isUnsaved = false;
  addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault();
  });

  /** Whoever goes on without saving is told first, once. */
  const mayLeave = (words: PageWords): boolean => {
    if (!isUnsaved) return true;
    isUnsaved = false;
    const box = problemBox(words, [words.leaveUnsaved]);
    main.prepend(box);
    scrollTo(0, 0);
    box.focus();
    return false;
  };

  const open = (words: PageWords): void => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
    const show = ({ title, parts, problems = [] }: Screen): void => {
      document.title = words.pageTitle(title);
      const heading = el('h1', { tabindex: -1 }, title);
      const box = problems.length === 0 ? undefined : problemBox(words, problems);
      main.replaceChildren(...[box, heading, ...parts].filter((part) => part !== undefined));
      scrollTo(0, 0);
      (box ?? heading).focus();
    };
    const app: App = {
      words,
      suite,
      memory,
      show,
      home: () => {
        if (mayLeave(words)) showHome(app);
      },
      run: (work) => {
        work().catch((fault: unknown) => {
          isUnsaved = false;
          show({
            title: words.problemTitle,
            problems: [words.fault],
            parts: [el('p', { class: 'soft' }, String(fault))],
          });
        });
      },
      unsaved: (is) => {
        isUnsaved = is;
      },
      startWorker,
    };
    writeFrame(words, (other) => {
      if (mayLeave(words)) open(other);
    });
    const part = partInAddress(location.hash);
    if (part === undefined) showHome(app);
    else showBegin(app, part);
  };
  open(navigator.language.startsWith('en') ? english : spanish);
}

/** What stands around every screen. */
function writeFrame(words: PageWords, open: (words: PageWords) => void): void {
  const nav = document.querySelector('nav');
  const skip = document.querySelector('.skip');
  const foot = document.querySelector('footer p');
  invariant(nav !== null && skip !== null && foot !== null, 'the page has its frame');
  nav.setAttribute('aria-label', words.languages);
  skip.textContent = words.skip;
  foot.textContent = words.stays;
  const item = (of: PageWords, name: string): HTMLElement =>
    el(
      'li',
      { lang: of.language },
      of === words ? el('span', { 'aria-current': 'true' }, name) : button(name, () => open(of), 'link'),
    );
  nav.replaceChildren(el('ul', { class: 'lang' }, item(spanish, 'Español'), item(english, 'English')));
}

function showHome(app: App): void {
  const { words } = app;
  const { tasks } = words;
  const task = ({ title, says }: { readonly title: string; readonly says: string }, go: () => void): HTMLElement =>
    el('li', {}, button(title, go, 'link'), el('p', { class: 'soft' }, says));
  const isServed = location.protocol.startsWith('http');
  app.show({
    title: words.homeTitle,
    parts: [
      paragraph(words.homeLead, 'lead'),
      el(
        'ul',
        { class: 'tasks' },
        task(tasks.begin, () => showBegin(app, emptyPart)),
        task(tasks.go, () => showGoOn(app)),
        task(tasks.backup, () => showBackup(app)),
        task(tasks.rehearse, () => showRehearse(app)),
        task(tasks.pass, () => showPass(app)),
        task(tasks.restore, () => showRestore(app)),
      ),
      isServed ? el('h2', { class: 'h3' }, words.saveTitle) : undefined,
      isServed ? paragraph(words.savePageSays) : undefined,
      isServed
        ? el(
            'p',
            {},
            el('a', { class: 'btn two', href: location.pathname, download: 'convite-trustee.html' }, words.savePage),
          )
        : undefined,
    ],
  });
}
