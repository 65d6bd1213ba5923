import type { Dictionary } from '../lib/language';

/** The words of the page for developers; those of its limits and of its ready queries are apart. */
export const developers = {
  lead: {
    fr: 'Tout ce que montre ce site se demande aussi à une API GraphQL, sans clé ni inscription, depuis un programme ou depuis la page d’un autre site.',
    ar: 'كل ما يعرضه هذا الموقع متاح أيضا عبر واجهة GraphQL، بلا مفتاح ولا تسجيل، من برنامج أو من صفحة موقع آخر.',
    en: 'Everything that this site shows can be asked of a GraphQL API too, without a key or an account, from a program or from another site’s page.',
  },
  endpoint: { fr: 'L’API', ar: 'الواجهة', en: 'The API' },
  endpointHow: {
    fr: 'POST en JSON, ou GET /graphql?query=…',
    ar: 'عبر POST بصيغة JSON، أو \u2066GET /graphql?query=…\u2069',
    en: 'POST with JSON, or GET /graphql?query=…',
  },
  schema: { fr: 'Le schéma', ar: 'المخطط', en: 'The schema' },
  schemaHow: {
    fr: 'un fichier, pour les outils qui en font des types',
    ar: 'ملف واحد، للأدوات التي تستخرج منه الأنواع',
    en: 'one file, for tools that make types of it',
  },
  onThisPage: { fr: 'Sur cette page', ar: 'في هذه الصفحة', en: 'On this page' },
  explore: { fr: 'Explorer', ar: 'الاستكشاف', en: 'Explore' },
  exploreLead: {
    fr: 'Une requête prête s’ouvre dans l’explorateur GraphiQL et s’exécute. Il est servi d’ici, n’écrit à personne d’autre, et il est en anglais.',
    ar: 'يُفتح الاستعلام الجاهز في مستكشف GraphiQL ويُنفَّذ. يُقدَّم المستكشف من هذا الموقع ولا يتصل بأي جهة أخرى، وهو بالإنجليزية.',
    en: 'A ready query opens in the GraphiQL explorer and is run. The explorer is served from here and talks to nobody else.',
  },
  ready: { fr: 'Requêtes prêtes', ar: 'استعلامات جاهزة', en: 'Ready queries' },
  open: { fr: 'Ouvrir l’explorateur', ar: 'فتح المستكشف', en: 'Open the explorer' },
  opening: { fr: 'L’explorateur se charge…', ar: 'جارٍ تحميل المستكشف…', en: 'The explorer is loading…' },
  opened: { fr: 'L’explorateur est ouvert.', ar: 'المستكشف مفتوح.', en: 'The explorer is open.' },
  notOpened: {
    fr: 'L’explorateur n’a pas pu être chargé.',
    ar: 'تعذر تحميل المستكشف.',
    en: 'The explorer could not be loaded.',
  },
  examples: { fr: 'Exemples', ar: 'أمثلة', en: 'Examples' },
  examplesLead: {
    fr: 'Ils marchent tels quels, sans rien installer. Les deux programmes lisent une liste page après page.',
    ar: 'تعمل كما هي، بلا أي تثبيت. ويقرأ البرنامجان قائمة صفحة تلو أخرى.',
    en: 'They work as they stand, with nothing to install. Both programs read a list page by page.',
  },
  typed: {
    fr: 'Un client typé, en cinq minutes',
    ar: 'عميل بأنواع معرّفة، في خمس دقائق',
    en: 'A typed client, in five minutes',
  },
  typedLead: {
    fr: 'Avec Node 22 ou plus récent (20 convient aussi, avec des avertissements). Les types viennent du schéma\u202f: un champ mal écrit est une erreur avant que rien ne s’exécute.',
    ar: 'مع Node 22 أو أحدث (ويصلح 20 أيضا، مع تنبيهات). تأتي الأنواع من المخطط: الحقل المكتوب خطأً يُكتشف قبل أي تنفيذ.',
    en: 'With Node 22 or later (20 will do too, with warnings). The types come from the schema: a misspelled field is an error before anything runs.',
  },
  install: { fr: 'Installer', ar: 'التثبيت', en: 'Install' },
  save: { fr: 'Enregistrer sous', ar: 'الحفظ باسم', en: 'Save as' },
  run: {
    fr: 'Faire les types, vérifier, exécuter',
    ar: 'إنشاء الأنواع والتحقق والتنفيذ',
    en: 'Make the types, check, run',
  },
  typedMore: {
    fr: 'Le client écrit les noms des partenaires. Refaites l’étape 4 après chaque changement d’une requête, et téléchargez de nouveau schema.graphql quand vous voulez ce que l’API a de nouveau. Les listes ont aussi «\u202fpageInfo\u202f», comme dans l’exemple JavaScript.',
    ar: 'يكتب العميل أسماء الشركاء. أعيدوا الخطوة 4 بعد كل تغيير في استعلام، ونزّلوا \u2066schema.graphql\u2069 من جديد متى أردتم جديد الواجهة. وللقوائم أيضا pageInfo، كما في مثال JavaScript.',
    en: 'The client writes the names of the partners. Do step 4 again after each change of a query, and download schema.graphql again when you want what is new in the API. Lists have “pageInfo” too, as in the JavaScript example.',
  },
  limits: { fr: 'Limites', ar: 'الحدود', en: 'Limits' },
  limitsLead: {
    fr: 'Ce qui dépasse une limite est refusé avant tout travail, et le refus nomme la limite. Les en-têtes RateLimit-Policy et RateLimit disent le budget de l’heure sur cette copie, et ce qu’il en reste. Les réponses gardées en mémoire ne coûtent rien. Les pages de ce site sont pour tous ceux qui partagent une adresse\u202f: leurs requêtes coûtent au plus un dixième, pour que le budget habituel suffise à 200 personnes.',
    ar: 'ما يتجاوز حدا يُرفض قبل أي عمل، ويذكر الرفض ذلك الحد. وتبيّن ترويستا \u2066RateLimit-Policy\u2069 وRateLimit رصيد الساعة في هذه النسخة وما بقي منه. والأجوبة المحفوظة في الذاكرة لا تكلف شيئا. وصفحات هذا الموقع لكل من يتقاسمون عنوانا واحدا: لا تكلف طلباتها أكثر من العُشر، ليكفي الرصيد المعتاد 200 شخص.',
    en: 'What is over a limit is refused before any work, and the refusal names the limit. The headers RateLimit-Policy and RateLimit say what the hour’s budget is on this copy, and what is left of it. Answers that are kept cost nothing. This site’s own pages are for everybody behind an address: their requests cost a tenth at most, so that the usual budget is enough for 200 people.',
  },
  what: { fr: 'Quoi', ar: 'ماذا', en: 'What' },
  most: { fr: 'Au plus', ar: 'الحد الأقصى', en: 'At most' },
  refusal: { fr: 'Un refus', ar: 'شكل الرفض', en: 'What a refusal looks like' },
  refusalLead: {
    fr: 'Chaque erreur a un code, et nomme ce qui est permis. Cette requête pourrait avoir cent fois cent lignes\u202f:',
    ar: 'لكل خطأ رمز، ويذكر ما هو مسموح به. قد يضم جواب هذا الاستعلام مئة في مئة من الأسطر:',
    en: 'Each error has a code, and names what is allowed. The answer to this query could have a hundred times a hundred rows:',
  },
  answered: { fr: 'La réponse', ar: 'الجواب', en: 'The answer' },
  status: {
    fr: 'Une requête refusée a le statut 400 avec «\u202fAccept: application/graphql-response+json\u202f»\u202f; avec «\u202fapplication/json\u202f», elle a 200 et les erreurs. Ce qui peut être redemandé plus tard a le statut 429, 503 ou 504\u202f; Retry-After dit après combien de secondes pour les deux premiers.',
    ar: 'يكون رمز حالة الطلب المرفوض 400 مع \u2066Accept: application/graphql-response+json\u2069، و200 مع الأخطاء إذا كان \u2066application/json\u2069. وما يمكن طلبه لاحقا تكون حالته 429 أو 503 أو 504، وتبيّن \u2066Retry-After\u2069 بعد كم ثانية في الحالتين الأوليين.',
    en: 'A refused request has the status 400 with “Accept: application/graphql-response+json”; with “application/json”, it has 200 and the errors. What can be asked again later has the status 429, 503 or 504; for the first two, Retry-After says after how many seconds.',
  },
  citing: { fr: 'Citer', ar: 'الاستشهاد', en: 'Citing' },
  citingLead: {
    fr: 'Un fait peut être corrigé. Citez donc le registre, la source du fait (le champ «\u202fcitations\u202f») et le jour où vous l’avez lu. «\u202fupdatedAt\u202f» dit quand une ligne a changé pour la dernière fois, et «\u202fchanges\u202f» ce qu’elle disait avant, et pourquoi. Par exemple\u202f:',
    ar: 'قد يُصحَّح المعطى. فاذكروا السجل ومصدر المعطى (الحقل citations) ويوم الاطلاع عليه. يبيّن updatedAt آخر تغيير للسطر، ويبيّن changes ما كان يقوله قبل ذلك وسبب التغيير. مثلا:',
    en: 'A fact can be corrected. So cite the register, the fact’s source (the field “citations”) and the day on which you read it. “updatedAt” says when a row last changed, and “changes” what it said before, and why. For example:',
  },
  citation: {
    fr: (address: string, day: string) =>
      `Mithaq, registre des conventions d’emploi, ${address}, consulté le ${day}\u202f; d’après La Vie éco, décembre 2021.`,
    ar: (address: string, day: string) =>
      `ميثاق، سجل اتفاقيات التشغيل، \u2066${address}\u2069، اطُّلع عليه في ${day}؛ نقلا عن La Vie éco، دجنبر 2021.`,
    en: (address: string, day: string) =>
      `Mithaq, a register of employment conventions, ${address}, read on ${day}; after La Vie éco, December 2021.`,
  },
  changed: { fr: 'Ce qui a changé récemment', ar: 'ما تغيّر مؤخرا', en: 'What changed lately' },
  changedLead: {
    fr: 'Les derniers faits publiés qui ont été corrigés ou retirés. «\u202fchanges(since:)\u202f» les donne tous, et «\u202fupdatedSince\u202f», dans les filtres, ce qui s’est ajouté ou a changé.',
    ar: 'آخر المعطيات المنشورة التي صُحّحت أو سُحبت. تعطيها كلها \u2066changes(since:)\u2069، ويعطي updatedSince في التصفية ما أضيف أو تغيّر.',
    en: 'The last published facts that were corrected or taken away. “changes(since:)” gives them all, and “updatedSince”, in filters, what was added or changed.',
  },
  unchanged: {
    fr: 'Aucun fait publié n’a changé jusqu’ici.',
    ar: 'لم يتغير أي معطى منشور حتى الآن.',
    en: 'No published fact has changed so far.',
  },
  before: { fr: 'avant\u202f:', ar: 'قبل:', en: 'before:' },
  now: { fr: 'maintenant\u202f:', ar: 'الآن:', en: 'now:' },
  removed: { fr: 'retiré', ar: 'مسحوب', en: 'taken away' },
  versions: { fr: 'Versions', ar: 'الإصدارات', en: 'Versions' },
  versionsLead: {
    fr: 'Le schéma n’a pas de numéro de version. Des champs, des types et des valeurs s’ajoutent à tout moment\u202f: acceptez une valeur que vous ne connaissez pas. Rien n’est retiré ni restreint sans avoir été marqué @deprecated, avec sa date, pendant un an.',
    ar: 'ليس للمخطط رقم إصدار. تضاف حقول وأنواع وقيم في أي وقت: فاقبلوا قيمة لا تعرفونها. ولا يُحذف شيء ولا يُضيَّق إلا بعد وسمه \u2066@deprecated\u2069 مع تاريخه مدة سنة.',
    en: 'The schema has no version number. Fields, types and values are added at any time: accept a value that you don’t know. Nothing is removed or narrowed without having been marked @deprecated, with its date, for a year.',
  },
  tag: {
    fr: 'Le fichier du schéma a un ETag\u202f: un outil peut demander chaque jour s’il a changé.',
    ar: 'لملف المخطط ETag: يمكن لأداة أن تسأل كل يوم هل تغيّر.',
    en: 'The schema’s file has an ETag: a tool can ask every day whether it has changed.',
  },
  licence: { fr: 'Licence des données', ar: 'رخصة المعطيات', en: 'Licence of the data' },
  licenceLead: {
    fr: 'Les faits du registre sont sous licence CC BY 4.0\u202f: réutilisez-les, y compris à des fins commerciales, en citant le registre et la source de chaque fait. Les citations textuelles et les données d’autrui qu’il contient restent à leurs propriétaires.',
    ar: 'معطيات السجل متاحة بموجب رخصة \u2066CC BY 4.0\u2069: يمكن إعادة استعمالها، ولو لأغراض تجارية، مع ذكر السجل ومصدر كل معطى. أما الاقتباسات وبيانات الغير الواردة فيه فتبقى لأصحابها.',
    en: 'The register’s facts are under CC BY 4.0: reuse them, for profit too, with credit to the register and to each fact’s source. The quotations and others’ data in it stay their owners’.',
  },
  licenceText: { fr: 'Texte de la licence', ar: 'نص الرخصة', en: 'The licence’s text' },
  reference: { fr: 'Référence', ar: 'المرجع', en: 'Reference' },
  referenceLead: {
    fr: 'Chaque type du schéma, dans ses propres mots, en anglais.',
    ar: 'كل أنواع المخطط بألفاظه، بالإنجليزية.',
    en: 'Every type of the schema, in its own words.',
  },
  showReference: { fr: 'Montrer la référence', ar: 'عرض المرجع', en: 'Show the reference' },
  noReference: {
    fr: 'Le schéma n’a pas pu être chargé. Réessayez dans un instant.',
    ar: 'تعذر تحميل المخطط. أعيدوا المحاولة بعد لحظة.',
    en: 'The schema could not be loaded. Try again in a moment.',
  },
  find: { fr: 'Chercher un type ou un champ', ar: 'البحث عن نوع أو حقل', en: 'Find a type or a field' },
  noneFound: {
    fr: 'Aucun type ni champ ne s’appelle ainsi.',
    ar: 'لا نوع ولا حقل بهذا الاسم.',
    en: 'No type or field is called so.',
  },
} satisfies Dictionary;
