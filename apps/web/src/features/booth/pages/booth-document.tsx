import type { ComponentChildren, JSX } from 'preact';
import { languages, locales } from '../../../i18n/locale.ts';
import type { Translation } from '../../../i18n/translation.ts';
import { DemoBand } from '../../../ui/document.tsx';
import { type Frame, languageField } from '../../../ui/frame.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Weave } from '../../../ui/weave.tsx';
import type { BoothProps, ServedProgram } from './views.ts';

/**
 * Everything around a page of the booth: one thing at a time, nothing that leads away in the middle, no text that people
 * wrote but the names of the consultation and its place.
 */
export function BoothDocument({
  title,
  booth,
  frame,
  t,
  program,
  children,
}: {
  readonly title: string;
  readonly booth: Pick<BoothProps, 'paper' | 'places'>;
  readonly frame: Frame;
  readonly t: Translation;
  readonly program?: ServedProgram;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { assets, saveData, here } = frame;
  const { paper, places } = booth;
  return (
    <html lang={t.locale} dir={t.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.frame.pageTitle(title)}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={saveData ? assets.sheetWithoutFonts : assets.sheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {program !== undefined && <script src={program.path} integrity={program.integrity} defer />}
      </head>
      <body class="task">
        <a class="skip" href="#main">
          {t.frame.skip}
        </a>
        <header>
          {frame.isDemo === true && <DemoBand t={t} />}
          <Weave name={paper.territory} id="weave" />
          <div class="wrap">
            <div class="mast">
              <span class="brand">
                <Mark />
                <span>{t.frame.brand}</span>
              </span>
              <nav aria-label={t.frame.language} class="langs">
                <ul class="lang">
                  {locales.map((locale) => (
                    <li key={locale}>
                      {locale === t.locale ? (
                        <span aria-current="true">{languages[locale].name}</span>
                      ) : (
                        <a href={inLanguage(here, locale)} lang={locale} hreflang={locale}>
                          {languages[locale].name}
                        </a>
                      )}
                    </li>
                  ))}
                </ul>
              </nav>
            </div>
          </div>
        </header>
        <main id="main" class="wrap">
          {children}
        </main>
        <footer class="wrap">
          <div class="foot">
            <ul>
              <li>
                <a href={places.consultation}>{t.booth.toConsultation}</a>
              </li>
              <li>
                <a href={places.secrecy}>{t.booth.secrecyTitle}</a>
              </li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The same page in another language: what it was asked for besides is left out. */
const inLanguage = (here: string, locale: string): string =>
  `${here.split('?', 1)[0] ?? here}?${languageField}=${locale}`;
