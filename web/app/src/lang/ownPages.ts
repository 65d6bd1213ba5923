import type { Words } from '../lib/language';
import { space } from './space.ts';
import { pages, type PrivatePage } from './pages.ts'; // the build reads it too, where names are whole

/** What a page is for, and of which partner. */
const about = ({ fr, ar, en }: Words): Words => ({ fr: `${fr}\u202f: {}`, ar: `${ar}: {}`, en: `${en}: {}` });

const revisions: Words = { fr: 'Révisions', ar: 'المراجعات', en: 'Revisions' };

/** The titles of the pages for those who sign in, which the first page goes without. */
const titles: Record<Exclude<PrivatePage, 'signIn' | 'account'>, Words> = {
  invitation: { fr: 'Invitation', ar: 'الدعوة', en: 'Invitation' },
  forgotten: { fr: 'Mot de passe oublié', ar: 'كلمة سر منسية', en: 'Forgotten password' },
  newPassword: { fr: 'Nouveau mot de passe', ar: 'كلمة سر جديدة', en: 'New password' },
  partnerSpace: about(space.title),
  declare: about(space.declare),
  declaration: { fr: 'Déclaration', ar: 'التصريح', en: 'Declaration' },
  declarations: { fr: 'Déclarations', ar: 'التصريحات', en: 'Declarations' },
  announce: about(space.announce),
  answer: about(space.answer),
  queue: { fr: 'À vérifier', ar: 'للتحقق', en: 'To verify' },
  accounts: { fr: 'Comptes', ar: 'الحسابات', en: 'Accounts' },
  letters: { fr: 'Courriers', ar: 'الرسائل', en: 'Letters' },
  revisions,
  revision: revisions, // what one is called stands on its page
  personRequest: { fr: 'Votre demande', ar: 'طلبكم', en: 'Your request' },
  personRequests: { fr: 'Demandes de personnes', ar: 'طلبات الأشخاص', en: 'Requests of persons' },
  trail: { fr: 'Journal', ar: 'سجل العمليات', en: 'Trail' },
};

for (const [name, title] of Object.entries(titles)) pages[name as keyof typeof titles].title = title;
