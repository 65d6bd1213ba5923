import type { Dictionary } from '../lib/language';
import type { Counted } from '../lib/numbers';

const taken: Counted = {
  fr: { one: '{} réponse est prise.', other: '{} réponses sont prises.' },
  ar: {
    zero: 'لم يؤخذ أي جواب.',
    one: 'أُخذ جواب واحد.',
    two: 'أُخذ جوابان.',
    few: 'أُخذت {} أجوبة.',
    many: 'أُخذ {} جوابا.',
    other: 'أُخذ {} جواب.',
  },
  en: { one: '{} answer is taken.', other: '{} answers are taken.' },
};

const take: Counted = {
  fr: { one: 'Prendre {} réponse, laisser les autres', other: 'Prendre {} réponses, laisser les autres' },
  ar: {
    zero: 'لا شيء يؤخذ',
    one: 'أخذ الجواب الجاهز وترك الباقي',
    two: 'أخذ الجوابين الجاهزين وترك الباقي',
    few: 'أخذ {} أجوبة وترك الباقي',
    many: 'أخذ {} جوابا وترك الباقي',
    other: 'أخذ {} جواب وترك الباقي',
  },
  en: { one: 'Take {} answer, leave the others', other: 'Take {} answers, leave the others' },
};

const open: Counted = {
  fr: { one: '{} question reste posée.', other: '{} questions restent posées.' },
  ar: {
    zero: 'لم يبق أي سؤال.',
    one: 'بقي سؤال واحد قائما.',
    two: 'بقي سؤالان قائمين.',
    few: 'بقيت {} أسئلة قائمة.',
    many: 'بقي {} سؤالا قائما.',
    other: 'بقي {} سؤال قائما.',
  },
  en: { one: '{} question stays open.', other: '{} questions stay open.' },
};

/** Answering by a file whether what was verified still holds. */
export const heldFile = {
  title: { fr: 'Répondre par un fichier', ar: 'الجواب بواسطة ملف', en: 'Answer by a file' },
  lead: {
    fr: 'Le fichier contient toutes les questions, de toutes vos conventions. Remplissez la colonne «\u202fRéponse\u202f», et le dernier jour de ce qui est terminé, puis déposez-le ici\u202f: tout est vérifié d’un coup. Ce qui reste vide reste demandé. Les reçus sont parmi les déclarations, sur votre page.',
    ar: 'يتضمن الملف كل الأسئلة عن كل اتفاقياتكم. املؤوا عمود «الجواب»، واليوم الأخير لما انتهى، ثم ضعوه هنا: يُفحص كل شيء دفعة واحدة. وما يُترك فارغا يبقى مطلوبا. وتجدون الوصولات بين التصريحات في صفحتكم.',
    en: 'The file holds all questions, of all your conventions. Fill in the column “Answer”, and the last day of what has ended, and give it here: all is checked at once. What is left empty stays asked. The receipts are among the declarations, on your page.',
  },
  questions: { fr: 'Les questions, à remplir', ar: 'الأسئلة، للملء', en: 'The questions, to fill in' },
  fileHint: {
    fr: '10 Mo et 10\u202f000 lignes au plus.',
    ar: '10 ميغابايت و10000 سطر على الأكثر.',
    en: '10 MB and 10,000 rows at most.',
  },
  send: {
    fr: 'Vérifier le fichier et envoyer les réponses',
    ar: 'فحص الملف وإرسال الأجوبة',
    en: 'Check the file and send the answers',
  },
  taken,
  take,
  open,
} satisfies Dictionary;
