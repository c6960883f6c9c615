import type { Problem } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { chosenList, chosenOrder } from '../brought-codes.ts';
import { fileForm } from './file-fields.ts';
import { showSheets } from './sheets.ts';

/** Asks for the order and the private list. */
export function showLetters(app: App, problems: readonly Problem[] = []): void {
  const { words } = app;
  app.show(
    fileForm(app, ['order', 'list'], {
      ...{ title: words.lettersTitle, lead: words.lettersLead, submit: words.lettersOpen, problems },
      done: async ({ order, list }) => {
        const opened = await chosenOrder(words, order);
        if ('problem' in opened) return showLetters(app, [opened.problem]);
        const read = await chosenList(words, opened, list);
        if ('problems' in read) return showLetters(app, read.problems);
        showSheets(app, opened, read);
      },
    }),
  );
}
