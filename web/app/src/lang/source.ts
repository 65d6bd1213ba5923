import type { Dictionary } from '../lib/language';

export const source = {
  plural: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
  lead: {
    fr: 'Les documents publiés sur lesquels reposent les faits de ce registre. Une nouvelle source s’ajoute\u202f; aucune n’est retirée.',
    ar: 'الوثائق المنشورة التي تستند إليها معطيات هذا السجل. تُضاف المصادر الجديدة ولا يُحذف أي مصدر.',
    en: 'The published documents that the facts of this register rest on. A new source is added; none is removed.',
  },
  none: {
    fr: 'Aucune source dans ce registre.',
    ar: 'لا مصدر في هذا السجل.',
    en: 'No source in this register.',
  },
  noTitle: {
    fr: 'titre non enregistré',
    ar: 'العنوان غير مسجل',
    en: 'title not recorded',
  },
  noDate: {
    fr: 'date de publication non enregistrée',
    ar: 'تاريخ النشر غير مسجل',
    en: 'publication date not recorded',
  },
  author: { fr: 'Auteur', ar: 'الكاتب', en: 'Author' },
  publishedOn: { fr: 'Publiée', ar: 'تاريخ النشر', en: 'Published' },
  language: { fr: 'Langue', ar: 'اللغة', en: 'Language' },
  address: { fr: 'Adresse', ar: 'العنوان الإلكتروني', en: 'Address' },
  abridged: {
    fr: 'adresse abrégée dans le registre\u202f: elle ne mène pas au document',
    ar: 'العنوان مختصر في السجل: لا يؤدي إلى الوثيقة',
    en: 'address abridged in the register: it does not lead to the document',
  },
  toSite: {
    fr: 'mène au site, non au document',
    ar: 'يؤدي إلى الموقع لا إلى الوثيقة',
    en: 'leads to the site, not the document',
  },
  toDocument: { fr: 'mène au document', ar: 'يؤدي إلى الوثيقة', en: 'leads to the document' },
  readOn: { fr: 'Lue pour le registre', ar: 'تاريخ القراءة للسجل', en: 'Read for the register' },
  claims: { fr: 'Ce qu’elle dit', ar: 'ما يقوله', en: 'What it says' },
  noClaims: {
    fr: 'Elle ne dit rien d’une signature\u202f: c’est une source de référence.',
    ar: 'لا يتحدث عن أي توقيع: هو مصدر مرجعي.',
    en: 'It says nothing of a signing: it is a reference source.',
  },
  citations: { fr: 'Les faits qu’elle appuie', ar: 'المعطيات التي يدعمها', en: 'The facts that it supports' },
  noCitations: {
    fr: 'Aucun fait du registre ne la cite.',
    ar: 'لا يحيل عليه أي معطى في السجل.',
    en: 'No fact of the register cites it.',
  },
  signings: {
    fr: 'Signatures dont elle parle',
    ar: 'التوقيعات التي يتحدث عنها',
    en: 'Signings that it speaks of',
  },
} satisfies Dictionary;
