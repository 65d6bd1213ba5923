import { isolated, type Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const ended: Counted = {
  fr: {
    zero: 'Il n’y avait pas d’autre session.',
    one: '{} autre session est terminée.',
    other: '{} autres sessions sont terminées.',
  },
  ar: {
    zero: 'لم تكن هناك جلسة أخرى.',
    one: 'انتهت جلسة أخرى واحدة.',
    two: 'انتهت جلستان أخريان.',
    few: 'انتهت {} جلسات أخرى.',
    many: 'انتهت {} جلسة أخرى.',
    other: 'انتهت {} جلسة أخرى.',
  },
  en: {
    zero: 'There was no other session.',
    one: '{} other session has ended.',
    other: '{} other sessions have ended.',
  },
};

const recoveryLeft: Counted = {
  fr: {
    zero: 'Il ne reste aucun code de secours.',
    one: 'Il reste {} code de secours.',
    other: 'Il reste {} codes de secours.',
  },
  ar: {
    zero: 'لم يبق أي رمز استرجاع.',
    one: 'بقي رمز استرجاع واحد.',
    two: 'بقي رمزا استرجاع.',
    few: 'بقيت {} رموز استرجاع.',
    many: 'بقي {} رمز استرجاع.',
    other: 'بقي {} رمز استرجاع.',
  },
  en: {
    zero: 'No recovery code is left.',
    one: '{} recovery code is left.',
    other: '{} recovery codes are left.',
  },
};

/** One's own account. */
export const account = {
  spaces: { fr: 'Vos espaces', ar: 'فضاءاتكم', en: 'Your spaces' },
  you: {
    fr: (email: string) => `Vous êtes connecté avec l’adresse ${isolated(email)}.`,
    ar: (email: string) => `أنتم متصلون بالعنوان ${isolated(email)}.`,
    en: (email: string) => `You are signed in with the address ${isolated(email)}.`,
  },
  roles: { fr: 'Vos rôles', ar: 'أدواركم', en: 'Your roles' },
  waiting: {
    fr: 'Vos rôles attendent\u202f: un agent vérificateur, un auditeur ou un administrateur ne peut rien faire avant d’avoir un second facteur. Il s’installe ci-dessous, en une minute.',
    ar: 'أدواركم في الانتظار: لا يستطيع المكلف بالتحقق ولا المدقق ولا مدير السجل فعل أي شيء قبل إعداد عامل تحقق ثان. يتم ذلك أدناه في دقيقة.',
    en: 'Your roles wait: an officer, an auditor or an administrator can do nothing before there is a second factor. It is set up below, in a minute.',
  },
  toFactor: {
    fr: 'Installer le second facteur',
    ar: 'إعداد عامل التحقق الثاني',
    en: 'Set up the second factor',
  },
  name: { fr: 'Nom et langue', ar: 'الاسم واللغة', en: 'Name and language' },
  save: { fr: 'Enregistrer', ar: 'حفظ', en: 'Save' },
  saved: {
    fr: 'C’est enregistré. Vos prochains courriers en tiendront compte.',
    ar: 'تم الحفظ. ستراعى هذه المعطيات في رسائلكم المقبلة.',
    en: 'It is saved. Your next letters will go by it.',
  },
  password: { fr: 'Mot de passe', ar: 'كلمة السر', en: 'Password' },
  current: { fr: 'Mot de passe actuel', ar: 'كلمة السر الحالية', en: 'Present password' },
  change: { fr: 'Changer le mot de passe', ar: 'تغيير كلمة السر', en: 'Change the password' },
  changed: {
    fr: 'Le mot de passe est changé, et un courrier vous le dit.',
    ar: 'تغيرت كلمة السر، وستصلكم رسالة بذلك.',
    en: 'The password is changed, and a letter tells you so.',
  },
  ended,
  factor: { fr: 'Second facteur', ar: 'عامل التحقق الثاني', en: 'Second factor' },
  factorLead: {
    fr: 'En plus du mot de passe, un code que montre une application sur votre téléphone. Qui apprend votre mot de passe n’entre pas pour autant.',
    ar: 'إضافة إلى كلمة السر، رمز يعرضه تطبيق في هاتفكم. فلا يكفي أن يعرف أحد كلمة السر ليدخل.',
    en: 'Beside the password, a code that an app on your phone shows. Who learns your password does not get in by it alone.',
  },
  has: {
    fr: 'Il est installé. En installer un autre met fin à celui-ci et à ses codes de secours.',
    ar: 'تم إعداده. وإعداد عامل آخر ينهي العامل الحالي ورموز استرجاعه.',
    en: 'It is set up. Setting up another ends this one and its recovery codes.',
  },
  hasNot: { fr: 'Il n’y en a pas encore.', ar: 'لا يوجد بعد.', en: 'There is none yet.' },
  recoveryLeft,
  begin: { fr: 'Commencer', ar: 'البدء', en: 'Begin' },
  beginHint: {
    fr: 'Pour être sûr que c’est bien vous.',
    ar: 'للتأكد من هويتكم.',
    en: 'To be sure that it is you.',
  },
  scan: {
    fr: 'Ouvrez une application de codes (TOTP) sur votre téléphone et visez cette image. Si elle ne peut pas la lire, tapez-y la clé.',
    ar: 'افتحوا تطبيق رموز (TOTP) في هاتفكم ووجهوه نحو هذه الصورة. وإن تعذرت قراءتها فاكتبوا فيه المفتاح.',
    en: 'Open an app for codes (TOTP) on your phone and point it at this picture. If it cannot read that, type the key into it.',
  },
  picture: {
    fr: 'Image à lire par l’application\u202f; la clé dit la même chose.',
    ar: 'صورة يقرؤها التطبيق؛ والمفتاح يؤدي الغرض نفسه.',
    en: 'A picture for the app to read; the key says the same.',
  },
  openApp: { fr: 'Ouvrir dans l’application', ar: 'الفتح في التطبيق', en: 'Open in the app' },
  key: { fr: 'Clé', ar: 'المفتاح', en: 'Key' },
  presentCode: {
    fr: 'Code du second facteur actuel',
    ar: 'رمز عامل التحقق الثاني الحالي',
    en: 'Code of the present second factor',
  },
  codeHint: {
    fr: 'Celui que l’application montre maintenant, avec ou sans espace.',
    ar: 'الرمز الذي يعرضه التطبيق الآن، بفراغ أو بدونه.',
    en: 'The one that the app shows now, with a space or without.',
  },
  confirm: { fr: 'Confirmer le code', ar: 'تأكيد الرمز', en: 'Confirm the code' },
  recovery: { fr: 'Codes de secours', ar: 'رموز الاسترجاع', en: 'Recovery codes' },
  recoveryLead: {
    fr: 'Le second facteur est installé. Ces codes ne sont montrés que cette fois\u202f: sans votre téléphone, chacun remplace une fois celui de l’application. Gardez-les ailleurs que dans le téléphone.',
    ar: 'تم إعداد عامل التحقق الثاني. لا تُعرض هذه الرموز إلا هذه المرة: إن لم يكن هاتفكم معكم، يعوض كل منها رمز التطبيق مرة واحدة. احفظوها خارج الهاتف.',
    en: 'The second factor is set up. These codes are shown this once: without your phone, each replaces one of the app’s, once. Keep them elsewhere than in the phone.',
  },
  print: { fr: 'Imprimer', ar: 'طباعة', en: 'Print' },
  keepFile: { fr: 'Enregistrer en fichier texte', ar: 'حفظ في ملف نصي', en: 'Save as a text file' },
  kept: { fr: 'Je les ai gardés', ar: 'احتفظت بها', en: 'I have kept them' },
  sessions: { fr: 'Sessions', ar: 'الجلسات', en: 'Sessions' },
  sessionsLead: {
    fr: 'Les navigateurs où vous êtes connecté. Une session se termine après 30 minutes sans rien demander, et au plus tard après 12 heures.',
    ar: 'المتصفحات التي سجلتم الدخول فيها. تنتهي الجلسة بعد 30 دقيقة دون أي طلب، وبعد 12 ساعة على الأكثر.',
    en: 'The browsers in which you are signed in. A session ends after 30 minutes in which nothing is asked, and after 12 hours at the latest.',
  },
  thisOne: { fr: 'cette session', ar: 'هذه الجلسة', en: 'this session' },
  device: { fr: 'Navigateur inconnu', ar: 'متصفح غير معروف', en: 'Unknown browser' },
  started: { fr: 'ouverte le', ar: 'بدأت في', en: 'opened on' },
  seen: { fr: 'vue pour la dernière fois le', ar: 'آخر نشاط في', en: 'last seen on' },
  end: { fr: 'Terminer', ar: 'إنهاء', en: 'End' },
  endedOne: { fr: 'La session est terminée.', ar: 'انتهت الجلسة.', en: 'The session has ended.' },
  endOthers: {
    fr: 'Terminer toutes les autres',
    ar: 'إنهاء جميع الجلسات الأخرى',
    en: 'End all others',
  },
} satisfies Dictionary;
