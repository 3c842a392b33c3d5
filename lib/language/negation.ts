import { simplify } from './chinese';
import { tokenize } from './tokens';

/** Words that deny, by language; as written in running text, in lower case. */
/** Chinese words that begin by denying and do not: 不过 is "however", 不断 "always". */
const notDenying = new Set(
  '不过 不但 不仅 不光 不只 不断 不禁 不久 不料 不管 不论 不少 不时 不妨 不惜 未来 未免 未必 非常 非得 无论 无数 无非 莫非 没收 不利 不幸 不同 不足 不安 不满 不便 不平 不移 无视'.split(
    ' ',
  ),
);

function deniesInChinese(word: string): boolean {
  return (
    /^(?:[不没未勿]|[莫非无毫]$|毫无|绝不|决不|并不|从不|从未|无法|无权|无须)/.test(word) &&
    !notDenying.has(word)
  );
}

const deniers: Record<string, RegExp> = {
  en: /\b(?:not|no|never|nor|neither|none|nothing|nobody|nowhere|cannot|without|unless|refus\w*|den(?:y|ies|ied)|fail(?:s|ed)?)\b|n['’]t\b|\bun(?:necessary|likely|able|fit|willing|wise)\b|\bim(?:proper|possible)\b|\bin(?:capable|appropriate)\b/giu,
  fr: /\b(?:ne|n['’]|pas|jamais|rien|personne|aucune?|nul(?:le)?|sans|ni)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:no|nunca|jamás|nada|nadie|ningun[ao]?|ningún|sin|ni|tampoco)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:nicht|nie(?:mals)?|kein\p{L}*|nichts|niemand|ohne|weder|noch)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:не|нет|ни|никогда|никто|ничто|никак\p{L}*|без)(?!\p{L})/giu,
  ar: /(?<!\p{L})(?:و?لا|لم|لن|ليس\p{L}*|غير|دون|بدون|عدم)(?!\p{L})/gu,
};

/** How many words of a text deny; null for a language of which that is not known. */
export function negations(text: string, language: string): number | null {
  if (language === 'zh') {
    return tokenize(text, language).filter(({ norm }) => deniesInChinese(simplify(norm))).length;
  }
  const pattern = deniers[language];
  return pattern ? (text.match(pattern)?.length ?? 0) : null;
}
