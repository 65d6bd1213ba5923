import type { Words } from '../lib/language';
import type { Counted } from '../lib/numbers';

/** Why something isn't done, by the API's own reasons. */
export const reasons: Record<string, Words> = {
  email_malformed: {
    fr: 'Écrivez une adresse e-mail complète, comme nom@exemple.ma.',
    ar: 'اكتبوا عنوان بريد إلكتروني كاملا، مثل \u2066nom@exemple.ma\u2069.',
    en: 'Write a whole e-mail address, like name@example.ma.',
  },
  password_short: {
    fr: 'Le mot de passe doit avoir 12 caractères au moins.',
    ar: 'يجب ألا تقل كلمة السر عن 12 حرفا.',
    en: 'The password must have 12 characters at least.',
  },
  password_long: {
    fr: 'Le mot de passe peut avoir 200 caractères au plus.',
    ar: 'يجب ألا تتجاوز كلمة السر 200 حرف.',
    en: 'The password can have 200 characters at most.',
  },
  password_common: {
    fr: 'Ce mot de passe est parmi ceux que tout le monde essaie. Choisissez-en un autre.',
    ar: 'كلمة السر هذه من الكلمات التي يجربها الجميع. اختاروا غيرها.',
    en: 'This password is one of those that everybody tries. Choose another.',
  },
  password_like_account: {
    fr: 'Le mot de passe ressemble trop à votre nom ou à votre adresse.',
    ar: 'كلمة السر قريبة جدا من اسمكم أو من عنوانكم.',
    en: 'The password is too much like your name or your address.',
  },
  password_wrong: {
    fr: 'Ce n’est pas votre mot de passe actuel.',
    ar: 'هذه ليست كلمة السر الحالية.',
    en: 'This is not your present password.',
  },
  code_unknown: {
    fr: 'Ce lien ne marche pas\u202f: il a déjà servi, un plus récent l’a remplacé, ou il n’a pas été copié en entier.',
    ar: 'هذا الرابط لا يعمل: إما أنه استُعمل من قبل، أو عوّضه رابط أحدث، أو لم يُنسخ كاملا.',
    en: 'This link does not work: it was used already, a later one has replaced it, or it was not copied whole.',
  },
  code_expired: {
    fr: 'Ce lien n’est plus valable\u202f: son délai est passé.',
    ar: 'لم يعد هذا الرابط صالحا: لقد انقضى أجله.',
    en: 'This link is over: its time has passed.',
  },
  second_factor_wrong: {
    fr: 'Ce code n’est pas le bon. Prenez celui que l’application montre en ce moment.',
    ar: 'هذا الرمز غير صحيح. استعملوا الرمز الذي يعرضه التطبيق الآن.',
    en: 'This code is not the right one. Take the one that the app shows now.',
  },
  second_factor_needed: {
    fr: 'Il faut d’abord un second facteur\u202f: il s’installe dans votre compte.',
    ar: 'يلزم أولا عامل تحقق ثان: يمكن إعداده في حسابكم.',
    en: 'A second factor is needed first: it is set up in your account.',
  },
  own_second_factor: {
    fr: 'C’est votre propre second facteur\u202f: vous le remplacez dans votre compte, ou un autre administrateur le réinitialise.',
    ar: 'هذا عامل التحقق الثاني الخاص بكم: يمكنكم تعويضه في حسابكم، أو يعيد ضبطه مدير آخر.',
    en: 'This is your own second factor: you replace it in your account, or another administrator resets it.',
  },
  second_factor_none: {
    fr: 'Ce compte n’a pas de second facteur.',
    ar: 'ليس لهذا الحساب عامل تحقق ثان.',
    en: 'This account has no second factor.',
  },
  name_missing: { fr: 'Écrivez un nom.', ar: 'اكتبوا اسما.', en: 'Write a name.' },
  name_long: { fr: 'Ce nom est trop long.', ar: 'هذا الاسم طويل جدا.', en: 'This name is too long.' },
  role_unfitting: {
    fr: 'Ce rôle ne va pas avec ce qui est choisi. Un rôle de partenaire veut un partenaire\u202f; un auditeur, un périmètre et un dernier jour.',
    ar: 'هذا الدور لا يناسب ما اختير. دور الشريك يستلزم شريكا، والمدقق يستلزم نطاقا ويوما أخيرا.',
    en: 'This role does not go with what is chosen. A partner’s role wants a partner; an auditor a scope and a last day.',
  },
  role_held: {
    fr: 'Cette personne a déjà ce rôle.',
    ar: 'لهذا الشخص هذا الدور من قبل.',
    en: 'This person has that role already.',
  },
  roles_many: {
    fr: 'Ce compte a déjà 50 rôles, le maximum. Retirez-en un d’abord.',
    ar: 'لهذا الحساب 50 دورا، وهو الحد الأقصى. أنهوا واحدا منها أولا.',
    en: 'This account holds 50 roles already, the most there can be. End one first.',
  },
  people_many: {
    fr: 'Ce partenaire a déjà 200 personnes, le maximum. Retirez d’abord un rôle.',
    ar: 'لهذا الشريك 200 شخص، وهو الحد الأقصى. أنهوا دورا أولا.',
    en: 'This partner has 200 people already, the most there can be. End a role first.',
  },
  tokens_many: {
    fr: 'Ce partenaire a déjà 50 jetons valables, le maximum. Révoquez d’abord un jeton qui ne sert plus.',
    ar: 'لهذا الشريك 50 رمزا ساريا، وهو الحد الأقصى. ألغوا أولا رمزا لم يعد مستعملا.',
    en: 'This partner has 50 tokens that stand already, the most there can be. Revoke one that is not used first.',
  },
  invitations_many: {
    fr: 'Un partenaire invite 20 personnes par jour au plus. Un administrateur du registre peut en inviter d’autres.',
    ar: 'يمكن للشريك دعوة 20 شخصا في اليوم على الأكثر. ويمكن لمدير السجل دعوة غيرهم.',
    en: 'A partner invites 20 people a day at most. An administrator of the register can invite others.',
  },
  partner_unknown: {
    fr: 'Choisissez un partenaire du registre.',
    ar: 'اختاروا شريكا من السجل.',
    en: 'Choose a partner of the register.',
  },
  region_unknown: {
    fr: 'Choisissez une région du registre.',
    ar: 'اختاروا جهة من السجل.',
    en: 'Choose a region of the register.',
  },
  convention_unknown: {
    fr: 'Choisissez une convention du registre.',
    ar: 'اختاروا اتفاقية من السجل.',
    en: 'Choose a convention of the register.',
  },
  until_past: {
    fr: 'Le dernier jour est déjà passé.',
    ar: 'اليوم الأخير قد مضى.',
    en: 'The last day has passed already.',
  },
  last_administrator: {
    fr: 'C’est le dernier rôle d’administrateur\u202f: donnez-le d’abord à quelqu’un d’autre.',
    ar: 'هذا آخر دور للإدارة: أسندوه أولا إلى شخص آخر.',
    en: 'This is the last administrator’s role: give it to somebody else first.',
  },
  already_joined: {
    fr: 'Cette personne a déjà accepté son invitation.',
    ar: 'سبق لهذا الشخص أن قبل دعوته.',
    en: 'This person has taken up the invitation already.',
  },
  days_out_of_range: {
    fr: 'Choisissez un nombre de jours de 1 à 366.',
    ar: 'اختاروا عددا من الأيام بين 1 و366.',
    en: 'Choose a number of days from 1 to 366.',
  },
  scopes_missing: {
    fr: 'Dites ce que le jeton permet.',
    ar: 'حددوا ما يسمح به الرمز.',
    en: 'Say what the token may do.',
  },
  attempts_too_many: {
    fr: 'Il y a eu trop d’essais.',
    ar: 'كانت هناك محاولات كثيرة جدا.',
    en: 'There were too many tries.',
  },
  sign_in_wrong: {
    fr: 'L’adresse ou le mot de passe n’est pas le bon.',
    ar: 'العنوان أو كلمة السر غير صحيحة.',
    en: 'The address or the password is not right.',
  },
  name_length: {
    fr: 'Écrivez votre nom, en 200 caractères au plus.',
    ar: 'اكتبوا اسمكم في 200 حرف على الأكثر.',
    en: 'Write your name, in 200 characters at most.',
  },
  person_email_malformed: {
    fr: 'Écrivez une adresse e-mail complète, comme nom@exemple.ma, ou laissez-la vide.',
    ar: 'اكتبوا عنوان بريد إلكتروني كاملا، مثل \u2066nom@exemple.ma\u2069، أو اتركوه فارغا.',
    en: 'Write a whole e-mail address, like name@example.ma, or leave it empty.',
  },
  person_unreachable: {
    fr: 'Donnez une adresse e-mail ou un téléphone, pour que votre identité puisse être vérifiée.',
    ar: 'أعطوا بريدا إلكترونيا أو رقم هاتف حتى يمكن التحقق من هويتكم.',
    en: 'Give an e-mail address or a telephone, so that your identity can be checked.',
  },
  telephone_long: {
    fr: 'Un numéro de téléphone a 40 caractères au plus.',
    ar: 'لا يتجاوز رقم الهاتف 40 حرفا.',
    en: 'A telephone number has 40 characters at most.',
  },
  person_requests_many: {
    fr: 'Cinq demandes par jour au plus partent d’un même endroit.',
    ar: 'لا تُرسل من المكان نفسه أكثر من خمسة طلبات في اليوم.',
    en: 'Five requests a day at most are sent from one place.',
  },
  person_request_unknown: {
    fr: 'Aucune demande n’a cette référence et ce code.',
    ar: 'لا طلب بهذا المرجع وهذا الرمز.',
    en: 'No request has this reference and code.',
  },
  person_request_ended: {
    fr: 'Cette demande a déjà été faite, refusée ou retirée.',
    ar: 'سبق أن أُنجز هذا الطلب أو رُفض أو سُحب.',
    en: 'This request was done, refused or withdrawn before.',
  },
  person_request_changed: {
    fr: 'Quelqu’un a changé cette demande entre-temps\u202f: elle est montrée telle qu’elle est. Regardez-la, puis recommencez.',
    ar: 'غيّر شخص آخر هذا الطلب في غضون ذلك: وهو معروض كما هو الآن. انظروا إليه ثم أعيدوا المحاولة.',
    en: 'Somebody has changed this request meanwhile: it is shown as it is now. Look at it, then try again.',
  },
  person_identity_unchecked: {
    fr: 'Vérifiez d’abord l’identité\u202f: avant cela, seul un refus est une réponse.',
    ar: 'تحققوا من الهوية أولا: قبل ذلك لا جواب إلا الرفض.',
    en: 'Check the identity first: until then only a refusal is an answer.',
  },
  person_sought_by_nothing: {
    fr: 'Donnez le type et le numéro de la carte montrée, ou la référence de la ligne.',
    ar: 'أدخلوا نوع البطاقة المُظهرة ورقمها، أو مرجع السطر.',
    en: 'Give the kind and number of the card that was shown, or the row’s reference.',
  },
  row_waits: {
    fr: 'Un agent doit encore examiner cette ligne, ou une autre de la même personne : elle est décidée ou retirée avant que rien n’en soit effacé.',
    ar: 'لم يفحص المكلف بعد هذا السطر أو سطرا آخر للشخص نفسه: يُبت فيه أو يُسحب قبل محو أي شيء منه.',
    en: 'An officer has yet to look at this row, or at another of the same person: it is decided or withdrawn before anything of it is erased.',
  },
  person_answer_missing: { fr: 'Écrivez la réponse.', ar: 'اكتبوا الجواب.', en: 'Write the answer.' },
  account_unknown: {
    fr: 'Ce compte n’existe pas.',
    ar: 'لا وجود لهذا الحساب.',
    en: 'There is no such account.',
  },
};

