import type { Role } from '../gql/graphql';
import { isolated, type Dictionary, type Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const roles: Record<Role, Words> = {
  PARTNER_MEMBER: { fr: 'membre du partenaire', ar: 'عضو لدى الشريك', en: 'partner member' },
  PARTNER_ADMINISTRATOR: {
    fr: 'administrateur du partenaire',
    ar: 'مدير لدى الشريك',
    en: 'partner administrator',
  },
  OFFICER: { fr: 'agent vérificateur', ar: 'مكلف بالتحقق', en: 'officer' },
  AUDITOR: { fr: 'auditeur', ar: 'مدقق', en: 'auditor' },
  ADMINISTRATOR: { fr: 'administrateur', ar: 'مدير السجل', en: 'administrator' },
};

/** What each role lets one do. */
export const roleMeanings: Record<Role, Words> = {
  PARTNER_MEMBER: {
    fr: 'Déclare pour un partenaire.',
    ar: 'يصرّح باسم شريك.',
    en: 'Declares for a partner.',
  },
  PARTNER_ADMINISTRATOR: {
    fr: 'Déclare pour un partenaire, et invite ses collègues.',
    ar: 'يصرّح باسم شريك ويدعو زملاءه.',
    en: 'Declares for a partner, and invites its people.',
  },
  OFFICER: {
    fr: 'Vérifie ce qui est déclaré, dans toutes les régions ou dans une.',
    ar: 'يتحقق مما يُصرّح به، في جميع الجهات أو في جهة واحدة.',
    en: 'Verifies what is declared, in all regions or in one.',
  },
  AUDITOR: {
    fr: 'Lit un périmètre jusqu’à un jour donné, et n’écrit rien.',
    ar: 'يقرأ نطاقا محددا إلى يوم معين، ولا يكتب شيئا.',
    en: 'Reads a scope until a day, and writes nothing.',
  },
  ADMINISTRATOR: { fr: 'Tient le registre.', ar: 'يسيّر السجل.', en: 'Keeps the register.' },
};

const accountsCounted: Counted = {
  fr: { one: '{} compte', other: '{} comptes' },
  ar: {
    zero: 'لا حساب',
    one: 'حساب واحد',
    two: 'حسابان',
    few: '{} حسابات',
    many: '{} حسابا',
    other: '{} حساب',
  },
  en: { one: '{} account', other: '{} accounts' },
};

/** People, what they may do, and how they are invited. */
export const people = {
  publicPage: {
    fr: 'Ce que tout le monde voit de ce partenaire',
    ar: 'ما يراه الجميع عن هذا الشريك',
    en: 'What everyone sees of this partner',
  },
  plural: { fr: 'Personnes', ar: 'الأشخاص', en: 'People' },
  counted: accountsCounted,
  accountsLead: {
    fr: 'Qui peut se connecter, et comme quoi.',
    ar: 'من يستطيع تسجيل الدخول، وبأي صفة.',
    en: 'Who can sign in, and as what.',
  },
  none: { fr: 'Personne encore.', ar: 'لا أحد بعد.', en: 'Nobody yet.' },
  notNamed: {
    fr: 'invitation pas encore acceptée',
    ar: 'لم تُقبل الدعوة بعد',
    en: 'invitation not yet taken up',
  },
  invited: { fr: 'invité', ar: 'مدعو', en: 'invited' },
  joined: { fr: 'actif', ar: 'نشط', en: 'joined' },
  closed: { fr: 'fermé', ar: 'مغلق', en: 'closed' },
  state: { fr: 'État', ar: 'الحالة', en: 'State' },
  roles: { fr: 'Rôles', ar: 'الأدوار', en: 'Roles' },
  noRole: { fr: 'aucun rôle', ar: 'لا دور', en: 'no role' },
  who: { fr: 'Compte', ar: 'الحساب', en: 'Account' },
  second: { fr: 'Second facteur', ar: 'عامل التحقق الثاني', en: 'Second factor' },
  yes: { fr: 'oui', ar: 'نعم', en: 'yes' },
  no: { fr: 'non', ar: 'لا', en: 'no' },
  deeds: { fr: 'Actions', ar: 'إجراءات', en: 'Actions' },
  until: {
    fr: (when: string) => `jusqu’au ${when} inclus`,
    ar: (when: string) => `إلى غاية ${when}`,
    en: (when: string) => `until ${when}, that day included`,
  },
  wholeCountry: { fr: 'toutes les régions', ar: 'جميع الجهات', en: 'all regions' },
  invite: { fr: 'Inviter', ar: 'دعوة', en: 'Invite' },
  invitePerson: { fr: 'Inviter quelqu’un', ar: 'دعوة شخص', en: 'Invite somebody' },
  inviteColleague: { fr: 'Inviter un collègue', ar: 'دعوة زميل', en: 'Invite a colleague' },
  inviteHint: {
    fr: 'L’adresse sert à se connecter. Les gens de ce partenaire et les administrateurs du registre la voient.',
    ar: 'يُستعمل العنوان لتسجيل الدخول. يراه أعضاء هذا الشريك ومديرو السجل.',
    en: 'The address is what one signs in by. The people of this partner and the register’s administrators see it.',
  },
  inviteHintOffice: {
    fr: 'L’adresse sert à se connecter. Les administrateurs du registre la voient.',
    ar: 'يُستعمل العنوان لتسجيل الدخول. يراه مديرو السجل.',
    en: 'The address is what one signs in by. The register’s administrators see it.',
  },
  role: { fr: 'Rôle', ar: 'الدور', en: 'Role' },
  roleNeeded: { fr: 'Choisissez un rôle.', ar: 'اختاروا دورا.', en: 'Choose a role.' },
  partner: { fr: 'Partenaire', ar: 'الشريك', en: 'Partner' },
  partnerNeeded: { fr: 'Choisissez le partenaire.', ar: 'اختاروا الشريك.', en: 'Choose the partner.' },
  region: { fr: 'Région', ar: 'الجهة', en: 'Region' },
  convention: { fr: 'Convention', ar: 'الاتفاقية', en: 'Convention' },
  scopeHint: {
    fr: 'Ce que l’auditeur peut lire\u202f: un seul des trois.',
    ar: 'ما يمكن للمدقق قراءته: واحد فقط من الثلاثة.',
    en: 'What the auditor may read: one of the three.',
  },
  untilOn: { fr: 'Dernier jour', ar: 'اليوم الأخير', en: 'Last day' },
  untilNeeded: { fr: 'Écrivez le dernier jour.', ar: 'اكتبوا اليوم الأخير.', en: 'Write the last day.' },
  inviteDone: {
    fr: (email: string) =>
      `${isolated(email)} est invité. Un lien valable 7 jours y est envoyé\u202f; la personne choisit un mot de passe, et apparaît alors ici comme active.`,
    ar: (email: string) =>
      `تمت دعوة ${isolated(email)}. يُرسل إلى هذا العنوان رابط صالح لسبعة أيام؛ يختار الشخص كلمة سر ثم يظهر هنا نشطا.`,
    en: (email: string) =>
      `${isolated(email)} is invited. A link that is good for 7 days is on its way there; the person chooses a password, and then stands here as joined.`,
  },
  inviteUnsent: {
    fr: (email: string) =>
      `${isolated(email)} est invité. Ce site n’envoie pas de courriers\u202f: montrez le lien de l’invitation dans la liste et transmettez-le vous-même.`,
    ar: (email: string) =>
      `تمت دعوة ${isolated(email)}. هذا الموقع لا يرسل رسائل: اعرضوا رابط الدعوة في القائمة وسلموه بأنفسكم.`,
    en: (email: string) =>
      `${isolated(email)} is invited. This site sends no mail: show the link of the invitation in the list, and hand it on yourself.`,
  },
  inviteUnsentColleague: {
    fr: (email: string) =>
      `${isolated(email)} est invité. Ce site n’envoie pas de courriers\u202f: demandez à un administrateur du registre de montrer le lien de cette invitation et de le remettre à la personne.`,
    ar: (email: string) =>
      `تمت دعوة ${isolated(email)}. هذا الموقع لا يرسل رسائل: اطلبوا من أحد مديري السجل عرض رابط هذه الدعوة وتسليمه إلى الشخص المعني.`,
    en: (email: string) =>
      `${isolated(email)} is invited. This site sends no mail: ask an administrator of the register to show the link of this invitation, and to hand it on to the person.`,
  },
  noMailColleague: {
    fr: 'Ce site n’envoie pas de courriers. C’est un administrateur du registre qui remet le lien d’une invitation\u202f: demandez-le-lui.',
    ar: 'هذا الموقع لا يرسل رسائل. أحد مديري السجل هو من يسلم رابط الدعوة: اطلبوا ذلك منه.',
    en: 'This site sends no mail. It is an administrator of the register who hands on the link of an invitation: ask one to.',
  },
  givenUnsent: {
    fr: (email: string) =>
      `${isolated(email)} avait déjà un compte\u202f: le nouveau rôle compte dès maintenant. Ce site n’envoie pas de courriers\u202f: dites-le vous-même à la personne.`,
    ar: (email: string) =>
      `لصاحب العنوان ${isolated(email)} حساب من قبل: الدور الجديد سار من الآن. هذا الموقع لا يرسل رسائل: أخبروا الشخص بأنفسكم.`,
    en: (email: string) =>
      `${isolated(email)} had an account already: the new role counts from now on. This site sends no mail: tell the person yourself.`,
  },
  given: {
    fr: (email: string) =>
      `${isolated(email)} avait déjà un compte\u202f: le nouveau rôle compte dès maintenant, et un courrier le lui dit.`,
    ar: (email: string) =>
      `لصاحب العنوان ${isolated(email)} حساب من قبل: الدور الجديد سار من الآن، وستصله رسالة بذلك.`,
    en: (email: string) =>
      `${isolated(email)} had an account already: the new role counts from now on, and a letter says so.`,
  },
  again: { fr: 'Inviter de nouveau', ar: 'إعادة الدعوة', en: 'Invite again' },
  againDone: {
    fr: (email: string) =>
      `Un nouveau lien est envoyé à ${isolated(email)}\u202f; les liens d’avant ne valent plus.`,
    ar: (email: string) => `أُرسل رابط جديد إلى ${isolated(email)}؛ ولم تعد الروابط السابقة صالحة.`,
    en: (email: string) => `A new link is on its way to ${isolated(email)}; the links before are over.`,
  },
  showLink: { fr: 'Montrer le lien', ar: 'عرض الرابط', en: 'Show the link' },
  link: {
    fr: (email: string) => `Lien d’invitation de ${isolated(email)}`,
    ar: (email: string) => `رابط دعوة ${isolated(email)}`,
    en: (email: string) => `Link of the invitation of ${isolated(email)}`,
  },
  linkLead: {
    fr: 'À remettre à cette personne seule, en main propre ou de vive voix\u202f: qui a le lien a le compte. Les liens d’avant ne valent plus. Il sert une fois, jusqu’au\u202f:',
    ar: 'يُسلَّم لهذا الشخص وحده، يدا بيد أو شفهيا: من لديه الرابط فله الحساب. لم تعد الروابط السابقة صالحة. يُستعمل مرة واحدة، إلى غاية:',
    en: 'For this person alone, by hand or by word of mouth: who has the link has the account. The links before are over. It is good once, until:',
  },
  reset: {
    fr: 'Réinitialiser le second facteur',
    ar: 'إعادة ضبط عامل التحقق الثاني',
    en: 'Reset the second factor',
  },
  resetQuestion: {
    fr: (email: string) =>
      `Désactiver le second facteur de ${isolated(email)}\u202f? Seulement si cette personne, que vous avez reconnue, a perdu à la fois l’application et les codes de secours. Ses sessions se ferment, et ses rôles attendent un nouveau second facteur.`,
    ar: (email: string) =>
      `هل تريدون إيقاف عامل التحقق الثاني لصاحب العنوان ${isolated(email)}؟ فقط إذا فقد هذا الشخص، بعد تأكدكم من هويته، التطبيق ورموز الاسترجاع معا. تُغلق جلساته، وتنتظر أدواره عامل تحقق ثانيا جديدا.`,
    en: (email: string) =>
      `Turn off the second factor of ${isolated(email)}? Only if this person, whom you have recognised, has lost both the app and the recovery codes. Their sessions end, and their roles wait for a new second factor.`,
  },
  resetHint: {
    fr: 'Le vôtre, pour confirmer que c’est vous.',
    ar: 'كلمة سركم أنتم، لتأكيد هويتكم.',
    en: 'Your own, to confirm that it is you.',
  },
  resetYes: {
    fr: 'Oui, désactiver ce second facteur',
    ar: 'نعم، إيقاف عامل التحقق الثاني',
    en: 'Yes, turn this second factor off',
  },
  resetDone: {
    fr: (email: string) =>
      `Le second facteur de ${isolated(email)} est désactivé\u202f: la personne se connecte avec son mot de passe, et en installe un autre dans son compte.`,
    ar: (email: string) =>
      `تم إيقاف عامل التحقق الثاني لصاحب العنوان ${isolated(email)}: يسجل الدخول بكلمة سره، ويُعد عاملا آخر في حسابه.`,
    en: (email: string) =>
      `The second factor of ${isolated(email)} is off: the person signs in by password, and sets up another in their account.`,
  },
  endRole: { fr: 'Retirer le rôle', ar: 'إنهاء الدور', en: 'End the role' },
  endQuestion: {
    fr: (role: string, email: string) =>
      `Retirer à ${isolated(email)} le rôle «\u202f${role}\u202f»\u202f? Qui n’a pas d’autre rôle ne peut plus se connecter.`,
    ar: (role: string, email: string) =>
      `هل تريدون إنهاء دور «${role}» الخاص بصاحب العنوان ${isolated(email)}؟ من ليس له دور آخر لا يستطيع تسجيل الدخول بعد ذلك.`,
    en: (role: string, email: string) =>
      `End the role “${role}” of ${isolated(email)}? Who has no other role cannot sign in any more.`,
  },
  endYes: { fr: 'Oui, retirer ce rôle', ar: 'نعم، إنهاء هذا الدور', en: 'Yes, end this role' },
  endDone: {
    fr: (email: string) => `Le rôle de ${isolated(email)} a pris fin.`,
    ar: (email: string) => `انتهى دور ${isolated(email)}.`,
    en: (email: string) => `The role of ${isolated(email)} has ended.`,
  },
} satisfies Dictionary;
