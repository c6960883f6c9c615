import { ask, type Question } from './question.ts';

/** Passkeys belong to a name, never to a number; and browsers offer them over safe connections alone. */
const canAsk = (): boolean =>
  'PublicKeyCredential' in window && window.isSecureContext && !/^[\d.]+$|:/u.test(location.hostname);

/** Makes the form of the page work: a press of its button asks the passkey, and its answer is sent. */
function begin(form: HTMLFormElement): void {
  const { kind, question } = form.dataset;
  const answer = form.elements.namedItem('passkey');
  const go = form.querySelector('button');
  if (question === undefined || go === null || !(answer instanceof HTMLInputElement) || !canAsk()) return;
  const show = (id: string, isShown: boolean): void => {
    form.querySelector(`#${id}`)?.toggleAttribute('hidden', !isShown);
  };
  const asked: Question = JSON.parse(question);
  show('passkey-none', false);
  go.hidden = false;
  form.addEventListener('submit', (event) => {
    if (answer.value !== '') return;
    event.preventDefault();
    show('passkey-failed', false);
    ask(kind === 'create' ? 'create' : 'get', asked).then(
      (given) => {
        if (given === undefined) return show('passkey-failed', true);
        answer.value = JSON.stringify(given);
        form.submit();
      },
      // The browser tells apart what went wrong only to keep it from us: the person tries again or another way.
      () => show('passkey-failed', true),
    );
  });
}

const form = document.querySelector('#passkey');
if (form instanceof HTMLFormElement) begin(form);
