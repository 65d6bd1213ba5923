-- +goose Up

-- The reference lists: the twelve regions with their legal population, the sections of NMA 2010, the indicators and the
-- register's first counting rules. They are facts like any other: cited, and changed by a later migration only.
select set_config('mithaq.actor', 'migration', true), set_config('mithaq.reason', 'reference lists', true);

insert into sources (slug, title, language) values
  ('decret-2-24-1009', 'Décret n° 2-24-1009', 'FR'),
  ('nma-2010', 'Nomenclature marocaine des activités 2010 (NMA 2010)', 'FR');

insert into regions (code, name_fr, name_ar, name_en, population, population_as_of) values
  ('MA-01', 'Tanger-Tétouan-Al Hoceïma', 'طنجة - تطوان - الحسيمة', 'Tangier-Tetouan-Al Hoceima', 4030222, '2024-09-01'),
  ('MA-02', 'L’Oriental', 'الشرق', 'Oriental', 2294665, '2024-09-01'),
  ('MA-03', 'Fès-Meknès', 'فاس - مكناس', 'Fez-Meknes', 4467911, '2024-09-01'),
  ('MA-04', 'Rabat-Salé-Kénitra', 'الرباط - سلا - القنيطرة', 'Rabat-Salé-Kenitra', 5132639, '2024-09-01'),
  ('MA-05', 'Béni Mellal-Khénifra', 'بني ملال - خنيفرة', 'Béni Mellal-Khénifra', 2525801, '2024-09-01'),
  ('MA-06', 'Casablanca-Settat', 'الدار البيضاء - سطات', 'Casablanca-Settat', 7688967, '2024-09-01'),
  ('MA-07', 'Marrakech-Safi', 'مراكش - آسفي', 'Marrakesh-Safi', 4892393, '2024-09-01'),
  ('MA-08', 'Drâa-Tafilalet', 'درعة - تافيلالت', 'Drâa-Tafilalet', 1655623, '2024-09-01'),
  ('MA-09', 'Souss-Massa', 'سوس - ماسة', 'Souss-Massa', 3020431, '2024-09-01'),
  ('MA-10', 'Guelmim-Oued Noun', 'كلميم - واد نون', 'Guelmim-Oued Noun', 448685, '2024-09-01'),
  ('MA-11', 'Laâyoune-Sakia El Hamra', 'العيون - الساقية الحمراء', 'Laâyoune-Sakia El Hamra', 451028, '2024-09-01'),
  ('MA-12', 'Dakhla-Oued Ed-Dahab', 'الداخلة - وادي الذهب', 'Dakhla-Oued Ed-Dahab', 219965, '2024-09-01');

insert into citations (source_id, position, region_id, fact, statement_fr, statement_ar, statement_en)
select s.id, 1, r.id, 'population',
  'Population légale au 1er septembre 2024, étrangers compris.',
  'الساكنة القانونية في فاتح شتنبر 2024، بما فيها الأجانب.',
  'Legal population on 1 September 2024, foreigners included.'
from sources s, regions r where s.slug = 'decret-2-24-1009'
order by r.code;

-- Which sections are technology no source says: the grouping is the register's own.
insert into sectors (code, name_fr, name_ar, name_en, grouping) values
  ('A', 'Agriculture, sylviculture et pêche', 'الفلاحة والغابات والصيد', 'Agriculture, forestry and fishing', null),
  ('B', 'Industries extractives', 'الصناعات الاستخراجية', 'Mining and quarrying', 'INDUSTRY'),
  ('C', 'Industrie manufacturière', 'الصناعة التحويلية', 'Manufacturing', 'INDUSTRY'),
  ('D', 'Production et distribution d’électricité, de gaz, de vapeur et d’air conditionné', 'إنتاج وتوزيع الكهرباء والغاز والبخار وتكييف الهواء', 'Electricity, gas, steam and air conditioning supply', 'INDUSTRY'),
  ('E', 'Production et distribution d’eau, assainissement, gestion des déchets et dépollution', 'إنتاج وتوزيع الماء والتطهير ومعالجة النفايات وإزالة التلوث', 'Water supply; sewerage, waste management and remediation', 'INDUSTRY'),
  ('F', 'Construction', 'البناء', 'Construction', 'INDUSTRY'),
  ('G', 'Commerce ; réparation d’automobiles et de motocycles', 'التجارة وإصلاح السيارات والدراجات النارية', 'Wholesale and retail trade; repair of motor vehicles and motorcycles', 'SERVICES'),
  ('H', 'Transports et entreposage', 'النقل والتخزين', 'Transportation and storage', 'SERVICES'),
  ('I', 'Hébergement et restauration', 'الإيواء والمطاعم', 'Accommodation and food service activities', 'SERVICES'),
  ('J', 'Information et communication', 'الإعلام والاتصال', 'Information and communication', 'TECHNOLOGY'),
  ('K', 'Activités financières et d’assurance', 'الأنشطة المالية والتأمين', 'Financial and insurance activities', 'SERVICES'),
  ('L', 'Activités immobilières', 'الأنشطة العقارية', 'Real estate activities', 'SERVICES'),
  ('M', 'Activités spécialisées, scientifiques et techniques', 'الأنشطة المتخصصة والعلمية والتقنية', 'Professional, scientific and technical activities', 'SERVICES'),
  ('N', 'Activités de services administratifs et de soutien', 'أنشطة الخدمات الإدارية وخدمات الدعم', 'Administrative and support service activities', 'SERVICES'),
  ('O', 'Administration publique', 'الإدارة العمومية', 'Public administration and defence; compulsory social security', 'SERVICES'),
  ('P', 'Enseignement', 'التعليم', 'Education', 'SERVICES'),
  ('Q', 'Santé humaine et action sociale', 'الصحة والعمل الاجتماعي', 'Human health and social work activities', 'SERVICES'),
  ('R', 'Arts, spectacles et activités récréatives', 'الفنون والعروض والأنشطة الترفيهية', 'Arts, entertainment and recreation', 'SERVICES'),
  ('S', 'Autres activités de services', 'أنشطة خدماتية أخرى', 'Other service activities', 'SERVICES'),
  ('T', 'Activités des ménages en tant qu’employeurs', 'أنشطة الأسر بصفتها مشغلة', 'Activities of households as employers', 'SERVICES'),
  ('U', 'Activités extra-territoriales', 'أنشطة المنظمات والهيئات خارج الإقليم', 'Activities of extraterritorial organizations and bodies', 'SERVICES');

