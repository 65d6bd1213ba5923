import type { LetterKind } from '../gql/graphql';
import type { Dictionary, Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

export const kinds: Record<LetterKind, Words> = {
  INVITATION: { fr: 'Invitation', ar: 'دعوة', en: 'Invitation' },
  PASSWORD_RESET: {
    fr: 'Lien pour un nouveau mot de passe',
    ar: 'رابط لكلمة سر جديدة',
    en: 'Link for a new password',
  },
  PASSWORD_CHANGED: { fr: 'Mot de passe changé', ar: 'تغيير كلمة السر', en: 'Password changed' },
  SECOND_FACTOR_CHANGED: {
    fr: 'Second facteur changé',
    ar: 'تغيير عامل التحقق الثاني',
    en: 'Second factor changed',
  },
  SIGN_IN_REFUSED: {
    fr: 'Connexions refusées après trop d’essais',
    ar: 'رفض تسجيل الدخول بعد محاولات كثيرة',
    en: 'Sign-ins refused after too many tries',
  },
  ROLE_GIVEN: { fr: 'Nouveau rôle', ar: 'دور جديد', en: 'New role' },
  ROWS_RETURNED: { fr: 'Lignes renvoyées', ar: 'أسطر مُعادة', en: 'Rows returned' },
  STILL_HELD_ASKED: {
    fr: 'Ce qui tient encore\u202f?',
    ar: 'هل ما زال قائما؟',
    en: 'Does it still hold?',
  },
  PERSON_REQUEST_CAME: {
    fr: 'Une personne demande ce qui est conservé d’elle',
    ar: 'شخص يسأل عما يُحفظ عنه',
    en: 'Somebody asks about what is held of them',
  },
  PERSON_REQUEST_RECEIVED: { fr: 'Demande reçue', ar: 'وصول الطلب', en: 'Request received' },
  PERSON_IDENTITY_CHECKED: { fr: 'Identité vérifiée', ar: 'التحقق من الهوية', en: 'Identity checked' },
  PERSON_REQUEST_ENDED: { fr: 'Réponse à une demande', ar: 'جواب على طلب', en: 'Answer to a request' },
};

const tries: Counted = {
  fr: { zero: 'pas encore essayé', one: '{} essai', other: '{} essais' },
  ar: {
    zero: 'لم تُجرَّب بعد',
    one: 'محاولة واحدة',
    two: 'محاولتان',
    few: '{} محاولات',
    many: '{} محاولة',
    other: '{} محاولة',
  },
  en: { zero: 'not tried yet', one: '{} try', other: '{} tries' },
};

/** Letters: who was written to about what. */
export const letter = {
  lead: {
    fr: 'À qui le registre a écrit, à quel sujet, et si c’est parti. Le texte n’est pas montré\u202f: il peut contenir un lien.',
    ar: 'من راسله السجل، وفي أي موضوع، وهل أُرسلت الرسالة. لا يُعرض النص لأنه قد يتضمن رابطا.',
    en: 'Whom the register wrote to, about what, and whether it went out. The text is not shown: it may hold a link.',
  },
  sendsNot: {
    fr: 'Ce site n’envoie pas de courriers\u202f: les liens d’invitation se transmettent depuis la page des comptes.',
    ar: 'هذا الموقع لا يرسل رسائل: تُسلَّم روابط الدعوات من صفحة الحسابات.',
    en: 'This site sends no mail: links of invitations are handed on from the page of accounts.',
  },
  none: { fr: 'Aucun courrier encore.', ar: 'لا رسالة بعد.', en: 'No letter yet.' },
  kind: { fr: 'Sujet', ar: 'الموضوع', en: 'Subject' },
  to: { fr: 'Destinataire', ar: 'المرسل إليه', en: 'To' },
  since: { fr: 'Écrit', ar: 'تاريخ الكتابة', en: 'Written' },
  state: { fr: 'État', ar: 'الحالة', en: 'State' },
  waiting: { fr: 'attend d’être envoyé', ar: 'في انتظار الإرسال', en: 'waits to be sent' },
  sent: { fr: 'envoyé', ar: 'أُرسلت', en: 'sent' },
  dropped: { fr: 'abandonné', ar: 'أُسقطت', en: 'dropped' },
  tries,
  failure: { fr: 'Dernier refus', ar: 'آخر رفض', en: 'Last refusal' },
} satisfies Dictionary;
