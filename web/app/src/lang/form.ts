import type { Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const wrong: Counted = {
  fr: { one: 'Il y a {} erreur', other: 'Il y a {} erreurs' },
  ar: {
    zero: 'لا خطأ',
    one: 'هناك خطأ واحد',
    two: 'هناك خطآن',
    few: 'هناك {} أخطاء',
    many: 'هناك {} خطأ',
    other: 'هناك {} خطأ',
  },
  en: { one: 'There is {} error', other: 'There are {} errors' },
};

/** What every form says. */
export const form = {
  /** Before the title of the document, and before what is wrong with a field. */
  error: { fr: 'Erreur\u202f:', ar: 'خطأ:', en: 'Error:' },
  wrong,
  busy: { fr: 'Un instant…', ar: 'لحظة…', en: 'One moment…' },
  show: { fr: 'Montrer', ar: 'إظهار', en: 'Show' },
  hide: { fr: 'Cacher', ar: 'إخفاء', en: 'Hide' },
  choose: { fr: 'Choisissez', ar: 'اختاروا', en: 'Choose' },
  changedMeanwhile: {
    fr: 'Quelqu’un y a changé quelque chose entre-temps\u202f: regardez, puis recommencez.',
    ar: 'غيّر شخص آخر شيئا فيه في غضون ذلك: انظروا ثم أعيدوا المحاولة.',
    en: 'Somebody has changed something about it meanwhile: look at it, then try again.',
  },
  keep: { fr: 'Non, ne rien changer', ar: 'لا، دون تغيير', en: 'No, change nothing' },
  email: { fr: 'Adresse e-mail', ar: 'عنوان البريد الإلكتروني', en: 'E-mail address' },
  emailNeeded: {
    fr: 'Écrivez l’adresse e-mail.',
    ar: 'اكتبوا عنوان البريد الإلكتروني.',
    en: 'Write the e-mail address.',
  },
  password: { fr: 'Mot de passe', ar: 'كلمة السر', en: 'Password' },
  passwordNeeded: { fr: 'Écrivez le mot de passe.', ar: 'اكتبوا كلمة السر.', en: 'Write the password.' },
  newPassword: { fr: 'Nouveau mot de passe', ar: 'كلمة السر الجديدة', en: 'New password' },
  passwordRules: {
    fr: '12 caractères au moins, espaces compris. Plusieurs mots sans rapport entre eux se retiennent bien. Ni votre nom, ni votre adresse, ni un mot de passe que tout le monde essaie.',
    ar: '12 حرفا على الأقل، بما فيها الفراغات. عدة كلمات لا رابط بينها يسهل تذكرها. لا اسمكم ولا عنوانكم ولا كلمة سر يجربها الجميع.',
    en: '12 characters at least, spaces included. Several words that have nothing to do with each other are easy to keep in mind. Not your name, your address, or a password that everybody tries.',
  },
  name: { fr: 'Nom', ar: 'الاسم', en: 'Name' },
  nameHint: {
    fr: 'Comme vos collègues vous appellent.',
    ar: 'كما يناديكم زملاؤكم.',
    en: 'As your colleagues call you.',
  },
  nameNeeded: { fr: 'Écrivez un nom.', ar: 'اكتبوا اسما.', en: 'Write a name.' },
  language: { fr: 'Langue des courriers', ar: 'لغة الرسائل', en: 'Language of letters' },
  code: { fr: 'Code à six chiffres', ar: 'رمز من ستة أرقام', en: 'Six-digit code' },
  codeNeeded: { fr: 'Écrivez le code.', ar: 'اكتبوا الرمز.', en: 'Write the code.' },
} satisfies Dictionary;
