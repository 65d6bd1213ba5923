import type { Dictionary, Words } from '../lib/language';
import { claim, stances, subjects } from './claim';
import { commitment, targetKinds } from './commitment';
import { convention, conventionStatuses, referenceKinds } from './convention';
import { languageOf } from './fact';
import { stages } from './holder';
import { contractKinds, opening } from './opening';
import { documentKinds, periods } from './papers';
import { kinds as partnerKinds, partner } from './partner';
import { roles, signing } from './signing';
import { source } from './source';

// What the register's tables, columns and values are called where they are edited. A test holds this to what the API lets
// be edited.

const w = (fr: string, ar: string, en: string): Words => ({ fr, ar, en });

/** One row of a table, and several. */
export const tables: Record<string, { one: Words; several: Words }> = {
  sources: { one: w('Source', 'مصدر', 'Source'), several: w('Sources', 'المصادر', 'Sources') },
  indicators: {
    one: w('Indicateur', 'مؤشر', 'Indicator'),
    several: w('Indicateurs', 'المؤشرات', 'Indicators'),
  },
  counting_rules: {
    one: w('Règle de comptage', 'قاعدة احتساب', 'Counting rule'),
    several: w('Règles de comptage', 'قواعد الاحتساب', 'Counting rules'),
  },
  partners: { one: w('Partenaire', 'شريك', 'Partner'), several: w('Partenaires', 'الشركاء', 'Partners') },
  citations: { one: w('Citation', 'إحالة', 'Citation'), several: w('Citations', 'الإحالات', 'Citations') },
  partner_names: {
    one: w('Autre nom d’un partenaire', 'اسم آخر لشريك', 'Other name of a partner'),
    several: w('Autres noms', 'أسماء أخرى', 'Other names'),
  },
  partner_ties: {
    one: w('Lien entre partenaires', 'صلة بين شريكين', 'Tie between partners'),
    several: w(
      'Membres, filiales et successions',
      'الأعضاء والفروع والخلافة',
      'Members, subsidiaries, successions',
    ),
  },
  orientations: {
    one: w('Orientation', 'توجه', 'Orientation'),
    several: w('Orientations', 'التوجهات', 'Orientations'),
  },
  signings: { one: w('Signature', 'توقيع', 'Signing'), several: w('Signatures', 'التوقيعات', 'Signings') },
  signatories: {
    one: w('Signataire', 'طرف موقع', 'Signatory'),
    several: w('Signataires', 'الأطراف الموقعة', 'Signatories'),
  },
  commitments: {
    one: w('Engagement', 'التزام', 'Commitment'),
    several: w('Engagements', 'الالتزامات', 'Commitments'),
  },
  targets: { one: w('Objectif', 'هدف', 'Target'), several: w('Objectifs', 'الأهداف', 'Targets') },
  allocations: {
    one: w('Répartition', 'توزيع', 'Allocation'),
    several: w('Répartitions', 'التوزيعات', 'Allocations'),
  },
  claims: { one: w('Affirmation', 'قول', 'Claim'), several: w('Affirmations', 'الأقوال', 'Claims') },
  documents: { one: w('Document', 'وثيقة', 'Document'), several: w('Documents', 'الوثائق', 'Documents') },
  conventions: {
    one: w('Convention', 'اتفاقية', 'Convention'),
    several: w('Conventions', 'الاتفاقيات', 'Conventions'),
  },
  parties: { one: w('Partie', 'طرف', 'Party'), several: w('Parties', 'الأطراف', 'Parties') },
  amendments: {
    one: w('Avenant', 'ملحق تعديلي', 'Amendment'),
    several: w('Avenants', 'الملاحق التعديلية', 'Amendments'),
  },
  reporting_schedules: {
    one: w('Calendrier de déclaration', 'جدول تصريح', 'Reporting schedule'),
    several: w('Calendriers de déclaration', 'جداول التصريح', 'Reporting schedules'),
  },
  openings: {
    one: w('Poste à pourvoir', 'منصب شاغر', 'Opening'),
    several: w('Postes à pourvoir', 'المناصب الشاغرة', 'Openings'),
  },
  replies: { one: w('Réponse', 'رد', 'Reply'), several: w('Réponses', 'الردود', 'Replies') },
};

const until = w('Jusqu’au', 'إلى غاية', 'Until');
const published = w('Date de publication', 'تاريخ النشر', 'Date of publication');

