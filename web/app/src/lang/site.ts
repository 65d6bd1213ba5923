import { isolated, type Dictionary } from '../lib/language';

/** What stands around every page. */
export const site = {
  skip: { fr: 'Aller au contenu', ar: 'انتقل إلى المحتوى', en: 'Skip to content' },
  navigation: { fr: 'Le registre', ar: 'السجل', en: 'The register' },
  languages: { fr: 'Langues', ar: 'اللغات', en: 'Languages' },
  home: { fr: 'accueil', ar: 'الصفحة الرئيسية', en: 'home' },
  purpose: {
    fr: 'Registre ouvert des conventions d’emploi\u202f: ce qui a été promis, ce qui existe, et sur la parole de qui.',
    ar: 'سجل مفتوح لاتفاقيات التشغيل: ما وُعد به، وما تحقق، وبناء على قول مَن.',
    en: 'An open register of employment conventions: what was promised, what exists, and on whose word.',
  },
  method: {
    fr: 'Chaque fait indique sa source. Ce qu’aucune source ne publie est dit «\u202fnon publié\u202f»\u202f: jamais deviné, jamais réparti, jamais compté pour zéro.',
    ar: 'لكل معطى مصدره. وما لا ينشره أي مصدر يُكتب أمامه «غير منشور»: لا يُخمَّن ولا يوزَّع ولا يُحسب صفرا.',
    en: 'Every fact carries its source. What no source publishes is called “not published”: never guessed, never spread, never counted as zero.',
  },
  licence: {
    fr: 'Les faits du registre peuvent être repris sous la licence',
    ar: 'يمكن إعادة استعمال معطيات السجل بموجب رخصة',
    en: 'The register’s facts may be reused under the licence',
  },
  noOperator: {
    fr: 'Aucune institution n’exploite cette copie du registre. Ce n’est pas le site de l’ANAPEC.',
    ar: 'لا تدير أي مؤسسة هذه النسخة من السجل. وهذا الموقع ليس موقع الوكالة الوطنية لإنعاش التشغيل والكفاءات.',
    en: 'No institution runs this copy of the register. It is not ANAPEC’s site.',
  },
  operator: {
    fr: (name: string) => `Cette copie du registre est exploitée par ${isolated(name)}.`,
    ar: (name: string) => `الجهة التي تدير هذه النسخة من السجل: ${isolated(name)}.`,
    en: (name: string) => `This copy of the register is run by ${isolated(name)}.`,
  },
  contact: { fr: 'Contact', ar: 'اتصال', en: 'Contact' },
  legal: { fr: 'Mentions légales', ar: 'إشعارات قانونية', en: 'Legal notice' },
  sample: {
    fr: 'Données fictives\u202f: ces partenaires et ces chiffres n’existent pas. Ils montrent comment le registre se lit.',
    ar: 'بيانات خيالية: لا وجود لهؤلاء الشركاء ولا لهذه الأرقام. الغرض منها بيان كيفية قراءة السجل.',
    en: 'Sample data: these partners and figures do not exist. They show how the register reads.',
  },
  loading: { fr: 'Chargement…', ar: 'جارٍ التحميل…', en: 'Loading…' },
  translated: {
    fr: 'Les descriptions de cette page sont traduites par le registre.',
    ar: 'أوصاف هذه الصفحة من ترجمة السجل.',
    en: 'Descriptions on this page are translated by the register.',
  },
  showOriginals: { fr: 'Montrer les originaux', ar: 'عرض النصوص الأصلية', en: 'Show the originals' },
  failed: {
    fr: 'Les données n’ont pas pu être chargées',
    ar: 'تعذر تحميل البيانات',
    en: 'The data could not be loaded',
  },
  failedNetwork: {
    fr: 'Le registre n’a pas pu être joint. Vérifiez votre connexion, puis réessayez.',
    ar: 'تعذر الوصول إلى السجل. تحققوا من اتصالكم ثم أعيدوا المحاولة.',
    en: 'The register could not be reached. Check your connection, then try again.',
  },
  failedUnanswered: {
    fr: 'Le registre ne répond pas pour le moment. Réessayez dans un instant.',
    ar: 'لا يجيب السجل في الوقت الحالي. أعيدوا المحاولة بعد لحظة.',
    en: 'The register is not answering at the moment. Try again in a moment.',
  },
  failedOther: {
    fr: 'Le registre n’a pas pu répondre. La faute n’est pas de votre côté\u202f; réessayez dans un instant.',
    ar: 'لم يتمكن السجل من الجواب. الخطأ ليس من جانبكم؛ أعيدوا المحاولة بعد لحظة.',
    en: 'The register could not answer. The fault is not on your side; try again in a moment.',
  },
  errorCode: {
    fr: (code: string) => `Code de l’erreur\u202f: ${isolated(code)}`,
    ar: (code: string) => `رمز الخطأ: ${isolated(code)}`,
    en: (code: string) => `Error code: ${isolated(code)}`,
  },
  newTab: { fr: 'dans un nouvel onglet', ar: 'في علامة تبويب جديدة', en: 'in a new tab' },
  leave: {
    fr: 'Quitter cette page\u202f? Ce qui n’est pas encore envoyé ou noté sera perdu.',
    ar: 'مغادرة هذه الصفحة؟ سيضيع ما لم يُرسَل أو يُدوَّن بعد.',
    en: 'Leave this page? What is not sent or noted down yet will be lost.',
  },
  notRenewed: {
    fr: 'Cette page n’a pas pu être mise à jour\u202f: ce qu’elle montre peut être ancien.',
    ar: 'تعذّر تحديث هذه الصفحة: قد يكون ما تعرضه قديما.',
    en: 'This page could not be brought up to date: what it shows may be old.',
  },
  retry: { fr: 'Réessayer', ar: 'إعادة المحاولة', en: 'Try again' },
  toHome: { fr: 'Retour à l’accueil', ar: 'العودة إلى الصفحة الرئيسية', en: 'Back to the home page' },
} satisfies Dictionary;
