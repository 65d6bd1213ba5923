import { isolated, type Dictionary } from '../lib/language';

/** What is said above a fact that no longer stands. */
export const withdrawn = {
  since: {
    fr: (day: string) => `Retiré du registre le ${isolated(day)}.`,
    ar: (day: string) => `سُحب من السجل في ${isolated(day)}.`,
    en: (day: string) => `Withdrawn from the register on ${isolated(day)}.`,
  },
  meaning: {
    fr: 'Cette page reste à son adresse, telle qu’elle était\u202f; les listes et les totaux ne la comptent plus. Pourquoi, l’historique des modifications le dit.',
    ar: 'تبقى هذه الصفحة في عنوانها كما كانت؛ ولم تعد تُحتسب في اللوائح والمجاميع. أما السبب فيذكره سجل التغييرات.',
    en: 'This page stays at its address, as it was; lists and totals count it no more. Why, the history of changes says.',
  },
} satisfies Dictionary;
