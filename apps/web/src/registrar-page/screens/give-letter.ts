import {
  codeFiles,
  givenLine,
  giveSpare,
  type KeptCodes,
  letterFacts,
  lettersPage,
  replacementFiles,
  type SpareRequest,
} from '@convite/registrar';
import { el } from '../../offline-page/dom.ts';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import { saveStep } from '../../offline-page/saving.ts';
import type { App } from '../app.ts';
import { calendar } from '../calendar.ts';
import { letterFrame } from '../letter-frame.ts';
import { spareProblem } from '../refusal-words.ts';

/** What a registrar has brought for a replacement. */
export interface Brought extends KeptCodes {
  /** The list of given spares, as it is to be gone on with. */
  readonly givenText: string;
}

/**
 * Gives the next spare. The letter appears only when the spare is noted as given: one that is lost on the way is then given
 * to nobody else.
 */
export function giveLetter(app: App, brought: Brought, request: SpareRequest, refused: (says: string) => void): void {
  const { words } = app;
  const spare = giveSpare(app.suite, brought, request);
  if (!spare.ok) return refused(spareProblem(words, spare.error));
  const { given, form, letter, left, isLost } = spare.value;
  const rest = el('div', {});
  const showLetter = (): void => {
    app.unsaved(false);
    if (rest.childElementCount > 0) return;
    const html = lettersPage('letters', letterFacts(brought.order, calendar), [letter]);
    rest.replaceChildren(
      saveStep(app, { name: replacementFiles.form, content: form }, words.replacementSays),
      paragraph(isLost ? words.handOverLost : words.handOverAdded, 'note wait'),
      ...letterFrame(app, { html, name: replacementFiles.letter, title: words.letterFrame, print: words.letterPrint }),
    );
  };
  app.unsaved(true);
  app.show({
    title: words.confirmTitle(letter.name === '' ? letter.id : letter.name),
    parts: [
      paragraph(words.givenAway(given.spare, left), 'lead'),
      paragraph(words.confirmSays),
      saveStep(
        app,
        { name: codeFiles.given, content: brought.givenText + givenLine(given), type: 'text/csv' },
        words.confirmGiven,
        showLetter,
      ),
      rest,
      backHome(app),
    ],
  });
}
