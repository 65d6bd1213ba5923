import { isolated, type Dictionary } from '../lib/language';

/** How one comes in: by an invitation, by a password, by a new one. */
export const session = {
  signIn: { fr: 'Se connecter', ar: 'تسجيل الدخول', en: 'Sign in' },
  signOut: { fr: 'Se déconnecter', ar: 'تسجيل الخروج', en: 'Sign out' },
  lead: {
    fr: 'Pour ceux qui déclarent, vérifient ou tiennent le registre. Pour le lire, nul besoin de compte.',
    ar: 'لمن يصرّح أو يتحقق أو يسيّر السجل. أما قراءة السجل فلا تحتاج إلى حساب.',
    en: 'For those who declare, verify or keep the register. To read it nobody needs an account.',
  },
  already: {
    fr: (who: string) => `Vous êtes déjà connecté en tant que ${isolated(who)}.`,
    ar: (who: string) => `أنتم متصلون بالفعل باسم ${isolated(who)}.`,
    en: (who: string) => `You are signed in already, as ${isolated(who)}.`,
  },
  goOn: { fr: 'Continuer', ar: 'المتابعة', en: 'Go on' },
  joined: {
    fr: 'Votre compte est prêt. Connectez-vous avec le mot de passe que vous venez de choisir.',
    ar: 'حسابكم جاهز. سجلوا الدخول بكلمة السر التي اخترتموها للتو.',
    en: 'Your account is ready. Sign in with the password that you have just chosen.',
  },
  reset: {
    fr: 'Le nouveau mot de passe est enregistré, et toutes les sessions sont terminées. Connectez-vous avec lui.',
    ar: 'سُجلت كلمة السر الجديدة وانتهت جميع الجلسات. سجلوا الدخول بها.',
    en: 'The new password is set, and all sessions have ended. Sign in with it.',
  },
  second: { fr: 'Second facteur', ar: 'عامل التحقق الثاني', en: 'Second factor' },
  secondLead: {
    fr: 'Le mot de passe est bon. Il manque le code que montre votre application.',
    ar: 'كلمة السر صحيحة. بقي الرمز الذي يعرضه تطبيقكم.',
    en: 'The password is right. What is missing is the code that your app shows.',
  },
  code: { fr: 'Code', ar: 'الرمز', en: 'Code' },
  codeHint: {
    fr: 'Les six chiffres, avec ou sans espace. Sans votre téléphone, écrivez un de vos codes de secours\u202f: chacun sert une fois.',
    ar: 'الأرقام الستة، بفراغ أو بدونه. إن لم يكن هاتفكم معكم، فاكتبوا أحد رموز الاسترجاع: كل رمز يُستعمل مرة واحدة.',
    en: 'The six digits, with a space or without. Without your phone, write one of your recovery codes: each is good once.',
  },
  otherAccount: {
    fr: 'Recommencer avec une autre adresse',
    ar: 'البدء من جديد بعنوان آخر',
    en: 'Start again with another address',
  },
  needed: {
    fr: 'Cette page est pour ceux qui sont connectés',
    ar: 'هذه الصفحة لمن سجل الدخول',
    en: 'This page is for those who are signed in',
  },
  neededLead: {
    fr: 'Connectez-vous\u202f; vous reviendrez ensuite ici.',
    ar: 'سجلوا الدخول وستعودون بعد ذلك إلى هنا.',
    en: 'Sign in; you will then come back here.',
  },
  forbidden: {
    fr: 'Cette page n’est pas pour votre compte',
    ar: 'هذه الصفحة ليست لحسابكم',
    en: 'This page is not for your account',
  },
  forbiddenLead: {
    fr: 'Vos rôles ne la montrent pas, ou ils attendent encore un second facteur. Votre compte dit ce qu’il en est.',
    ar: 'أدواركم لا تتيحها، أو ما زالت تنتظر عامل تحقق ثانيا. تجدون التفاصيل في حسابكم.',
    en: 'Your roles do not show it, or they still wait for a second factor. Your account says which.',
  },
  forgottenLead: {
    fr: 'Écrivez l’adresse de votre compte\u202f: un lien pour choisir un nouveau mot de passe y sera envoyé.',
    ar: 'اكتبوا عنوان حسابكم: سيُرسل إليه رابط لاختيار كلمة سر جديدة.',
    en: 'Write the address of your account: a link by which to choose a new password will be sent there.',
  },
  send: { fr: 'Envoyer le lien', ar: 'إرسال الرابط', en: 'Send the link' },
  sent: {
    fr: (email: string) =>
      `Si un compte a l’adresse ${isolated(email)}, un lien y est envoyé. Il est valable une heure. Regardez aussi parmi les indésirables.`,
    ar: (email: string) =>
      `إن كان هناك حساب بالعنوان ${isolated(email)} فسيُرسل إليه رابط صالح لمدة ساعة. تحققوا أيضا من البريد غير المرغوب فيه.`,
    en: (email: string) =>
      `If an account has the address ${isolated(email)}, a link is on its way there. It is good for an hour. Look among the junk too.`,
  },
  setPassword: { fr: 'Enregistrer le mot de passe', ar: 'حفظ كلمة السر', en: 'Set the password' },
  newPasswordLead: {
    fr: 'Toutes vos sessions se terminent, et un courrier vous le dit.',
    ar: 'ستنتهي جميع جلساتكم، وتصلكم رسالة بذلك.',
    en: 'All of your sessions end, and a letter tells you so.',
  },
  invitationLead: {
    fr: 'Dites qui vous êtes et choisissez un mot de passe\u202f: votre compte est alors prêt.',
    ar: 'عرّفوا بأنفسكم واختاروا كلمة سر: يصبح حسابكم بذلك جاهزا.',
    en: 'Say who you are and choose a password: your account is then ready.',
  },
  accept: { fr: 'Accepter l’invitation', ar: 'قبول الدعوة', en: 'Take up the invitation' },
  noCode: {
    fr: 'Cette page s’ouvre par le lien d’un courrier. Ouvrez-le encore une fois, en entier.',
    ar: 'تُفتح هذه الصفحة برابط من رسالة. افتحوه مرة أخرى كاملا.',
    en: 'This page is opened by the link of a letter. Open it once more, whole.',
  },
  renew: { fr: 'Demander un nouveau lien', ar: 'طلب رابط جديد', en: 'Ask for a new link' },
  renewLead: {
    fr: 'Le délai de cette invitation est passé. Un nouveau lien peut être envoyé à la même adresse.',
    ar: 'انقضى أجل هذه الدعوة. يمكن إرسال رابط جديد إلى العنوان نفسه.',
    en: 'The time of this invitation has passed. A new link can be sent to the same address.',
  },
  renewed: {
    fr: 'Si l’invitation tient toujours, un nouveau lien est envoyé à son adresse. Il est valable 7 jours. Sinon, demandez à qui vous a invité.',
    ar: 'إن كانت الدعوة ما زالت قائمة فسيُرسل رابط جديد إلى عنوانها، صالح لسبعة أيام. وإلا فاسألوا من دعاكم.',
    en: 'If the invitation still stands, a new link is on its way to its address. It is good for 7 days. If not, ask whoever invited you.',
  },
} satisfies Dictionary;
