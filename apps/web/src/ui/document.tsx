import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { languages, locales } from '../i18n/locale.ts';
import type { Translation } from '../i18n/translation.ts';
import { type Frame, languageField } from './frame.ts';
import { Mark } from './mark.tsx';
import { Weave } from './weave.tsx';

export interface DocumentProps {
  readonly title: string;
  readonly frame: Frame;
  readonly t: Translation;
  /** Whose border the page wears; the house's own by default. */
  readonly community?: string;
  /** Path from the home page down to this one; the last is this page and has no address. */
  readonly crumbs?: readonly { readonly text: string; readonly href: string | null }[];
  /** Search engines leave it out. */
  readonly unlisted?: boolean;
  /** The matter of the page is still being made. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

/** Everything around the matter of a page. */
export function Document(props: DocumentProps): JSX.Element {
  const { title, frame, t, community, crumbs, unlisted, busy, children } = props;
  const { assets, saveData } = frame;
  return (
    <html lang={t.locale} dir={t.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.frame.pageTitle(title)}</title>
        {unlisted === true && <meta name="robots" content="noindex" />}
        {!saveData && <link rel="preload" href={assets.headFont} as="font" type="font/woff2" crossorigin="anonymous" />}
        <link rel="stylesheet" href={saveData ? assets.sheetWithoutFonts : assets.sheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">
          {t.frame.skip}
        </a>
        <header>
          {frame.isDemo === true && <DemoBand t={t} />}
          <Weave name={community ?? t.frame.brand} id="weave" />
          <div class="wrap">
            <Masthead frame={frame} t={t} />
            {crumbs !== undefined && <Crumbs crumbs={crumbs} t={t} />}
          </div>
        </header>
        <main id="main" class="wrap" {...(busy === true ? { 'aria-busy': true } : {})}>
          {children}
        </main>
        <footer class="wrap">
          <div class="foot">
            <ul>
              <li>
                <a href="/">{t.frame.home}</a>
              </li>
              <li>
                <a href="/#recount">{t.frame.recount}</a>
              </li>
              <li>
                <a href="/api/v1/openapi.json">{t.frame.machines}</a>
              </li>
              <li>
                <a href="/org">{t.frame.staff}</a>
              </li>
            </ul>
            <p class="soft">{t.frame.foot}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Nobody takes a demo for a vote, on whichever of its pages they came in. */
export const DemoBand = ({ t }: { t: Translation }): JSX.Element => (
  <p class="demo">
    <b>{t.frame.demo}</b> {t.frame.demoSays} <a href="/#try">{t.frame.demoGuide}</a>
  </p>
);

function Masthead({ frame, t }: { frame: Frame; t: Translation }): JSX.Element {
  return (
    <div class="mast">
      <a class="brand" href="/">
        <Mark />
        <span>{t.frame.brand}</span>
      </a>
      <nav aria-label={t.frame.language} class="langs">
        <ul class="lang">
          {locales.map((locale) => (
            <li key={locale}>
              {locale === t.locale ? (
                <span aria-current="true">{languages[locale].name}</span>
              ) : (
                <a href={inLanguage(frame.here, locale)} lang={locale} hreflang={locale}>
                  {languages[locale].name}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Crumbs({ crumbs, t }: { crumbs: NonNullable<DocumentProps['crumbs']>; t: Translation }): JSX.Element {
  return (
    <nav class="crumb" aria-label={t.frame.youAreHere}>
      <ol>
        {crumbs.map(({ text, href }) => (
          <li key={text} {...(href === null ? { 'aria-current': 'page' as const } : {})}>
            {href === null ? text : <a href={href}>{text}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The same place in another language. */
function inLanguage(here: string, locale: string): string {
  const [path = '/', query = ''] = here.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set(languageField, locale);
  return `${path}?${parameters}`;
}

/** Writes a page as the HTML that is sent. */
export const renderPage = (page: JSX.Element): string => `<!doctype html>${renderToString(page)}`;
