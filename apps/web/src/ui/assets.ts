import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { bundle } from 'lightningcss';
import type { AssetLinks } from './frame.ts';
import { iconSvg } from './mark.tsx';

/** A file that pages load. Its address carries the hash of its bytes: it may be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array;
}

export interface Assets {
  readonly links: AssetLinks;
  readonly files: readonly Asset[];
}

const alphabets = ['latin', 'latin-ext', 'cyrillic', 'arabic'] as const;

/**
 * Makes the style sheet, with and without web fonts, and gathers the fonts.
 *
 * @param styles the folder `src/ui/styles`.
 */
export function makeAssets(styles: string): Assets {
  const fontFolder = join(
    createRequire(import.meta.url).resolve('@fontsource-variable/rubik/package.json'),
    '..',
    'files',
  );
  const fonts = alphabets.map((alphabet) => ({
    alphabet,
    asset: hashed(
      `rubik-${alphabet}`,
      'woff2',
      'font/woff2',
      readFileSync(join(fontFolder, `rubik-${alphabet}-wght-normal.woff2`)),
    ),
  }));
  const plain = minified(join(styles, 'index.css'));
  let faces = minified(join(styles, 'fonts.css'));
  for (const { alphabet, asset } of fonts) {
    const named = faces.replace(new RegExp(`url\\((["']?)rubik-${alphabet}\\1\\)`, 'u'), `url(${asset.path})`);
    invariant(named !== faces, 'every font of the house has a face in fonts.css');
    faces = named;
  }
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const sheet = hashed('convite', 'css', 'text/css; charset=utf-8', encode(faces + plain));
  const sheetWithoutFonts = hashed('convite-plain', 'css', 'text/css; charset=utf-8', encode(plain));
  const icon = hashed('convite', 'svg', 'image/svg+xml', encode(iconSvg()));
  const headFont = fonts.find(({ alphabet }) => alphabet === 'latin')?.asset;
  invariant(headFont !== undefined, 'the Latin letters are among the fonts');
  return {
    links: {
      sheet: sheet.path,
      sheetWithoutFonts: sheetWithoutFonts.path,
      headFont: headFont.path,
      icon: icon.path,
    },
    files: [sheet, sheetWithoutFonts, icon, ...fonts.map(({ asset }) => asset)],
  };
}

const minified = (filename: string): string => new TextDecoder().decode(bundle({ filename, minify: true }).code);

function hashed(name: string, ending: string, type: string, body: Uint8Array): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/assets/${name}-${hash}.${ending}`, type, body };
}