/** Columns and groups of columns that aren't called as on a page, by name; by table and name where it means something else there. */
const columns: Record<string, Words> = {
  slug: w('Nom dans les adresses', 'الاسم في العناوين', 'Name in addresses'),
  publisher: w('Éditeur', 'الناشر', 'Publisher'),
  title: w('Titre', 'العنوان', 'Title'),
  language: w('Langue', 'اللغة', 'Language'),
  author: w('Auteur', 'الكاتب', 'Author'),
  published_on: published,
  address: w('Adresse web', 'العنوان الإلكتروني', 'Web address'),
  address_kind: w('Ce que l’adresse ouvre', 'ما يفتحه العنوان', 'What the address opens'),
  read_on: w('Lue le', 'تاريخ القراءة', 'Read on'),
  code: w('Code', 'الرمز', 'Code'),
  name: w('Nom', 'الاسم', 'Name'),
  applies_from: w('S’applique à partir de', 'يسري ابتداء من', 'Applies from'),
  applies_until: w('S’applique jusqu’à', 'يسري إلى غاية', 'Applies until'),
  register_own: w('Règle propre au registre', 'قاعدة من وضع السجل', 'The register’s own rule'),
  counting: w('Comptage', 'طريقة الاحتساب', 'Counting'),
  counted_from_stage: w('Compté à partir de l’étape', 'يُحتسب ابتداء من المرحلة', 'Counted from the stage'),
  sustained_after: w('Maintenu après (mois)', 'مستمر بعد (أشهر)', 'Sustained after (months)'),
  neet_from_age: w(
    'NEET\u202f: âge minimal',
    'خارج الشغل والتعليم والتكوين: السن الأدنى',
    'NEET: youngest age',
  ),
  neet_to_age: w('NEET\u202f: âge maximal', 'خارج الشغل والتعليم والتكوين: السن الأقصى', 'NEET: oldest age'),
  excluded_contracts: w(
    'Types de contrat non comptés (CDD, SEASONAL…)',
    'أنواع العقود غير المحتسبة (CDD، SEASONAL…)',
    'Contract kinds not counted (CDD, SEASONAL…)',
  ),
  definition: w('Définition', 'التعريف', 'Definition'),
  kind: w('Nature', 'النوع', 'Kind'),
  short_name: w('Nom court', 'الاسم المختصر', 'Short name'),
  ice: w('ICE (15 chiffres)', 'التعريف الموحد للمقاولة (15 رقما)', 'ICE (15 digits)'),
  source: w('Source', 'المصدر', 'Source'),
  fact: w('Ce qui est appuyé', 'ما تسنده الإحالة', 'What is supported'),
  place: w('Lieu', 'المكان', 'Place'),
  'citations.place': w('Endroit dans la source', 'الموضع في المصدر', 'Place in the source'),
  statement: w('Ce que dit la source', 'ما يقوله المصدر', 'What the source states'),
  quote: w('Mots cités', 'الكلمات المقتبسة', 'Words quoted'),
  withdrawn_at: w('Retiré le', 'سُحب في', 'Withdrawn on'),
  withdrawn_on: w('Retiré le', 'سُحب في', 'Withdrawn on'),
  since: w('Depuis le', 'منذ', 'Since'),
  until,
  other: w('Autre partenaire', 'الشريك الآخر', 'Other partner'),
  description: w('Description', 'الوصف', 'Description'),
  date: w('Date', 'التاريخ', 'Date'),
  occasion: w('Occasion', 'المناسبة', 'Occasion'),
  theme: w('Thème', 'الموضوع', 'Theme'),
  announced_conventions: w('Conventions annoncées', 'الاتفاقيات المعلنة', 'Conventions announced'),
  partners_coverage: w('Liste des signataires', 'قائمة الموقعين', 'List of signatories'),
  conventions_coverage: w('Liste des conventions', 'قائمة الاتفاقيات', 'List of conventions'),
  delivery_sought_on: w(
    'Réalisation cherchée pour la dernière fois le',
    'آخر بحث عن رقم للإنجاز',
    'Delivery last looked for on',
  ),
  orientations: w('Orientations', 'التوجهات', 'Orientations'),
  role: w('Rôle', 'الدور', 'Role'),
  partner: w('Partenaire', 'الشريك', 'Partner'),
  indicator: w('Indicateur', 'المؤشر', 'Indicator'),
  part_of: w('Partie de l’engagement', 'جزء من الالتزام', 'Part of the commitment'),
  wording: w('Formulation', 'الصياغة', 'Wording'),
  baseline: w('Point de départ', 'نقطة البداية', 'Baseline'),
  figure: w('Nombre', 'العدد', 'Number'),
  due_on: w('Échéance', 'الأجل', 'Due date'),
  decided_on: w('Décidé le', 'تاريخ القرار', 'Decided on'),
  reason: w('Motif', 'السبب', 'Reason'),
  amendment: w('Avenant', 'الملحق التعديلي', 'Amendment'),
  region: w('Région', 'الجهة', 'Region'),
  year: w('Année', 'السنة', 'Year'),
  sector: w('Secteur', 'القطاع', 'Sector'),
  subject: w('Sujet', 'الموضوع', 'Subject'),
  stance: w('Par rapport à la lecture du registre', 'مقارنة بقراءة السجل', 'Beside the register’s reading'),
  speaker: w('Qui parle', 'المتحدث', 'Who speaks'),
  speaker_role: w('Fonction de qui parle', 'صفة المتحدث', 'Role of who speaks'),
  sha256: w('Empreinte SHA-256', 'بصمة SHA-256', 'SHA-256'),
  reference: w('Référence', 'المرجع', 'Reference'),
  reference_kind: w('Origine de la référence', 'أصل المرجع', 'Where the reference comes from'),
  status: w('État', 'الحالة', 'Status'),
  signed_on: w('Signé le', 'تاريخ التوقيع', 'Signed on'),
  starts_on: w('Début', 'البداية', 'Starts on'),
  ends_on: w('Fin', 'النهاية', 'Ends on'),
  parties_coverage: w('Liste des parties', 'قائمة الأطراف', 'List of parties'),
  commitments_coverage: w('Liste des engagements', 'قائمة الالتزامات', 'List of commitments'),
  orientations_coverage: w('Liste des orientations', 'قائمة التوجهات', 'List of orientations'),
  sectors_coverage: w('Liste des secteurs', 'قائمة القطاعات', 'List of sectors'),
  regions_coverage: w('Liste des régions', 'قائمة الجهات', 'List of regions'),
  regions: w('Régions', 'الجهات', 'Regions'),
  sectors: w('Secteurs', 'القطاعات', 'Sectors'),
  summary: w('Résumé', 'الملخص', 'Summary'),
  period: w('Période', 'الفترة', 'Period'),
  days_allowed: w(
    'Jours laissés après la période',
    'الأيام الممنوحة بعد الفترة',
    'Days allowed after the period',
  ),
  convention: w('Convention', 'الاتفاقية', 'Convention'),
  occupation: w('Métier', 'المهنة', 'Occupation'),
  occupation_group: w('Groupe de métiers', 'مجموعة المهن', 'Occupation group'),
  contract_kind: w('Type de contrat', 'نوع العقد', 'Contract kind'),
  posts: w('Nombre de postes', 'عدد المناصب', 'Number of posts'),
  opens_on: w('Ouvre le', 'تاريخ الفتح', 'Opens on'),
  closes_on: w('Ferme le', 'تاريخ الإغلاق', 'Closes on'),
  apply: w('Comment postuler', 'كيفية الترشح', 'How to apply'),
  commitment: w('Engagement', 'الالتزام', 'Commitment'),
  claim: w('Affirmation', 'القول', 'Claim'),
  replied_on: w('Date de la réponse', 'تاريخ الرد', 'Date of the reply'),
  words: w('Réponse', 'الرد', 'Reply'),
};

