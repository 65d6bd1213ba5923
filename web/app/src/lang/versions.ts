import type { Dictionary } from '../lib/language';

/** What a reply said before; how long it did. */
export const versions = {
  earlier: { fr: 'Versions d’avant', ar: 'صيغ سابقة', en: 'Earlier versions' },
  period: {
    fr: (from: string, until: string) => `du ${from} au ${until}`,
    ar: (from: string, until: string) => `من ${from} إلى ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  ownWord: {
    fr: 'Annoncé ici par le partenaire lui-même.',
    ar: 'أعلن عنه الشريك نفسه هنا.',
    en: 'Announced here by the partner itself.',
  },
} satisfies Dictionary;
