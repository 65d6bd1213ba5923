import type { Words } from '../lib/language';

/**
 * Every page: its address below the language, its title and what a search engine shows of it. "{}" stands for the
 * thing's own name. The build writes this list to dist/pages.json, so that the server says the same in its HTML.
 */
export interface PageWords {
  pattern: string;
  noun?: 'signing' | 'convention' | 'partner' | 'source';
  title: Words;
  description: Words;
}

export type PageName =
  | 'home'
  | 'signings'
  | 'signing'
  | 'conventions'
  | 'convention'
  | 'partners'
  | 'partner'
  | 'sources'
  | 'source';

export const pages: Record<PageName, PageWords> = {
  home: {
    pattern: '/',
    title: {
      fr: 'Registre ouvert des conventions d’emploi',
      ar: 'ميثاق، سجل مفتوح لاتفاقيات التشغيل',
      en: 'Open register of employment conventions',
    },
    description: {
      fr: 'De ce qui a été promis, qu’est-ce qui existe, et comment le sait-on\u202f? Chaque chiffre avec sa source.',
      ar: 'مما وُعد به، ماذا تحقق، وكيف نعرف ذلك؟ كل رقم مع مصدره.',
      en: 'Of what was promised, what exists, and how do we know? Every figure with its source.',
    },
  },
  signings: {
    pattern: '/signings',
    title: { fr: 'Signatures', ar: 'التوقيعات', en: 'Signings' },
    description: {
      fr: 'Les cérémonies auxquelles des conventions d’emploi ont été signées, et ce qui y a été annoncé.',
      ar: 'المناسبات التي وُقعت فيها اتفاقيات التشغيل، وما أُعلن فيها.',
      en: 'The ceremonies at which employment conventions were signed, and what was announced there.',
    },
  },
  signing: {
    pattern: '/signings/:slug',
    noun: 'signing',
    title: { fr: '{}', ar: '{}', en: '{}' },
    description: {
      fr: 'Ce qui a été promis à cette signature, par qui, et ce que dit chaque source.',
      ar: 'ما وُعد به في هذا التوقيع، ومن وعد به، وما يقوله كل مصدر.',
      en: 'What was promised at this signing, by whom, and what each source says.',
    },
  },
  conventions: {
    pattern: '/conventions',
    title: { fr: 'Conventions', ar: 'الاتفاقيات', en: 'Conventions' },
    description: {
      fr: 'Les conventions du registre\u202f: ce qui est publié de chacune, et ce qui ne l’est pas.',
      ar: 'اتفاقيات السجل: ما نُشر عن كل واحدة منها وما لم يُنشر.',
      en: 'The conventions of the register: what is published of each, and what is not.',
    },
  },
  convention: {
    pattern: '/conventions/:slug',
    noun: 'convention',
    title: { fr: 'Convention {}', ar: 'الاتفاقية {}', en: 'Convention {}' },
    description: {
      fr: 'Ce qui est publié de cette convention, et ce qui ne l’est pas.',
      ar: 'ما نُشر عن هذه الاتفاقية وما لم يُنشر.',
      en: 'What is published of this convention, and what is not.',
    },
  },
  partners: {
    pattern: '/partners',
    title: { fr: 'Partenaires', ar: 'الشركاء', en: 'Partners' },
    description: {
      fr: 'Les partenaires que les sources nomment\u202f: entreprises, fédérations, fondations, associations.',
      ar: 'الشركاء الذين تذكرهم المصادر: مقاولات وفيدراليات ومؤسسات وجمعيات.',
      en: 'The partners that the sources name: companies, federations, foundations, associations.',
    },
  },
  partner: {
    pattern: '/partners/:slug',
    noun: 'partner',
    title: { fr: '{}', ar: '{}', en: '{}' },
    description: {
      fr: 'Ce que le registre sait de ce partenaire\u202f: ses noms, où il a signé, ses sources.',
      ar: 'ما يعرفه السجل عن هذا الشريك: أسماؤه وأين وقع ومصادر ذلك.',
      en: 'What the register knows of this partner: its names, where it signed, the sources.',
    },
  },
  sources: {
    pattern: '/sources',
    title: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
    description: {
      fr: 'Les documents publiés sur lesquels repose chaque fait du registre.',
      ar: 'الوثائق المنشورة التي يستند إليها كل معطى في السجل.',
      en: 'The published documents on which every fact of the register rests.',
    },
  },
  source: {
    pattern: '/sources/:slug',
    noun: 'source',
    title: { fr: '{}', ar: '{}', en: '{}' },
    description: {
      fr: 'Ce que dit cette source, et les faits du registre qu’elle appuie.',
      ar: 'ما يقوله هذا المصدر، ومعطيات السجل التي يدعمها.',
      en: 'What this source says, and the facts of the register that it supports.',
    },
  },
};

/** Where an address leads to nothing. */
export const notFound: PageWords = {
  pattern: '/404',
  title: { fr: 'Page introuvable', ar: 'الصفحة غير موجودة', en: 'Page not found' },
  description: {
    fr: 'Le registre n’a rien à cette adresse.',
    ar: 'لا شيء في السجل تحت هذا العنوان.',
    en: 'The register has nothing at this address.',
  },
};

/** The document's title, as the server writes it too. */
export const fullTitle = (title: string): string => `${title} · Mithaq`;
