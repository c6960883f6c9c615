import type { FrameMessages } from '../es/frame.ts';

/** Words around every page. */
export const frame = (): FrameMessages => ({
  brand: 'Convite',
  skip: 'Skip to content',
  language: 'Language',
  youAreHere: 'You are here',
  home: 'Home',
  recount: 'Recount a vote',
  foot: 'Free software. This page also prints well on paper.',
  machines: 'Data for programs',
  staff: 'Staff entrance',
  errorTitle: (title) => `Error: ${title}`,
  pageTitle: (title) => `${title}. Convite`,
  demo: 'Demo.',
  demoSays: 'Nothing that is voted on here decides anything, and anybody can play anybody.',
  demoGuide: 'Step-by-step guide',
  problem: 'There is a problem',
});
