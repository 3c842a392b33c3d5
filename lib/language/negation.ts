import { simplifyInPlace } from './chinese';
import { tokenize } from './tokens';

/**
 * How a text denies: by words that do nothing else (not, never), or perhaps by one that may (without, only,
 * until, unlawful) or within a phrase that limits more than it denies (not only, ne … que).
 */
export interface Denials {
  /** Places of the words that surely deny; UTF-16 offsets, end exclusive. */
  clear: [start: number, end: number][];
  /** Whether anything in the text may deny. */
  isPossible: boolean;
}

interface DenialWords {
  /** Phrases whose negation denies nothing by itself; they are looked for first. */
  limiting?: RegExp;
  clear: RegExp;
  possible: RegExp;
}

/** Patterns that fit whole words of any script. */
const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'giu');

const denialWords: Readonly<Record<string, DenialWords>> = {
  en: {
    limiting: words(
      "(?:do not|don['’]t)(?: you)? (?:worry|mind|fear)|never mind|(?:can(?:not|['’]t| not)|could(?:n['’]t| not)) (?:help|but)|los[et]\\p{L}* no time|\\p{L}+n['’]t (?:I|you|he|she|it|we|they|this|that|there)(?=[^.!?]*\\?)|not only|not just|nothing but|none other than|no (?:sooner|doubt|matter|more than|less than)|or not|out of nowhere|(?:not?|never|nothing|cannot|\\p{L}+n['’]t)(?=[^.!?;]{0,200} (?:until|till|unless|except|but)\\b)|no(?=\\.? ?\\d)",
    ),
    clear: words("not|never|no|nor|neither|none|nothing|nobody|nowhere|cannot|\\p{L}+n['’]t"),
    possible: words(
      'without|lest|unless|until|till|since|only|but|hardly|scarcely|barely|rarely|seldom|little|few|less|except|instead|rather|wrong\\p{L}*|against|beyond|refus\\p{L}*|declin\\p{L}*|den(?:y|ies|ied|ying)|fail\\p{L}*|lack\\p{L}*|los[es]\\p{L}*|lost|avoid\\p{L}*|prevent\\p{L}*|for(?:bid|bad)\\p{L}*|prohibit\\p{L}*|reject\\p{L}*|cease\\p{L}*|stop\\p{L}*|before|soon|refrain\\p{L}*|ignor\\p{L}*|silen\\p{L}*|dumb|mute|reluct\\p{L}*|resist\\p{L}*|short\\p{L}*|than|yes|too|as (?:it|they|he|she) (?:is|are|was|were)|free (?:from|of)|absen\\p{L}*|exempt\\p{L}*|oppos\\p{L}*|in\\p{L}{4,}(?:able|ible|ibly|ably)|void|illegal\\p{L}*|irregular\\p{L}*|un(?!der|til|it|iver|ion)\\p{L}{3,}|i[mr](?=[mpr])\\p{L}{3,}|dis\\p{L}{3,}|non-?\\p{L}{3,}|in(?:ca|app|suff|val|hum|jus|div|vis|ab|ad|ac|alien|cor|def|det|dig|dis|eff|eq|fin|sec|sep|sig|tol|vol)\\p{L}+|\\p{L}{3,}less',
    ),
  },
  fr: {
    limiting:
      /(?<!\p{L})(?:n['’]importe|(?:ne |n['’])cess\p{L}*|(?:ne |n['’])(?:[^.!?;]{0,200}? )?(?=qu[e'’])|à moins|(?:avant|de peur) qu[e'’]\p{L}* ne)/giu,
    clear: /(?<!\p{L})(?:ne(?!\p{L})|n['’](?=\p{L}))/giu,
    possible: words(
      "pas|jamais|rien|mal|autrement|aucune?|nul(?:le)?|sans|ni|non|seul\\p{L}*|sauf|contre|hors|avant|jusqu['’]à|qu[e'’]|in\\p{L}{4,}|im[mp]\\p{L}{3,}|dé[sn]\\p{L}+|refus\\p{L}*|empêch\\p{L}*|interdi\\p{L}*",
    ),
  },
  es: {
    limiting: words(
      'no (?:sólo|solo|solamente|obstante|poc[oa]s?|menos)|mientras no|hasta que no|(?:no|nada)(?=[^.!?;]{0,200} (?:sino|hasta|excepto|salvo)\\b)',
    ),
    clear: words('no|nunca|jamás|nada|nadie|tampoco|ningun[ao]?|ningún'),
    possible: words(
      'sin|ni|sólo|solo|solamente|salvo|excepto|contra|hasta|in\\p{L}{4,}|im[mp]\\p{L}{3,}|des\\p{L}{4,}|neg\\p{L}+|impid\\p{L}*|prohib\\p{L}*|rechaz\\p{L}*',
    ),
  },
  de: {
    limiting: words(
      'nicht (?:nur|allein|zuletzt|mehr als)|(?:nichts?|kein\\p{L}*)(?=[^.!?;]{0,200} (?:als|außer|bis|sondern)(?!\\p{L}))',
    ),
    clear: words('nicht|nie|niemals|kein\\p{L}*|nichts|niemand\\p{L}*'),
    possible: words(
      'ohne|weder|noch|kaum|nur|außer|gegen|bis|un\\p{L}{4,}|miss\\p{L}{3,}|\\p{L}{3,}los\\p{L}{0,2}|verbiet\\p{L}*|verbot\\p{L}*|verhinder\\p{L}*|weiger\\p{L}*',
    ),
  },
  ru: {
    limiting: words(
      'не только|не раз|не (?:менее|более) чем|пока не|чуть не|едва не|бы (?:то )?ни|бы (?:он|она|оно|они|я|ты|мы|вы|кто|что) (?:то )?ни|не(?=[^.!?;]{0,200} (?:кроме|иначе))',
    ),
    clear: words('не|нет|никогда|никто|никого|никому|ничто|ничего|никак\\p{L}*|нельзя'),
    possible: words(
      'ни|без\\p{L}*|кроме|лишь|только|против\\p{L}*|иначе|пока|до|не\\p{L}{3,}|отказ\\p{L}*|запре\\p{L}*',
    ),
  },
  ar: {
    limiting: words(
      'و?لا سيما|لا غنى|[وف]?(?:لا|لم|لن|ليس\\p{L}*)(?=[^.!؟؛]{0,200} (?:إلا|سوى|حتى)(?!\\p{L}))',
    ),
    clear: words('[وف]?(?:لا|لم|لن|ليس\\p{L}*)'),
    possible: words(
      'غير|[بو]?دون|بدون|[بل]?عدم|إلا|سوى|حتى|قبل|ل?كيلا|ألا|لئلا|ضد|[يت]منع\\p{L}*|رفض\\p{L}*',
    ),
  },
};

/** Chinese words that hold a sign of denial and do not deny: 不过 is “however”, 不断 “always”. */
const notDenying = new Set(
  '不过 不但 不仅 不光 不只 不断 不禁 不久 不管 不论 不时 不妨 不惜 未来 未免 未必 非常 非得 无论 无数 无非 莫非 没收 不利 不幸 不同 不足 不安 不满 不便 不平 不移 无视 不由 不由得 不免 不如 不停 不住 不觉 不止 不日'.split(
    ' ',
  ),
);

/**
 * Phrases that are cut into several words, and deny nothing: set ones, questions that offer both answers
 * (来不来, 是…不是？) or expect a yes (不会…吗？), and 不多 before a word of time.
 */
const limitingInChinese =
  /不记名|不得不|不能不|差不多|对不起|了不起|不一会儿?|不多(?=的?时|几?[日天])|不错|不[小少浅轻凡尽料]|(?<=(\p{Script=Han}))不\1|(?<=(\p{Script=Han}{2}))不\2|(?:不是|没有|不)(?=[吗呢]?[？?])|[不没未](?:有|是)?(?=[^。！？!?，；]*[吗罢吧么][？?])/gu;
const clearInChinese =
  /^(?:[不没未勿]|[莫无毫]$|毫无|绝不|决不|并不|从不|从未|无法|无权|无须)|没有|从来不/;
const possibleInChinese = /[不没未无非勿毫否免拒缺失禁反难别只仅除岂休怎何哪谁]|那里/;

/** How a text denies; null for a language of which that is not known. */
export function denialsIn(text: string, language: string): Denials | null {
  if (language === 'zh') return denialsInChinese(simplifyInPlace(text));
  const known = denialWords[language];
  if (!known) return null;
  const { plain, origin } = withoutVowelMarks(text);
  const rest = known.limiting ? plain.replace(known.limiting, blank) : plain;
  const clear = [...rest.matchAll(known.clear)].map(({ index, 0: word }): [number, number] => [
    origin[index],
    origin[index + word.length],
  ]);
  const isPossible = clear.length > 0 || rest !== plain || plain.search(known.possible) >= 0;
  return { clear, isPossible };
}

/** As long as what it stands for, so that places after it stay. */
const blank = (phrase: string): string => ' '.repeat(phrase.length);

/** A text without the vowel marks of Arabic, and where each of its characters, and its end, stood. */
function withoutVowelMarks(text: string): { plain: string; origin: number[] } {
  const origin: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    if (/[\u064b-\u0652]/.test(text[at])) continue;
    plain += text[at];
    origin.push(at);
  }
  origin.push(text.length);
  return { plain, origin };
}

function denialsInChinese(text: string): Denials {
  const rest = text.replace(limitingInChinese, (phrase) => '，'.repeat(phrase.length));
  const clear = tokenize(rest, 'zh')
    .filter(({ norm }) => clearInChinese.test(norm) && !notDenying.has(norm))
    .map(({ start, end }): [number, number] => [start, end]);
  return { clear, isPossible: clear.length > 0 || possibleInChinese.test(text) };
}
