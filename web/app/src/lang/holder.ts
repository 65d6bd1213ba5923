import type { Stage } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';

/** The stages of a project holder, in their order. */
export const stages: Record<Stage, Words> = {
  WELCOMED: { fr: 'accueilli', ar: 'تم استقباله', en: 'welcomed' },
  TRAINED: { fr: 'formé', ar: 'تم تكوينه', en: 'trained' },
  PLAN_READY: { fr: 'plan d’affaires prêt', ar: 'مخطط الأعمال جاهز', en: 'plan ready' },
  FINANCED: { fr: 'financé', ar: 'تم تمويله', en: 'financed' },
  LAUNCHED: { fr: 'lancé', ar: 'انطلق المشروع', en: 'launched' },
  FIRST_ORDER: { fr: 'première commande', ar: 'أول طلبية', en: 'first order' },
  FOLLOWED_UP: { fr: 'suivi', ar: 'قيد المواكبة', en: 'followed up' },
  LEFT: { fr: 'sorti du parcours', ar: 'غادر المسار', en: 'left' },
};

/** Project holders: whom a partner has welcomed, and how far each has come. */
export const holder = {
  plural: { fr: 'Porteurs de projets', ar: 'حاملو المشاريع', en: 'Project holders' },
  jobs: { fr: 'Emplois', ar: 'مناصب الشغل', en: 'Jobs' },
  add: { fr: 'Ajouter un porteur de projet', ar: 'إضافة حامل مشروع', en: 'Add a project holder' },
  lead: {
    fr: 'Seuls la référence, la région et le jour de l’accueil sont nécessaires. Les étapes suivantes se déclarent plus bas, ici ou plus tard. Rien d’un porteur de projet n’est public, hors des statistiques protégées.',
    ar: 'المرجع والجهة ويوم الاستقبال هي وحدها اللازمة. ويُصرَّح بالمراحل الموالية أسفله، الآن أو لاحقا. لا يُنشر شيء عن حامل المشروع سوى إحصاءات محمية.',
    en: 'Only the reference, the region and the day of the welcome are needed. Further stages are declared below, now or later. Nothing of a project holder is public but protected statistics.',
  },
  reference: {
    fr: 'Votre référence du porteur de projet',
    ar: 'مرجعكم لحامل المشروع',
    en: 'Your reference of the project holder',
  },
  referenceHint: {
    fr: 'Une par personne. Jamais publique\u202f; les agents vérificateurs la lisent.',
    ar: 'مرجع واحد لكل شخص. لا يُنشر أبدا؛ ويقرؤه المكلفون بالتحقق.',
    en: 'One for each person. Never public; officers read it.',
  },
  region: { fr: 'Région du projet', ar: 'جهة المشروع', en: 'Region of the project' },
  welcomedOn: { fr: 'Jour de l’accueil', ar: 'يوم الاستقبال', en: 'Day of the welcome' },
  welcomedNeeded: {
    fr: 'Écrivez le jour de l’accueil.',
    ar: 'اكتبوا يوم الاستقبال.',
    en: 'Write the day of the welcome.',
  },
  details: {
    fr: 'Coordonnées et projet',
    ar: 'بيانات الاتصال والمشروع',
    en: 'Contact details and project',
  },
  detailsLead: {
    fr: 'Pour vous et les agents qui vérifient, et pour personne d’autre.',
    ar: 'لكم وللمكلفين بالتحقق، وليس لغيركم.',
    en: 'For you and the officers who verify, and for nobody else.',
  },
  fullName: { fr: 'Nom et prénom', ar: 'الاسم الكامل', en: 'Full name' },
  telephone: { fr: 'Téléphone', ar: 'الهاتف', en: 'Telephone' },
  email: { fr: 'Adresse e-mail', ar: 'البريد الإلكتروني', en: 'E-mail address' },
  project: { fr: 'Projet', ar: 'المشروع', en: 'Project' },
  save: { fr: 'Enregistrer ce porteur de projet', ar: 'حفظ حامل المشروع', en: 'Save this project holder' },
  saved: {
    fr: (reference: string) => `${isolated(reference)} est enregistré.`,
    ar: (reference: string) => `حُفظ ${isolated(reference)}.`,
    en: (reference: string) => `${isolated(reference)} is saved.`,
  },
  progress: { fr: 'Déclarer une étape', ar: 'التصريح بمرحلة', en: 'Declare a stage' },
  progressLead: {
    fr: 'D’un porteur de projet déclaré ci-dessus ou auparavant. Les étapes viennent dans leur ordre, chacune une fois\u202f; certaines peuvent manquer.',
    ar: 'لحامل مشروع صُرِّح به أعلاه أو من قبل. تأتي المراحل بترتيبها، كل واحدة مرة؛ ويمكن أن يغيب بعضها.',
    en: 'Of a project holder who was declared above or before. Stages come in their order, each once; some may be missing.',
  },
  stage: { fr: 'Étape', ar: 'المرحلة', en: 'Stage' },
  stageNeeded: { fr: 'Choisissez l’étape.', ar: 'اختاروا المرحلة.', en: 'Choose the stage.' },
  reachedOn: { fr: 'Jour de l’étape', ar: 'يوم بلوغ المرحلة', en: 'Day of the stage' },
  reachedNeeded: {
    fr: 'Écrivez le jour de l’étape.',
    ar: 'اكتبوا يوم المرحلة.',
    en: 'Write the day of the stage.',
  },
  leftReason: { fr: 'Pourquoi', ar: 'السبب', en: 'Why' },
  leftNeeded: { fr: 'Dites pourquoi.', ar: 'اذكروا السبب.', en: 'Say why.' },
  leftHint: {
    fr: 'Les agents vérificateurs et les auditeurs le lisent, le public non.',
    ar: 'يقرؤه المكلفون بالتحقق والمدققون، ولا يقرؤه العموم.',
    en: 'Officers and auditors read it, the public does not.',
  },
  saveStage: { fr: 'Enregistrer cette étape', ar: 'حفظ هذه المرحلة', en: 'Save this stage' },
  before: {
    fr: (stages: string) => `étapes vérifiées\u202f: ${stages}`,
    ar: (stages: string) => `مراحل متحقق منها: ${stages}`,
    en: (stages: string) => `verified stages: ${stages}`,
  },
  preview: {
    fr: 'Des porteurs de projets, rien\u202f: leurs nombres ne paraissent que dans des statistiques protégées.',
    ar: 'لا شيء عن حاملي المشاريع: لا تظهر أعدادهم إلا في إحصاءات محمية.',
    en: 'Of project holders, nothing: their numbers appear in protected statistics alone.',
  },
} satisfies Dictionary;