insert into citations (source_id, position, sector_id, fact, statement_fr, statement_ar, statement_en)
select s.id, 1, t.id, 'name',
  'Section de la nomenclature marocaine des activités de 2010, alignée sur la CITI rév. 4.',
  'باب من التصنيف المغربي للأنشطة لسنة 2010، المطابق للتصنيف الصناعي الدولي الموحد، التنقيح الرابع.',
  'Section of the Moroccan classification of activities of 2010, aligned on ISIC rev. 4.'
from sources s, sectors t where s.slug = 'nma-2010'
order by t.code;

insert into indicators (code, position, name_fr, name_ar, name_en) values
  ('JOBS_CREATED', 1, 'emplois créés', 'مناصب الشغل المحدثة', 'jobs created'),
  ('PROJECT_HOLDERS_SUPPORTED', 2, 'porteurs de projets accompagnés', 'حاملو المشاريع الذين تتم مواكبتهم', 'project holders supported'),
  ('PEOPLE_TRAINED', 3, 'personnes formées', 'الأشخاص المكوَّنون', 'people trained');

-- Rule 1 is the register's own: the sources of December 2021 define none of it.
insert into counting_rules (
  indicator_id, version, applies_from, register_own, counting, counted_from_stage,
  sustained_after_value, sustained_after_status, neet_from_age_status, neet_to_age_status,
  definition_fr, definition_ar, definition_en)
select i.id, 1, '2021-12', true, 'NET', r.stage::stage,
  r.sustained, case when r.sustained is null then 'NOT_APPLICABLE' else 'KNOWN' end::figure_status,
  'NOT_APPLICABLE', 'NOT_APPLICABLE', r.fr, r.ar, r.en
from indicators i
join (values
  ('JOBS_CREATED', null, 6,
   'Un emploi compte s’il est déclaré sous une convention et que sa ligne est acceptée. On compte des postes : une embauche qui remplace une autre sur le même poste ne s’ajoute pas. Maintenu : toujours occupé six mois après le début. Règle propre au registre ; les sources de décembre 2021 n’en définissent aucune, et aucune limite d’âge n’est posée pour les NEET.',
   'يُحتسب منصب الشغل إذا صُرح به في إطار اتفاقية وقُبل سطره. تُحتسب المناصب: التشغيل الذي يعوض غيره في المنصب نفسه لا يضاف. المستمر: ما زال مشغولا بعد ستة أشهر من بدايته. هذه قاعدة السجل نفسه؛ مصادر دجنبر 2021 لا تحدد أي قاعدة، ولا حد للسن بالنسبة لمن هم خارج الشغل والدراسة والتكوين.',
   'A job counts when it is declared under a convention and its row is accepted. Posts are counted: a hire that refills a post is not added. Sustained: still held six months after its start. The rule is the register’s own; the sources of December 2021 define none, and no limit of age is set for NEET.'),
  ('PROJECT_HOLDERS_SUPPORTED', 'WELCOMED', 12,
   'Un porteur de projet compte comme accompagné à partir de l’étape « accueilli », une seule fois. Maintenu : toujours suivi douze mois après le lancement. Règle propre au registre ; les sources de décembre 2021 n’en définissent aucune.',
   'يُحتسب حامل المشروع ضمن من تتم مواكبتهم ابتداء من مرحلة «تم استقباله»، ومرة واحدة فقط. المستمر: ما زال قيد المواكبة بعد اثني عشر شهرا من انطلاق المشروع. هذه قاعدة السجل نفسه؛ مصادر دجنبر 2021 لا تحدد أي قاعدة.',
   'A project holder counts as supported from the stage “welcomed” on, and once only. Sustained: still followed up twelve months after the launch. The rule is the register’s own; the sources of December 2021 define none.'),
  ('PEOPLE_TRAINED', 'TRAINED', null,
   'Comptent les porteurs de projets et les demandeurs d’emploi parvenus à l’étape « formé » ou au-delà, chacun une seule fois. Règle propre au registre.',
   'يُحتسب حاملو المشاريع وطالبو الشغل الذين بلغوا مرحلة «تم تكوينه» أو ما بعدها، كل واحد مرة واحدة. هذه قاعدة السجل نفسه.',
   'Project holders and job seekers at the stage “trained” or later count, each once. The rule is the register’s own.')
) r (code, stage, sustained, fr, ar, en) on r.code = i.code
order by i.position;
