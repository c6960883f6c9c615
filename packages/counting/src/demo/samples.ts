import { laEnramada } from './la-enramada-file.ts';
import type { Sample } from './sample.ts';
import { composeSmallVote, type SmallVote } from './small-vote.ts';
import { POINTS_COOPERATIVE, RANKED_SCHOOL, STREET_ASSEMBLY, TIED_VILLAGE } from './small-votes.ts';

const small = (id: string, vote: SmallVote, lesson: Sample['lesson']): Sample => ({
  id,
  title: vote.description,
  lesson,
  text: (language) => composeSmallVote(vote, language),
});

/** The votes that come with the project, the demo first. */
export const SAMPLES: readonly Sample[] = [
  {
    id: 'la-enramada-2026',
    title: { es: 'Comuna La Enramada, 2026', en: 'Commune of La Enramada, 2026' },
    lesson: {
      es: 'Partes iguales: 600 boletas, 24 proyectos, y por qué el tercero en votos pierde.',
      en: 'Equal shares: 600 ballots, 24 projects, and why the third in votes loses.',
    },
    text: laEnramada,
  },
  small('calle-los-almendros', STREET_ASSEMBLY, {
    es: 'Una calle de 40 personas decide por más votos, y uno en blanco cuenta como boleta.',
    en: 'A street of 40 people decides by most votes, and a blank ballot counts as a ballot.',
  }),
  small('vereda-el-sauce', TIED_VILLAGE, {
    es: 'Un empate que solo un sorteo público puede resolver.',
    en: 'A tie that only public lots can settle.',
  }),
  small('escuela-los-samanes', RANKED_SCHOOL, {
    es: 'Boletas por orden: el primer lugar vale más.',
    en: 'Ranked ballots: the first place is worth more.',
  }),
  small('cooperativa-la-espiga', POINTS_COOPERATIVE, {
    es: 'Cinco puntos por persona, contados por partes iguales.',
    en: 'Five points each, counted by equal shares.',
  }),
];
