import type { Dictionary } from '../lib/language';

/** Verified jobs, each by what everyone may see of it. */
export const job = {
  verified: { fr: 'Emplois vérifiés', ar: 'مناصب الشغل المتحقق منها', en: 'Verified jobs' },
  lead: {
    fr: 'Le registre ne publie rien de plus de chacun\u202f: ni le jour du début, ni rien de la personne.',
    ar: 'لا ينشر السجل عن كل منصب أكثر من هذا: لا يوم البداية ولا أي شيء عن الشخص.',
    en: 'The register publishes no more of each: not the day of its start, and nothing of the person.',
  },
  none: {
    fr: 'Aucun emploi vérifié n’est enregistré.',
    ar: 'لا منصب شغل متحقق منه مسجل.',
    en: 'No verified job is registered.',
  },
  start: { fr: 'Début', ar: 'البداية', en: 'Start' },
} satisfies Dictionary;
