import type { Dictionary } from '../lib/language';

/** What a button that copies says, before and after. */
export const copying = {
  copy: { fr: 'Copier', ar: 'نسخ', en: 'Copy' },
  copied: { fr: 'Copié', ar: 'تم النسخ', en: 'Copied' },
  selected: { fr: 'Sélectionné, à copier', ar: 'تم التحديد، للنسخ', en: 'Selected, to be copied' },
} satisfies Dictionary;
