import type { Education, Gender, IdentityKind, SituationBefore } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';

export const identityKinds: Record<IdentityKind, Words> = {
  NATIONAL_CARD: { fr: 'carte nationale', ar: 'البطاقة الوطنية', en: 'national card' },
  RESIDENCE_CARD: { fr: 'carte de séjour', ar: 'بطاقة الإقامة', en: 'residence card' },
  PASSPORT: { fr: 'passeport', ar: 'جواز السفر', en: 'passport' },
  NONE: { fr: 'aucune', ar: 'بدون', en: 'none' },
};

export const genders: Record<Gender, Words> = {
  FEMALE: { fr: 'femme', ar: 'امرأة', en: 'woman' },
  MALE: { fr: 'homme', ar: 'رجل', en: 'man' },
  UNKNOWN: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
};

export const educations: Record<Education, Words> = {
  NONE: { fr: 'aucun', ar: 'بدون', en: 'none' },
  BELOW_BACCALAUREATE: {
    fr: 'inférieur au baccalauréat',
    ar: 'دون الباكالوريا',
    en: 'below the baccalaureate',
  },
  VOCATIONAL: { fr: 'formation professionnelle', ar: 'تكوين مهني', en: 'vocational' },
  BACCALAUREATE: { fr: 'baccalauréat', ar: 'الباكالوريا', en: 'baccalaureate' },
  HIGHER: { fr: 'supérieur', ar: 'تعليم عال', en: 'higher' },
  UNKNOWN: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
};

export const situations: Record<SituationBefore, Words> = {
  NEET: {
    fr: 'ni en emploi, ni en études, ni en formation',
    ar: 'لا في شغل ولا في دراسة ولا في تكوين',
    en: 'not in employment, education or training',
  },
  UNEMPLOYED: { fr: 'au chômage', ar: 'عاطل عن العمل', en: 'out of work' },
  STUDENT: { fr: 'en études', ar: 'في الدراسة', en: 'student' },
  EMPLOYED: { fr: 'en emploi', ar: 'في شغل', en: 'employed' },
  UNKNOWN: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
};

