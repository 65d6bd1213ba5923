import type { Dictionary } from '../lib/language';

/** What is said where no register was imported yet. */
export const empty = {
  lead: {
    fr: 'Aucun registre n’a encore été importé. Il n’y a donc rien à lire ici, pas même un zéro.',
    ar: 'لم يُستورد أي سجل بعد، فلا شيء يُقرأ هنا، ولا حتى صفر.',
    en: 'No register has been imported yet. So there is nothing to read here, not even a zero.',
  },
  title: { fr: 'Le registre est vide', ar: 'السجل فارغ', en: 'The register is empty' },
} satisfies Dictionary;
