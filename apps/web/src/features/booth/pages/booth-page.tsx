import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { BoothDocument } from './booth-document.tsx';
import { boothData } from './booth-words.ts';
import { ChooseView } from './choose-view.tsx';
import { CodeView } from './code-view.tsx';
import { AddressView, MailedView } from './mail-views.tsx';
import { ReceiptView } from './receipt-view.tsx';
import { ReviewView, SealingView } from './review-view.tsx';
import { StartView } from './start-view.tsx';
import type { BoothProps } from './views.ts';

/**
 * The booth: every step in one page, so that code and choices never leave it but sealed. Without script the first view
 * reads as a page of its own and leads to the tables.
 */
export const BoothPage = ({
  booth,
  frame,
  t,
}: {
  readonly booth: BoothProps;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element => (
  <BoothDocument title={t.booth.startTitle} booth={booth} frame={frame} t={t} program={booth.programs.booth}>
    <div id="booth">
      <StartView booth={booth} t={t} />
      <CodeView t={t} />
      {booth.paper.asksMailCode && (
        <>
          <AddressView paper={booth.paper} t={t} />
          <MailedView paper={booth.paper} t={t} />
        </>
      )}
      <ChooseView paper={booth.paper} t={t} />
      <ReviewView paper={booth.paper} t={t} />
      <SealingView paper={booth.paper} t={t} />
      <ReceiptView booth={booth} t={t} />
      <template id="booth-data">{JSON.stringify(boothData(booth, t))}</template>
    </div>
  </BoothDocument>
);