/** The words of the pages of tables, by the names of their fields. */
const pages: Record<string, Dictionary> = {
  claims: claim,
  commitments: commitment,
  conventions: convention,
  openings: opening,
  partners: partner,
  signings: signing,
  sources: source,
};

/** What a column, or a group of them, is called; a new one needs no more words than its page has for it. */
export function columnWords(table: string, name: string): Words | undefined {
  const field = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const words = columns[`${table}.${name}`] ?? columns[name] ?? pages[table]?.[field];
  return words && Object.values(words).every((text) => typeof text === 'string')
    ? (words as Words)
    : undefined;
}

/** What stands within a group of columns, after the group's own name and its dot. */
export const within: Record<string, Words> = {
  '.fr': w('en français', 'بالفرنسية', 'in French'),
  '.ar': w('en arabe', 'بالعربية', 'in Arabic'),
  '.en': w('en anglais', 'بالإنجليزية', 'in English'),
  '.language': w('langue de l’original', 'لغة الأصل', 'language of the original'),
  '.text': w('mots exacts', 'الكلمات نفسها', 'exact words'),
};

const coverages = {
  COMPLETE: w('complète', 'كاملة', 'complete'),
  PARTIAL: w('partielle', 'جزئية', 'partial'),
  NOT_PUBLISHED: w('non publiée', 'غير منشورة', 'not published'),
};

/** What the values of a column are called. */
export const choices: Record<string, Record<string, Words>> = {
  language: languageOf,
  address_kind: {
    DOCUMENT: w('le document lui-même', 'الوثيقة نفسها', 'the document itself'),
    SITE: w('le site de l’éditeur', 'موقع الناشر', 'the publisher’s site'),
    ABRIDGED: w('une adresse abrégée', 'عنوان مختصر', 'an abridged address'),
  },
  counting: {
    GROSS: w('brut\u202f: les embauches', 'إجمالي: التشغيلات', 'gross: hires'),
    NET: w('net\u202f: les postes', 'صافٍ: المناصب', 'net: posts'),
  },
  counted_from_stage: stages,
  'partners.kind': partnerKinds,
  'partner_ties.kind': {
    MEMBER: w('a pour membre', 'له عضو', 'has as a member'),
    SUBSIDIARY: w('a pour filiale', 'له فرع', 'has as a subsidiary'),
    SUCCESSOR: w('a pour successeur', 'له خلف', 'is succeeded by'),
  },
  'targets.kind': targetKinds,
  'documents.kind': documentKinds,
  role: roles,
  subject: subjects,
  stance: stances,
  status: conventionStatuses,
  reference_kind: referenceKinds,
  partners_coverage: coverages,
  conventions_coverage: coverages,
  parties_coverage: coverages,
  commitments_coverage: coverages,
  orientations_coverage: coverages,
  sectors_coverage: coverages,
  regions_coverage: coverages,
  period: periods,
  contract_kind: contractKinds,
};
