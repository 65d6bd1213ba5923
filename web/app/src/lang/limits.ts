import type limits from '../examples/limits.json';
import type { Words } from '../lib/language';

/** The limits, in the order in which they are shown; the numbers are the code's own, in src/examples/limits.json. */
export const limitWords: Record<keyof typeof limits, Words> = {
  bytes: { fr: 'taille d’une requête (Kio)', ar: 'حجم الطلب (كيبيبايت)', en: 'size of a request (KiB)' },
  tokens: { fr: 'mots d’un document (tokens)', ar: 'كلمات الوثيقة (tokens)', en: 'tokens of a document' },
  depth: { fr: 'niveaux de champs', ar: 'مستويات الحقول', en: 'levels of fields' },
  fields: {
    fr: 'champs, fragments dépliés',
    ar: 'الحقول بعد بسط الأجزاء',
    en: 'fields, once fragments are expanded',
  },
  roots: { fr: 'champs à la racine', ar: 'حقول الجذر', en: 'fields at the root' },
  aliases: { fr: 'alias', ar: 'الأسماء البديلة', en: 'aliases' },
  directives: { fr: 'directives', ar: 'التوجيهات', en: 'directives' },
  fragments: { fr: 'fragments', ar: 'الأجزاء', en: 'fragments' },
  operations: { fr: 'opérations d’un document', ar: 'عمليات الوثيقة', en: 'operations of a document' },
  variables: { fr: 'variables', ar: 'المتغيرات', en: 'variables' },
  page: { fr: 'lignes d’une page', ar: 'أسطر الصفحة', en: 'rows of a page' },
  usualPage: { fr: 'lignes, sans «\u202ffirst\u202f»', ar: 'الأسطر دون first', en: 'rows, without “first”' },
  cost: {
    fr: 'coût d’une opération\u202f: les lignes que sa réponse peut avoir, et le prix des comptes et des recherches',
    ar: 'كلفة العملية: ما قد يضمه جوابها من أسطر، وثمن العد والبحث',
    en: 'cost of an operation: the rows that its answer can have, and the price of counts and searches',
  },
  hourly: {
    fr: 'coût par heure et par adresse',
    ar: 'الكلفة في الساعة لكل عنوان',
    en: 'cost an hour for an address',
  },
  atOnce: { fr: 'opérations à la fois', ar: 'العمليات في آن واحد', en: 'operations at once' },
  ofAClient: {
    fr: 'opérations à la fois pour une adresse',
    ar: 'العمليات في آن واحد لعنوان واحد',
    en: 'operations at once for an address',
  },
  seconds: { fr: 'secondes par opération', ar: 'ثواني العملية', en: 'seconds for an operation' },
};

/** What each code of an error means and asks for; the codes are the API's own, in src/examples/codes.json. */
export const codeWords: Record<string, Words> = {
  BAD_REQUEST: {
    fr: 'Ce n’est pas une requête GraphQL\u202f: il manque «\u202fquery\u202f», ou le JSON est mal formé.',
    ar: 'ليس طلب GraphQL: ينقصه query، أو صيغة JSON فيه خاطئة.',
    en: 'This is no GraphQL request: “query” is missing, or the JSON is malformed.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    fr: 'Seules les requêtes de ce site sont connues par leur empreinte\u202f: envoyez le texte de la vôtre.',
    ar: 'لا تُعرف بالبصمة إلا استعلامات هذا الموقع: أرسلوا نص استعلامكم.',
    en: 'Only this site’s own queries are known by a hash: send the text of yours.',
  },
  GRAPHQL_PARSE_FAILED: {
    fr: 'Le document n’est pas du GraphQL.',
    ar: 'الوثيقة ليست بلغة GraphQL.',
    en: 'The document is not GraphQL.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    fr: 'Le document demande ce que le schéma n’a pas\u202f; le message dit souvent à quoi vous pensiez.',
    ar: 'تطلب الوثيقة ما ليس في المخطط؛ وغالبا ما تقترح الرسالة الاسم المقصود.',
    en: 'The document asks for what the schema doesn’t have; the message often says what you meant.',
  },
  COMPLEXITY_LIMIT_EXCEEDED: {
    fr: 'Une limite est dépassée\u202f; le message la nomme, et «\u202fallowed\u202f» est le plus qui soit permis.',
    ar: 'تم تجاوز أحد الحدود؛ تسميه الرسالة، وallowed هو أقصى المسموح به.',
    en: 'A limit is passed; the message names it, and “allowed” is the most there may be.',
  },
  BAD_USER_INPUT: {
    fr: 'Une valeur ne va pas\u202f; «\u202ffield\u202f» dit laquelle, et le message ce qui est permis.',
    ar: 'قيمة غير مقبولة؛ يبيّنها field، وتبيّن الرسالة المسموح به.',
    en: 'A value won’t do; “field” says which, and the message what is allowed.',
  },
  RATE_LIMITED: {
    fr: 'Le budget de l’heure est dépensé.',
    ar: 'نفد رصيد الساعة.',
    en: 'The hour’s budget is spent.',
  },
  TIMEOUT: {
    fr: 'L’opération a pris trop de temps\u202f: demandez moins à la fois.',
    ar: 'استغرقت العملية وقتا طويلا: اطلبوا أقل في كل مرة.',
    en: 'The operation took too long: ask for less at a time.',
  },
  UNAVAILABLE: {
    fr: 'Trop de requêtes à la fois, ou la base ne répond pas\u202f: réessayez.',
    ar: 'طلبات كثيرة في آن واحد، أو لا تجيب قاعدة المعطيات: أعيدوا المحاولة.',
    en: 'Too many requests at once, or the database doesn’t answer: try again.',
  },
  INTERNAL: {
    fr: 'La faute est de notre côté\u202f; «\u202frequestId\u202f» permet de la retrouver.',
    ar: 'الخطأ من جانبنا؛ ويُعثر عليه بواسطة requestId.',
    en: 'The fault is on our side; it can be found by the “requestId”.',
  },
};
