/** Letters, and the languages that are written with them, as primary tags of BCP 47. */
export interface Alphabet {
  languages: string;
  letters: string;
}

/**
 * The small letters beyond ASCII of languages in Latin script. Those of the north, which are hard to tell
 * apart by their other letters, stand for one another.
 * Source: the exemplar characters of CLDR 46 (main, and of auxiliary ones those that loan words often have).
 */
export const latinAlphabets: readonly Alphabet[] = [
  { languages: 'da nb nn no sv', letters: 'æøåéèêóòôâüöä' },
  { languages: 'sv fi da nb nn no', letters: 'äöåéàüñ' },
  { languages: 'is fo', letters: 'áæðéíóöúýþ' },
  { languages: 'de', letters: 'äöüßéàèêçô' },
  { languages: 'fr', letters: 'àâæçèéêëîïôœùûüÿ' },
  { languages: 'es', letters: 'áéíñóúüªºç' },
  { languages: 'pt', letters: 'áàâãçéêíóôõúüªº' },
  { languages: 'it', letters: 'àèéìíîòóùúªº' },
  { languages: 'nl', letters: 'áäâàçéèëêíïîóöôúüû' },
  { languages: 'ca', letters: 'àçéèíïóòúü·' },
  { languages: 'ga gd cy', letters: 'áéíóúàèìòùâêîôûŵŷ' },
  { languages: 'pl', letters: 'ąćęłńóśźżéüö' },
  { languages: 'cs sk', letters: 'áčďéěíňóřšťúůýžäöü' },
  { languages: 'sk cs', letters: 'áäčďéíĺľňóôŕšťúýž' },
  { languages: 'hu', letters: 'áéíóöőúüűä' },
  { languages: 'ro', letters: 'ăâîșşțţéö' },
  { languages: 'hr sl bs sr', letters: 'čćđšž' },
  { languages: 'tr az', letters: 'âçğıîöşüûİ' },
  { languages: 'et', letters: 'äõöüšžé' },
  { languages: 'lv', letters: 'āčēģīķļņšūž' },
  { languages: 'lt', letters: 'ąčęėįšųūž' },
  { languages: 'eo', letters: 'ĉĝĥĵŝŭ' },
  { languages: 'la', letters: 'āēīōūǣæœëàâêîôû' },
];

/** Letters of Cyrillic in the order of how often they come. */
export const cyrillicAlphabets: readonly string[] = [
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', // Russian
  'оаинтевріслкумдпзяьбгчйхцжюїщєфґ', // Ukrainian
  'аоиетнрсвлкдпмзъугябчйжцхшщфюь', // Bulgarian
  'аоіенрклтсвдпумыяьзбгўчйжхцэюшфё', // Belarusian
  'аоеинтрсјвкудмплзгбчцшњжхћфљђџѓќѕ', // Serbian, Macedonian
];

/** The same of Greek, Hebrew, Arabic and Thai. */
export const otherAlphabets: readonly string[] = [
  'αοιετσνηυρπκμςλωδγθχάόίέήύώφβξζψϊΐϋΰ',
  'יוהלמאתרשנבםקדעחפכןצגזטסךץף',
  'الينمتربوعدةسهفكقحجأىشصطخإضذزثءئغظؤآًٌٍَُِّْـ',
  'านรอกเงมยลวดทสตะปบคหแจพชขใไโัิี่้์็ืุูึผถซธณฐญศษฟำภฝฉๆๅฤฒ',
];
