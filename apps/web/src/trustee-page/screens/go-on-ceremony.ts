import { sha256Hex, utf8 } from '@convite/crypto';
import {
  type CeremonySecretFile,
  certificatesStep,
  type CertificatesStep,
  type DealFile,
  dealFile,
  dealsStep,
  fileText,
  type HandedIn,
  keyFile,
  makeOwnDeal,
  makeOwnShare,
  nameInFile,
  shareKeyFile,
  stepFileName,
} from '@convite/trustee';
import { backHome, paragraph, spokenHash } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { browserRandomness } from '../../offline-page/browser-suite.ts';
import { type BroughtFiles, readBrought } from '../brought-files.ts';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { dealtBefore, keepDealt } from '../key-memory.ts';
import { stepProblem } from '../refusal-words.ts';
import { fileInput, filesIn, saveStep } from '../../offline-page/saving.ts';
import { showBackup } from './back-up.ts';

/** Asks for the own secret and everybody's files; the step that is next follows from what is there. */
export function showGoOn(app: App, problems: readonly string[] = []): void {
  const { words } = app;
  const control = fileInput('files', '.json,.zip', true);
  app.show({
    title: words.goTitle,
    problems,
    parts: [
      paragraph(words.goLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(control, { label: words.goLabel, hint: words.fileNames }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.goSubmit)),
        ),
        { onsubmit: () => app.run(() => goOn(app, filesIn(control))) },
      ),
      backHome(app),
    ],
  });
}

async function goOn(app: App, files: readonly File[]): Promise<void> {
  const { words, suite } = app;
  if (files.length === 0) return showGoOn(app, [words.noFiles]);
  const brought = await readBrought(suite, files);
  if (brought.unknown.length > 0) return showGoOn(app, [words.unknownFiles(brought.unknown)]);
  const [own, second] = brought.secrets;
  if (own === undefined) return showGoOn(app, [words.noSecret]);
  if (second !== undefined) return showGoOn(app, [words.manySecrets]);
  const step = certificatesStep(suite, brought.certificates, own);
  if (!step.ok) return showGoOn(app, [stepProblem(words, step.error)]);
  const seedHash = sha256Hex(suite.sha256(utf8(own.seed)));
  const before = await dealtBefore(app.memory, seedHash);
  const deals = withOwnDeal(brought, own, before, step.value.hash);
  return deals.some(({ file }) => file.member === own.member) && deals.length > 1
    ? share(app, own, step.value, deals)
    : dealOut(app, own, step.value, { before, seedHash });
}

/** Everybody's deals; the own one from memory where it was not chosen, once all the others are there. */
function withOwnDeal(
  { deals }: BroughtFiles,
  own: CeremonySecretFile,
  before: DealFile | undefined,
  hash: string,
): readonly HandedIn<DealFile>[] {
  const isMissing = !deals.some(({ file }) => file.member === own.member);
  return isMissing && before?.certificates === hash && deals.length === own.size - 1
    ? [...deals, { path: stepFileName('deal', own), file: before }]
    : deals;
}

async function dealOut(
  app: App,
  own: CeremonySecretFile,
  step: CertificatesStep,
  { before, seedHash }: { readonly before: DealFile | undefined; readonly seedHash: string },
): Promise<void> {
  const { words } = app;
  const made = makeOwnDeal(own, step, before, browserRandomness);
  if (!made.ok) return showGoOn(app, [stepProblem(words, made.error)]);
  await keepDealt(app.memory, seedHash, made.value);
  app.show({
    title: words.dealtTitle,
    parts: [
      saveStep(
        app,
        { name: stepFileName('deal', own), content: fileText(dealFile, made.value) },
        before === undefined ? words.dealtSays : `${words.dealtAgain} ${words.dealtSays}`,
      ),
      paragraph(words.dealtOnce, 'soft'),
      ...aloud(app, step.hash),
      paragraph(words.dealtNext),
      backHome(app),
    ],
  });
}

async function share(
  app: App,
  own: CeremonySecretFile,
  before: CertificatesStep,
  deals: readonly HandedIn<DealFile>[],
): Promise<void> {
  const { words, suite } = app;
  const step = dealsStep(suite, before, deals);
  if (!step.ok) return showGoOn(app, [stepProblem(words, step.error)]);
  const made = makeOwnShare(suite, own, step.value, browserRandomness);
  if (!made.ok) return showGoOn(app, [stepProblem(words, made.error)]);
  const { key, handedIn } = made.value;
  const text = fileText(keyFile, key);
  app.unsaved(true);
  app.show({
    title: words.sharedTitle,
    parts: [
      saveStep(app, { name: `${nameInFile(own.name)}.key.json`, content: text }, words.sharedKey, () =>
        app.unsaved(false),
      ),
      saveStep(app, { name: stepFileName('key', own), content: fileText(shareKeyFile, handedIn) }, words.sharedPublic),
      ...aloud(app, step.value.transcript),
      paragraph(words.sharedOld, 'soft'),
      el(
        'div',
        { class: 'acts' },
        button(words.sharedNext, () => showBackup(app), 'btn two'),
      ),
      backHome(app),
    ],
  });
}

const aloud = ({ words }: App, hash: string): readonly HTMLElement[] => [
  el('h2', { class: 'h3' }, words.hashTitle),
  paragraph(words.hashSays),
  spokenHash(hash),
];