/** The form of one job: what is asked, and who will read it. */
export const jobForm = {
  add: { fr: 'Ajouter un emploi', ar: 'إضافة منصب شغل', en: 'Add a job' },
  changeTitle: {
    fr: (reference: string) => `Modifier ${isolated(reference)}`,
    ar: (reference: string) => `تعديل ${isolated(reference)}`,
    en: (reference: string) => `Change ${isolated(reference)}`,
  },
  lead: {
    fr: 'Seuls la référence, la région, le type de contrat et le début sont nécessaires. Ce que vous laissez vide est «\u202fnon connu\u202f».',
    ar: 'المرجع والجهة ونوع العقد والبداية هي وحدها اللازمة. وما تتركونه فارغا يُعد «غير معروف».',
    en: 'Only the reference, the region, the contract kind and the start are needed. What you leave empty is “not known”.',
  },
  save: { fr: 'Enregistrer cet emploi', ar: 'حفظ هذا المنصب', en: 'Save this job' },
  saved: {
    fr: (reference: string) =>
      `${isolated(reference)} est enregistré. Le formulaire garde ce qui est commun\u202f: écrivez la référence de l’emploi suivant.`,
    ar: (reference: string) =>
      `حُفظ ${isolated(reference)}. تحتفظ الاستمارة بما هو مشترك: اكتبوا مرجع المنصب الموالي.`,
    en: (reference: string) =>
      `${isolated(reference)} is saved. The form keeps what is common: write the reference of the next job.`,
  },
  changed: {
    fr: (reference: string) => `${isolated(reference)} est enregistré.`,
    ar: (reference: string) => `حُفظ ${isolated(reference)}.`,
    en: (reference: string) => `${isolated(reference)} is saved.`,
  },
  reference: { fr: 'Votre référence', ar: 'مرجعكم', en: 'Your reference' },
  referenceHint: {
    fr: 'Comme dans votre paie, une par emploi. Jamais publique\u202f; les agents vérificateurs la lisent.',
    ar: 'كما في كشف الأجور، واحد لكل منصب. لا يُنشر أبدا؛ ويقرؤه المكلفون بالتحقق.',
    en: 'As in your payroll, one for each job. Never public; officers read it.',
  },
  referenceNeeded: { fr: 'Écrivez votre référence.', ar: 'اكتبوا مرجعكم.', en: 'Write your reference.' },
  region: { fr: 'Région du lieu de travail', ar: 'جهة مكان العمل', en: 'Region of the workplace' },
  regionNeeded: { fr: 'Choisissez la région.', ar: 'اختاروا الجهة.', en: 'Choose the region.' },
  contract: { fr: 'Type de contrat', ar: 'نوع العقد', en: 'Contract kind' },
  contractNeeded: {
    fr: 'Choisissez le type de contrat.',
    ar: 'اختاروا نوع العقد.',
    en: 'Choose the contract kind.',
  },
  startedOn: { fr: 'Début', ar: 'البداية', en: 'Start' },
  startedNeeded: {
    fr: 'Écrivez le jour du début.',
    ar: 'اكتبوا يوم البداية.',
    en: 'Write the day of the start.',
  },
  startedHint: {
    fr: 'Le public n’en voit que le mois.',
    ar: 'لا يرى العموم منه سوى الشهر.',
    en: 'The public sees the month alone.',
  },
  endedOn: { fr: 'Fin, si elle est venue', ar: 'النهاية، إن حلت', en: 'End, if it has come' },
  until: {
    fr: (day: string) => `jusqu’au ${day}`,
    ar: (day: string) => `إلى غاية ${day}`,
    en: (day: string) => `until ${day}`,
  },
  addEnd: { fr: 'Déclarer la fin d’un emploi', ar: 'التصريح بنهاية منصب', en: 'Declare the end of a job' },
  endedReference: { fr: 'Votre référence de l’emploi', ar: 'مرجعكم للمنصب', en: 'Your reference of the job' },
  endedHint: {
    fr: 'Celle sous laquelle il a été déclaré. L’emploi reste compté\u202f; sa fin n’est pas publique.',
    ar: 'المرجع الذي صُرِّح به. يبقى المنصب محسوبا، ونهايته غير علنية.',
    en: 'The one under which it was declared. The job stays counted; its end is not public.',
  },
  lastDay: { fr: 'Dernier jour', ar: 'اليوم الأخير', en: 'Last day' },
  lastDayNeeded: { fr: 'Écrivez le dernier jour.', ar: 'اكتبوا اليوم الأخير.', en: 'Write the last day.' },
  saveEnd: { fr: 'Enregistrer cette fin', ar: 'حفظ هذه النهاية', en: 'Save this end' },
  endSaved: {
    fr: (reference: string) => `La fin de ${isolated(reference)} est enregistrée.`,
    ar: (reference: string) => `حُفظت نهاية ${isolated(reference)}.`,
    en: (reference: string) => `The end of ${isolated(reference)} is saved.`,
  },
  isEnd: { fr: 'fin d’un emploi', ar: 'نهاية منصب', en: 'end of a job' },
  employer: { fr: 'Employeur', ar: 'المشغل', en: 'Employer' },
  undertaking: {
    fr: 'Entreprise où se fait le travail',
    ar: 'المقاولة التي يُنجز فيها الشغل',
    en: 'Undertaking where the work is',
  },
  occupation: { fr: 'Métier', ar: 'المهنة', en: 'Occupation' },
  group: { fr: 'Groupe de métiers', ar: 'مجموعة المهن', en: 'Group of occupations' },
  sector: { fr: 'Secteur', ar: 'القطاع', en: 'Sector' },
  refills: {
    fr: 'Référence de l’emploi remplacé',
    ar: 'مرجع المنصب المعوَّض',
    en: 'Reference of the job that it refills',
  },
  refillsHint: {
    fr: 'Seulement si quelqu’un occupait ce poste avant\u202f: le poste compte alors une fois.',
    ar: 'فقط إن كان أحد يشغل هذا المنصب من قبل: فيُحسب المنصب مرة واحدة.',
    en: 'Only if somebody was on this post before: the post then counts once.',
  },
  person: { fr: 'La personne', ar: 'الشخص', en: 'The person' },
  personLead: {
    fr: 'Sert à ce que personne ne soit compté deux fois, et à des statistiques protégées. Du numéro, le registre ne garde qu’une empreinte et les deux derniers caractères.',
    ar: 'لكي لا يُحسب أحد مرتين، ولإحصاءات محمية. لا يحتفظ السجل من الرقم إلا ببصمة وبآخر حرفين منه.',
    en: 'So that nobody is counted twice, and for protected statistics. Of the number the register keeps a fingerprint and the last two characters alone.',
  },
  identityKind: { fr: 'Pièce d’identité', ar: 'وثيقة الهوية', en: 'Identity document' },
  identityNumber: { fr: 'Numéro de la pièce', ar: 'رقم الوثيقة', en: 'Number of the document' },
  numberKept: {
    fr: (ending: string) => `Laissez vide pour garder celui qui finit par ${isolated(ending)}.`,
    ar: (ending: string) => `اتركوه فارغا للاحتفاظ بالرقم المنتهي بـ ${isolated(ending)}.`,
    en: (ending: string) => `Leave it empty to keep the one that ends in ${isolated(ending)}.`,
  },
  gender: { fr: 'Genre', ar: 'الجنس', en: 'Gender' },
  birthYear: { fr: 'Année de naissance', ar: 'سنة الازدياد', en: 'Year of birth' },
  education: { fr: 'Niveau d’études', ar: 'المستوى الدراسي', en: 'Education' },
  situation: { fr: 'Situation avant', ar: 'الوضعية السابقة', en: 'Situation before' },
  notKnown: { fr: 'non connu', ar: 'غير معروف', en: 'not known' },
  theirs: {
    fr: 'Un collègue a enregistré entre-temps',
    ar: 'حفظ زميل في غضون ذلك',
    en: 'A colleague has saved meanwhile',
  },
  theirsLead: {
    fr: 'Vos réponses sont toujours dans le formulaire. Enregistrez pour les mettre à la place des siennes, ou gardez les siennes.',
    ar: 'أجوبتكم لا تزال في الاستمارة. احفظوها لتحل محل أجوبته، أو احتفظوا بأجوبته.',
    en: 'Your answers are still in the form. Save to put them in the place of theirs, or keep theirs.',
  },
  keepTheirs: { fr: 'Garder les siennes', ar: 'الاحتفاظ بأجوبته', en: 'Keep theirs' },
} satisfies Dictionary;
