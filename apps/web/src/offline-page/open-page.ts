import { invariant } from '@convite/kernel';
import { button, el } from './dom.ts';
import type { FrameWords } from './frame-words.ts';
import { backHome, type PageApp, paragraph, problemBox, type Screen } from './page-app.ts';

/** A page of one file: its words and its first screen. */
export interface PageOfOneFile<Words extends FrameWords> {
  /** The words of each language; the first is for browsers of other languages. */
  readonly languages: readonly [Words, ...Words[]];
  readonly showHome: (app: PageApp<Words>) => void;
  /** Another first screen, where the address asks for one. */
  readonly showFirst?: (app: PageApp<Words>) => void;
}

/** Opens the page in the language of the browser; whoever changes the language begins at the start. */
export function openPage<Words extends FrameWords>({ languages, showHome, showFirst }: PageOfOneFile<Words>): void {
  const main = document.querySelector('main');
  invariant(main !== null, 'the page has its main part');
  let isUnsaved = false;
  addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault();
  });

  /** Whoever goes on without saving is told first, once. */
  const mayLeave = (words: Words): boolean => {
    if (!isUnsaved) return true;
    isUnsaved = false;
    const box = problemBox(words, [words.leaveUnsaved]);
    main.prepend(box);
    scrollTo(0, 0);
    box.focus();
    return false;
  };

  const open = (words: Words, isFirst: boolean): void => {
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
    const app: PageApp<Words> = {
      words,
      show,
      home: () => {
        if (mayLeave(words)) showHome(app);
      },
      run: (work) => {
        work().catch((fault: unknown) => {
          isUnsaved = false;
          show({
            title: words.faultTitle,
            problems: [words.fault],
            parts: [paragraph(String(fault), 'soft'), backHome(app)],
          });
        });
      },
      unsaved: (is) => {
        isUnsaved = is;
      },
    };
    writeFrame(languages, words, (other) => {
      if (mayLeave(words)) open(other, false);
    });
    if (isFirst && showFirst !== undefined) showFirst(app);
    else showHome(app);
  };
  open(languages.find(({ language }) => navigator.language.startsWith(language)) ?? languages[0], true);
}

/** What stands around every screen. */
function writeFrame<Words extends FrameWords>(
  languages: PageOfOneFile<Words>['languages'],
  words: Words,
  open: (words: Words) => void,
): void {
  const nav = document.querySelector('nav');
  const skip = document.querySelector('.skip');
  const foot = document.querySelector('footer .foot');
  invariant(nav !== null && skip !== null && foot !== null, 'the page has its frame');
  nav.setAttribute('aria-label', words.languages);
  skip.textContent = words.skip;
  // Opened from a disk there is no site to go back to.
  const back = location.protocol.startsWith('http') ? [el('p', {}, el('a', { href: '/' }, words.toSite))] : [];
  foot.replaceChildren(...back, paragraph(words.stays, 'soft'));
  const item = (of: Words): HTMLElement =>
    el(
      'li',
      { lang: of.language },
      of === words
        ? el('span', { 'aria-current': 'true' }, of.languageName)
        : button(of.languageName, () => open(of), 'link'),
    );
  nav.replaceChildren(el('ul', { class: 'lang' }, ...languages.map(item)));
}
