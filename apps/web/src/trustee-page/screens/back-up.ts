import { keyWords } from '@convite/crypto';
import { nameInFile } from '@convite/trustee';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { fileInput, filesIn, saveStep } from '../../offline-page/saving.ts';
import { type ChosenKey, chosenKey } from './choose-key.ts';

/** Asks for the key of which copies are made. */
export function showBackup(app: App, problems: readonly string[] = []): void {
  const { words } = app;
  const key = fileInput('key', '.json');
  app.show({
    title: words.backupTitle,
    problems,
    parts: [
      paragraph(words.backupLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(key, { label: words.keyLabel, hint: words.keyHint }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.backupSubmit)),
        ),
        { onsubmit: () => app.run(() => prepare(app, filesIn(key))) },
      ),
      backHome(app),
    ],
  });
}

async function prepare(app: App, files: readonly File[]): Promise<void> {
  const key = await chosenKey(app, files);
  if (typeof key === 'string') showBackup(app, [key]);
  else showCopy(app, key, 1);
}

/** One copy after the other, each checked where it was saved; then the words. */
function showCopy(app: App, key: ChosenKey, number: 1 | 2): void {
  const { words } = app;
  const name = `${nameInFile(key.own.file.name)}.key.json`;
  const next = (): void => (number === 1 ? showCopy(app, key, 2) : showPaper(app, key));
  app.show({
    title: words.copyTitle(number),
    parts: [
      saveStep(app, { name, content: key.text }, words.copyStep),
      el('h2', { class: 'h3' }, words.checkTitle),
      paragraph(words.checkSays),
      copyCheck(app, key),
      el('div', { class: 'acts' }, button(words.next, next, 'btn two')),
      backHome(app),
    ],
  });
}

/** Reads a copy again from where it was saved, and compares. */
function copyCheck({ words, run }: App, { text }: ChosenKey): HTMLElement {
  const control = fileInput('copy', '.json');
  const told = el('p', { role: 'status' });
  const check = async (): Promise<void> => {
    const [file] = filesIn(control);
    if (file === undefined) return;
    const isSame = (await file.text()) === text;
    told.className = isSame ? 'st ok' : 'st stop';
    told.textContent = isSame ? words.checkRight : words.checkWrong;
  };
  on(control, { onchange: () => run(check) });
  return el('div', {}, field(control, { label: words.checkLabel }), told);
}

function showPaper(app: App, key: ChosenKey): void {
  const { words } = app;
  app.show({
    title: words.paperTitle,
    parts: [
      paragraph(words.paperSays),
      paper(app, key),
      el('div', { class: 'acts' }, button(words.backupDone, app.home)),
    ],
  });
}

function paper({ words }: App, { own: { file, group, secret } }: ChosenKey): HTMLElement {
  const rows = keyWords(secret, group.q, words.language).map((row, i, all) =>
    el(
      'section',
      {},
      all.length === 1 ? undefined : el('h3', {}, words.paperRow(i + 1)),
      el('ol', { class: 'words' }, ...row.map((word) => el('li', {}, word))),
    ),
  );
  const sheet = el(
    'div',
    { class: 'sheet', hidden: true },
    el('h2', { class: 'h3' }, words.paperSheet),
    paragraph(words.paperName(file.name)),
    el('p', { dir: 'ltr' }, words.paperKey(file.public_key)),
    ...rows,
    paragraph(words.paperLanguage, 'soft'),
  );
  const reveal = button(
    words.paperShow,
    () => {
      sheet.hidden = false;
      reveal.remove();
    },
    'btn two',
  );
  const print = (): void => {
    sheet.hidden = false;
    reveal.remove();
    window.print();
  };
  return el('div', {}, el('div', { class: 'acts' }, reveal, button(words.paperPrint, print, 'btn two')), sheet);
}