/** Why something isn't done, where nothing more is said than a code. */
export const codes: Record<string, Words> = {
  UNAUTHENTICATED: {
    fr: 'Votre session est terminée. Reconnectez-vous, puis recommencez.',
    ar: 'انتهت جلستكم. سجلوا الدخول ثم أعيدوا المحاولة.',
    en: 'Your session is over. Sign in again, then do this once more.',
  },
  FORBIDDEN: {
    fr: 'Vos rôles ne le permettent pas.',
    ar: 'أدواركم لا تسمح بذلك.',
    en: 'Your roles do not allow it.',
  },
  NOT_FOUND: {
    fr: 'Cela n’existe plus. Rechargez la page.',
    ar: 'لم يعد هذا موجودا. أعيدوا تحميل الصفحة.',
    en: 'It is not there any more. Reload the page.',
  },
  CONFLICT: {
    fr: 'Cela a changé entre-temps. Rechargez la page.',
    ar: 'تغير هذا في غضون ذلك. أعيدوا تحميل الصفحة.',
    en: 'It has changed meanwhile. Reload the page.',
  },
  RATE_LIMITED: {
    fr: 'Il y a eu trop de demandes.',
    ar: 'كانت هناك طلبات كثيرة جدا.',
    en: 'There were too many requests.',
  },
  BAD_USER_INPUT: {
    fr: 'Ce qui est écrit ne convient pas.',
    ar: 'ما كُتب غير مناسب.',
    en: 'What is written does not fit.',
  },
  NETWORK: {
    fr: 'Le registre n’a pas pu être joint. Vérifiez votre connexion\u202f: vos réponses sont gardées.',
    ar: 'تعذر الوصول إلى السجل. تحققوا من اتصالكم: أجوبتكم محفوظة هنا.',
    en: 'The register could not be reached. Check your connection: your answers are kept.',
  },
  NO_ANSWER: {
    fr: 'Le registre ne répond pas. Réessayez dans un instant\u202f: vos réponses sont gardées.',
    ar: 'لا يجيب السجل. أعيدوا المحاولة بعد لحظة: أجوبتكم محفوظة هنا.',
    en: 'The register is not answering. Try again in a moment: your answers are kept.',
  },
  UNAVAILABLE: {
    fr: 'Le registre ne répond pas pour le moment. Réessayez dans un instant.',
    ar: 'لا يجيب السجل في الوقت الحالي. أعيدوا المحاولة بعد لحظة.',
    en: 'The register is not answering at the moment. Try again in a moment.',
  },
  INTERNAL: {
    fr: 'Rien n’a été fait. La faute n’est pas de votre côté\u202f; réessayez dans un instant.',
    ar: 'لم يُنجز شيء. الخطأ ليس من جانبكم؛ أعيدوا المحاولة بعد لحظة.',
    en: 'Nothing was done. The fault is not on your side; try again in a moment.',
  },
};

