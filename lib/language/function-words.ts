/** Words that stand in nearly every sentence of a language, by primary tag; lower case. */
const lists: Record<string, string> = {
  en: 'the of and to in a is that it was for on with as he his they be at by this had not are but from or have an which you were her she there been their if will would who we no so by my me came said',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sie nach wie am um daß dass wir ich war',
  fr: 'le la les de des et en un une du dans est que qui par pour au il sur plus ne se ce pas avec elle son sa ses ou je vous nous aux était dit',
  es: 'el la los las de del y en un una que es por con para se no su al lo como más pero sus le ya o este sí porque era muy dijo',
  it: 'il la lo gli le di del della dei e in un una che è per con non si da al come più ma nel alla sono era suo questo disse',
  pt: 'o a os as de do da dos das e em um uma que é por com para não se no na ao mais como mas foi seu sua ele era disse',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door hij ze was had naar werd zich ik',
  la: 'et in est non ad ut cum qui quae quod sed ex a ab de si per enim autem aut nec hoc te me se sunt quam eius ejus esse erat vox ait dominus deus',
  sv: 'och att det i en som på är av för med den till inte om ett men var jag han de sig från vi så här hade',
  da: 'og i at det er en til af på for med den der ikke de et var som har han jeg fra men om sig så',
  no: 'og i det er en til av på for med den som ikke de et var har han jeg fra men om seg så at',
  pl: 'i w na z do się nie że o to jest za od jak po ale przez a dla co był jego był tak już tym',
  cs: 'a v na se je že to s z do o by ale jako za pro k po jsem byl ve jeho ne jen co tak',
  hu: 'a az és hogy nem is egy meg de ez volt ha csak már mint el még ki azt aki mert',
  ro: 'și de la în a cu pe nu se o că un din este sa al lui mai pentru care ca au fost',
  fi: 'ja on ei että se hän oli niin kun mutta ovat myös joka kuin tämä minä sen ole',
  tr: 've bir bu da de için ne o ile gibi çok daha ama ki olarak var olan en değil',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka sudah',
  ru: 'и в не на что он с как я это по но к о у его из за от а она так было же бы то да все всё ее её мне вы меня до ты мы они для при без под над уже еще ещё или если когда где там тут кто чтобы только был была были есть нет ни вот ему ей их им себя во со ко потом этот эта тот',
  uk: 'і й в у не на що він з із як я це по але до про його за від а вона так було ж би то та все її мені ви мене ти ми вони для при без під над вже ще або якщо коли де там тут хто щоб тільки був була були є немає ні ось йому їй їх їм себе потім цей ця той',
  be: 'і й ў у не на што ён з са як я гэта па але да пра яго за ад а яна так было ж бы то усё яе мне вы мяне ты мы яны для пры без пад над ужо яшчэ або ці калі дзе там тут хто каб толькі быў была былі ёсць няма ні вось яму ёй іх ім сябе потым гэты тая той',
  bg: 'и в във не на че той с със как аз това по но към от за а тя така беше би то да се е са си ще го му ги им й ни ми ви ме до ти ние те при без под над вече още или ако когато където там тук кой което който която само бил била били има няма нищо след после този тази',
  mk: 'и во не на дека тој со како јас тоа по но кон од за а таа така беше би да се е си ќе го му ги им ја ни ми ви ме до ти ние тие при без под над веќе уште или ако кога каде таму тука кој што која само бил била биле има нема ништо потоа овој оваа сите секој',
  sr: 'и у не на да он са с како ја то по али ка од за а она тако било би се је су сам му га им јој ми ви ме до ти они при без под над већ још или ако кад када где ту ко што који која само био била били има нема није ни као о овај ова сви сваки затим после',
  vi: 'và của là có không được cho trong một người các với này đã khi đó những',
};

const words = new Map(
  Object.entries(lists).map(([tag, list]) => [tag, new Set(list.split(' '))] as const),
);

/** What share of the words of a text must be of the language's list, at least. */
const minShare = 0.2;
/** How much better than the next language it must be. */
const minLead = 1.4;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** How many of some words are of the list of a language. */
function countIn(tag: string, found: readonly string[]): number {
  const list = words.get(tag);
  return list ? found.filter((word) => list.has(word)).length : 0;
}

/**
 * The language of a text in Latin letters by its function words, which are plenty in one line of
 * any; null where too few are found, or as many of another language.
 */
export function languageByFunctionWords(text: string): string | null {
  const found = wordsIn(text);
  const [best, next] = [...words.keys()]
    .map((tag) => ({ tag, count: countIn(tag, found) }))
    .sort((x, y) => y.count - x.count);
  if (best.count < 2 || best.count < minShare * found.length) return null;
  return best.count >= minLead * next.count ? best.tag : null;
}

/** Whether the function words of a language are known, by its primary tag. */
export const hasFunctionWords = (tag: string): boolean => words.has(tag);

/** Of languages that a text can be in, those of whose function words it has most; all where it has none. */
export function likeliestByFunctionWords(text: string, among: readonly string[]): string[] {
  const found = wordsIn(text);
  const counts = among.map((tag) => countIn(tag, found));
  const most = Math.max(...counts);
  return among.filter((_, k) => counts[k] === most);
}
