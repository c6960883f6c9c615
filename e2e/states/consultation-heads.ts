import type { Head } from '../../apps/web/src/features/consultations/pages/views.ts';

/** A consultation before its rules are frozen, after it, and while people vote. */
export const draft: Head = {
  slug: 'nacional-2026',
  title: 'Consulta popular nacional 2026',
  status: 'draft',
  opensAt: '2026-11-22T10:00:00.000Z',
  closesAt: '2026-11-22T22:00:00.000Z',
  zone: 'America/Caracas',
  unit: 'VES',
  decimals: 2,
  isDemo: false,
};
export const frozen: Head = { ...draft, status: 'frozen' };
export const open: Head = { ...draft, status: 'open' };