export const tryAgainHours: Counted = {
  fr: { one: 'Réessayez dans {} heure.', other: 'Réessayez dans {} heures.' },
  ar: {
    zero: 'أعيدوا المحاولة الآن.',
    one: 'أعيدوا المحاولة بعد ساعة.',
    two: 'أعيدوا المحاولة بعد ساعتين.',
    few: 'أعيدوا المحاولة بعد {} ساعات.',
    many: 'أعيدوا المحاولة بعد {} ساعة.',
    other: 'أعيدوا المحاولة بعد {} ساعة.',
  },
  en: { one: 'Try again in {} hour.', other: 'Try again in {} hours.' },
};

export const tryAgain: Counted = {
  fr: { one: 'Réessayez dans {} minute.', other: 'Réessayez dans {} minutes.' },
  ar: {
    zero: 'أعيدوا المحاولة الآن.',
    one: 'أعيدوا المحاولة بعد دقيقة.',
    two: 'أعيدوا المحاولة بعد دقيقتين.',
    few: 'أعيدوا المحاولة بعد {} دقائق.',
    many: 'أعيدوا المحاولة بعد {} دقيقة.',
    other: 'أعيدوا المحاولة بعد {} دقيقة.',
  },
  en: { one: 'Try again in {} minute.', other: 'Try again in {} minutes.' },
};
