import type { Words } from '../lib/language';
import { pages, type PrivatePage } from './pages.ts'; // the build reads it too, where names are whole

const revisions: Words = { fr: 'Révisions', ar: 'المراجعات', en: 'Revisions' };

/** The titles of the pages for those who sign in, which the first page goes without. */
const titles: Partial<Record<PrivatePage, Words>> = {
  invitation: { fr: 'Invitation', ar: 'الدعوة', en: 'Invitation' },
  forgotten: { fr: 'Mot de passe oublié', ar: 'كلمة سر منسية', en: 'Forgotten password' },
  newPassword: { fr: 'Nouveau mot de passe', ar: 'كلمة سر جديدة', en: 'New password' },
  partnerSpace: { fr: 'Espace partenaire\u202f: {}', ar: 'فضاء الشريك: {}', en: 'Partner space: {}' },
  declare: { fr: 'Déclarer : {}', ar: 'التصريح: {}', en: 'Declare: {}' },
  declaration: { fr: 'Déclaration', ar: 'التصريح', en: 'Declaration' },
  announce: { fr: 'Poste à pourvoir\u202f: {}', ar: 'منصب شاغر: {}', en: 'Opening: {}' },
  answer: { fr: 'Réponse publique\u202f: {}', ar: 'رد علني: {}', en: 'Public reply: {}' },
  queue: { fr: 'À vérifier', ar: 'للتحقق', en: 'To verify' },
  accounts: { fr: 'Comptes', ar: 'الحسابات', en: 'Accounts' },
  letters: { fr: 'Courriers', ar: 'الرسائل', en: 'Letters' },
  revisions,
  revision: revisions, // what one is called stands on its page
  personRequest: { fr: 'Votre demande', ar: 'طلبكم', en: 'Your request' },
  personRequests: { fr: 'Demandes de personnes', ar: 'طلبات الأشخاص', en: 'Requests of persons' },
  trail: { fr: 'Journal', ar: 'سجل العمليات', en: 'Trail' },
};

for (const [name, title] of Object.entries(titles)) pages[name as PrivatePage].title = title;
