import type { ContractKind } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';

export const contractKinds: Record<ContractKind, Words> = {
  CDI: { fr: 'contrat à durée indéterminée', ar: 'عقد غير محدد المدة', en: 'open-ended contract' },
  CDD: { fr: 'contrat à durée déterminée', ar: 'عقد محدد المدة', en: 'fixed-term contract' },
  INTERIM: { fr: 'intérim', ar: 'شغل مؤقت', en: 'temporary agency work' },
  INSERTION: { fr: 'contrat d’insertion', ar: 'عقد إدماج', en: 'insertion contract' },
  APPRENTICESHIP: { fr: 'apprentissage', ar: 'تدرج مهني', en: 'apprenticeship' },
  SEASONAL: { fr: 'saisonnier', ar: 'موسمي', en: 'seasonal' },
  OTHER: { fr: 'autre', ar: 'آخر', en: 'other' },
};

export const opening = {
  plural: { fr: 'Postes à pourvoir', ar: 'المناصب الشاغرة', en: 'Openings' },
  one: { fr: 'Poste à pourvoir', ar: 'منصب شاغر', en: 'Opening' },
  question: {
    fr: 'Vous cherchez un emploi ou un accompagnement\u202f?',
    ar: 'هل تبحثون عن شغل أو عن مواكبة؟',
    en: 'Looking for a job or support?',
  },
  lead: {
    fr: 'Les postes que des partenaires prévoient de pourvoir, et comment postuler. Le registre ne reçoit pas de candidatures.',
    ar: 'المناصب التي يعتزم الشركاء شغلها، وكيفية الترشح. السجل لا يتلقى الترشيحات.',
    en: 'The posts that partners expect to fill, and how to apply. The register takes no applications.',
  },
  none: {
    fr: 'Aucun poste à pourvoir n’est enregistré.',
    ar: 'لا منصب شاغر مسجل.',
    en: 'No opening is registered.',
  },
  support: {
    fr: 'Un accompagnement pour votre projet',
    ar: 'مواكبة لمشروعكم',
    en: 'Support for your project',
  },
  supportLead: {
    fr: 'Les engagements d’accompagner des porteurs de projets. Les sources ne disent pas comment en bénéficier, sauf mention contraire.',
    ar: 'الالتزامات بمواكبة حاملي المشاريع. ولا تذكر المصادر كيفية الاستفادة منها ما لم يُذكر خلاف ذلك.',
    en: 'The commitments to support project holders. The sources do not say how to benefit from them unless stated.',
  },
  supportNone: {
    fr: 'Aucun engagement d’accompagnement n’est enregistré.',
    ar: 'لا التزام بالمواكبة مسجل.',
    en: 'No commitment to support is registered.',
  },
  posts: { fr: 'Nombre de postes', ar: 'عدد المناصب', en: 'Number of posts' },
  opensOn: { fr: 'Candidatures à partir du', ar: 'الترشيح ابتداء من', en: 'Applications from' },
  closesOn: { fr: 'Date limite', ar: 'آخر أجل', en: 'Last day to apply' },
  withdrawn: { fr: 'retiré', ar: 'مسحوب', en: 'withdrawn' },
  closed: { fr: 'candidatures closes', ar: 'انتهى أجل الترشيح', en: 'applications closed' },
  open: { fr: 'candidatures ouvertes', ar: 'الترشيح مفتوح', en: 'open to applications' },
  soon: { fr: 'bientôt ouvert', ar: 'يفتح قريبا', en: 'opens soon' },
  ownWord: {
    fr: 'Annoncé ici par le partenaire lui-même.',
    ar: 'أعلن عنه الشريك نفسه هنا.',
    en: 'Announced here by the partner itself.',
  },
  apply: { fr: 'Comment postuler', ar: 'كيفية الترشح', en: 'How to apply' },
} satisfies Dictionary;
