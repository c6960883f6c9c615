import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { invariant } from '@convite/kernel';
import { parseLocale, sourceLocale } from '../apps/web/src/i18n/locale.ts';
import { translationOf } from '../apps/web/src/i18n/translation.ts';
import { makeAssets } from '../apps/web/src/ui/assets.ts';
import { renderPage } from '../apps/web/src/ui/document.tsx';
import { languageField } from '../apps/web/src/ui/frame.ts';
import { pageStates } from './states/page-states.tsx';

/** As strict as the site's own. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface PageServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const assets = makeAssets(fileURLToPath(new URL('../apps/web/src/ui/styles', import.meta.url)));

/** A state's HTML in a language. `saveData` as if the browser had asked for it. */
export function drawState(name: string, locale: 'es' | 'en', saveData = false): string {
  const state = pageStates.find((one) => one.name === name);
  invariant(state !== undefined, 'the state is one of pageStates');
  const here = `/${name}?${languageField}=${locale}`;
  const frame = { here, assets: assets.links, saveData, origin: 'https://convite.example' };
  return renderPage(state.draw(frame, translationOf(locale)));
}

/**
 * A page in a language of long words: every word of its text grows by two fifths. Drawings, commands and code stay.
 */
export const lengthened = (html: string): string =>
  html.replaceAll(/<(svg|code|head)\b[\s\S]*?<\/\1>|>[^<>]+</gu, (piece) =>
    piece.startsWith('<')
      ? piece
      : piece.replaceAll(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase()),
  );

/** The bytes of the style sheet. */
export function sheetBytes(): Uint8Array {
  const sheet = assets.files.find(({ path }) => path === assets.links.sheet);
  invariant(sheet !== undefined, 'the sheet is among the assets');
  return sheet.body;
}

/** Serves every page state under its name, with the site's assets and policy, on a free port. */
export async function servePages(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.files.find(({ path }) => path === url.pathname);
    response.setHeader('Content-Security-Policy', policy);
    if (asset !== undefined) {
      response.setHeader('Content-Type', asset.type);
      response.end(asset.body);
      return;
    }
    const name = url.pathname.slice(1);
    if (!pageStates.some((state) => state.name === name)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    const locale = parseLocale(url.searchParams.get(languageField) ?? undefined) ?? sourceLocale;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const page = drawState(name, locale);
    response.end(url.searchParams.has('long') ? lengthened(page) : page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const place = server.address();
  invariant(place !== null && typeof place === 'object', 'the server listens on a port');
  return {
    origin: `http://127.0.0.1:${place.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
