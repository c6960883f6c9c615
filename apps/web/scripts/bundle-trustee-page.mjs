import { bundleOfflinePage } from './bundle-offline-page.mjs';

/**
 * Makes the page of trustees.
 *
 * @param {string} file that is written.
 */
export const bundleTrusteePage = (file) =>
  bundleOfflinePage(file, {
    folder: 'trustee-page',
    title: 'Custodia de la clave',
    unscripted: {
      es: 'Esta página necesita JavaScript: su clave se hace y se usa en su equipo, no en un servidor. Sin él, use el programa convite (convite trustee).',
      en: 'This page needs JavaScript: your key is made and used on your machine, not on a server. Without it, use the program convite (convite trustee).',
    },
    notice:
      'With noble-ciphers, noble-curves, noble-hashes, scure-base, scure-bip39 - MIT License (c) 2022 Paul Miller (paulmillr.com)',
  });
