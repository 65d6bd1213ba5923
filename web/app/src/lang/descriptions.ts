import type { Words } from '../lib/language';
import type { PublicPage } from './pages';

/** What a search engine shows of each page that it is offered. The server alone writes it: the app's scripts go without. */
export const descriptions: Record<PublicPage, Words> = {
  home: {
    fr: 'De ce qui a été promis, qu’est-ce qui existe, et comment le sait-on\u202f? Chaque chiffre avec sa source.',
    ar: 'مما وُعد به، ماذا تحقق، وكيف نعرف ذلك؟ كل رقم مع مصدره.',
    en: 'Of what was promised, what exists, and how do we know? Every figure with its source.',
  },
  signings: {
    fr: 'Les cérémonies auxquelles des conventions d’emploi ont été signées, et ce qui y a été annoncé.',
    ar: 'المناسبات التي وُقعت فيها اتفاقيات التشغيل، وما أُعلن فيها.',
    en: 'The ceremonies at which employment conventions were signed, and what was announced there.',
  },
  signing: {
    fr: 'Ce qui a été promis à cette signature, par qui, et ce que dit chaque source.',
    ar: 'ما وُعد به في هذا التوقيع، ومن وعد به، وما يقوله كل مصدر.',
    en: 'What was promised at this signing, by whom, and what each source says.',
  },
  conventions: {
    fr: 'Les conventions du registre\u202f: ce qui est publié de chacune, et ce qui ne l’est pas.',
    ar: 'اتفاقيات السجل: ما نُشر عن كل واحدة منها وما لم يُنشر.',
    en: 'The conventions of the register: what is published of each, and what is not.',
  },
  convention: {
    fr: 'Ce qui est publié de cette convention, et ce qui ne l’est pas.',
    ar: 'ما نُشر عن هذه الاتفاقية وما لم يُنشر.',
    en: 'What is published of this convention, and what is not.',
  },
  partners: {
    fr: 'Les partenaires que les sources nomment\u202f: entreprises, fédérations, fondations, associations.',
    ar: 'الشركاء الذين تذكرهم المصادر: مقاولات وفيدراليات ومؤسسات وجمعيات.',
    en: 'The partners that the sources name: companies, federations, foundations, associations.',
  },
  partner: {
    fr: 'Ce que le registre sait de ce partenaire\u202f: ses noms, où il a signé, ses sources.',
    ar: 'ما يعرفه السجل عن هذا الشريك: أسماؤه وأين وقع ومصادر ذلك.',
    en: 'What the register knows of this partner: its names, where it signed, the sources.',
  },
  sources: {
    fr: 'Les documents publiés sur lesquels repose chaque fait du registre.',
    ar: 'الوثائق المنشورة التي يستند إليها كل معطى في السجل.',
    en: 'The published documents on which every fact of the register rests.',
  },
  source: {
    fr: 'Ce que dit cette source, et les faits du registre qu’elle appuie.',
    ar: 'ما يقوله هذا المصدر، ومعطيات السجل التي يدعمها.',
    en: 'What this source says, and the facts of the register that it supports.',
  },
  commitments: {
    fr: 'Les engagements du registre\u202f: objectif initial, objectif actuel, et leur source.',
    ar: 'التزامات السجل: الهدف الأول والهدف الحالي ومصدرهما.',
    en: 'The commitments of the register: first target, present target, and their source.',
  },
  commitment: {
    fr: 'L’engagement, l’historique de son objectif, sa répartition et ce qui est publié de sa réalisation.',
    ar: 'الالتزام وتطور هدفه وتوزيعه وما نُشر عن إنجازه.',
    en: 'The commitment, the history of its target, its allocation, and what is published of its delivery.',
  },
  regions: {
    fr: 'Les douze régions\u202f: leur population, et les conventions qui les nomment.',
    ar: 'الجهات الاثنتا عشرة: سكانها والاتفاقيات التي تذكرها.',
    en: 'The twelve regions: their population, and the conventions that name them.',
  },
  region: {
    fr: 'Les conventions qui nomment cette région, et les postes à pourvoir.',
    ar: 'الاتفاقيات التي تذكر هذه الجهة والمناصب الشاغرة فيها.',
    en: 'The conventions that name this region, and its openings.',
  },
  sectors: {
    fr: 'Les secteurs d’activité, et les conventions qui les nomment.',
    ar: 'قطاعات النشاط والاتفاقيات التي تذكرها.',
    en: 'The sectors of activity, and the conventions that name them.',
  },
  sector: {
    fr: 'Les conventions qui nomment ce secteur, et les postes à pourvoir.',
    ar: 'الاتفاقيات التي تذكر هذا القطاع والمناصب الشاغرة فيه.',
    en: 'The conventions that name this sector, and its openings.',
  },
  openings: {
    fr: 'Les postes à pourvoir sous les conventions, par région, et comment postuler.',
    ar: 'المناصب الشاغرة في إطار الاتفاقيات، حسب الجهة، وكيفية الترشح.',
    en: 'The openings under the conventions, by region, and how to apply.',
  },
  opening: {
    fr: 'Ce poste à pourvoir\u202f: où, jusqu’à quand, et comment postuler.',
    ar: 'هذا المنصب الشاغر: أين، وإلى متى، وكيفية الترشح.',
    en: 'This opening: where, until when, and how to apply.',
  },
  search: {
    fr: 'Chercher dans le registre, en français, en arabe et en anglais.',
    ar: 'البحث في السجل بالفرنسية والعربية والإنجليزية.',
    en: 'Search the register, in French, Arabic and English.',
  },
  persons: {
    fr: 'Ce que le registre conserve des personnes déclarées, pourquoi, qui le voit, jusqu’à quand, et comment demander.',
    ar: 'ما يحفظه السجل عن الأشخاص المصرح بهم، ولماذا، ومن يراه، وإلى متى، وكيف يُطلب.',
    en: 'What the register holds of those who were declared, why, who sees it, until when, and how to ask.',
  },
  developers: {
    fr: 'L’API du registre\u202f: un explorateur, des requêtes prêtes, le schéma, les limites et des exemples de code.',
    ar: 'واجهة برمجة السجل: مستكشف واستعلامات جاهزة والمخطط والحدود وأمثلة برمجية.',
    en: 'The register’s API: an explorer, ready queries, the schema, the limits and examples of code.',
  },
};
