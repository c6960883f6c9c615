import { letterStyle } from '@convite/registrar';
import { bundleOfflinePage } from './bundle-offline-page.mjs';

/**
 * Makes the page of registrars.
 *
 * @param {string} file that is written.
 */
export const bundleRegistrarPage = (file) =>
  bundleOfflinePage(file, {
    folder: 'registrar-page',
    title: 'Registro de códigos',
    unscripted: {
      es: 'Esta página necesita JavaScript: los códigos se hacen en su equipo, no en un servidor. Sin él, use el programa convite (convite registrar).',
      en: 'This page needs JavaScript: the codes are made on your machine, not on a server. Without it, use the program convite (convite registrar).',
    },
    notice:
      'With noble-curves, noble-hashes, scure-base - MIT License (c) 2022 Paul Miller (paulmillr.com); uqr - MIT License (c) 2023 Anthony Fu, Project Nayuki',
    framedStyles: [letterStyle('letters'), letterStyle('slips')],
  });
