/** The commonest words of a language, by primary tag; lower case. */
const lists: Record<string, string> = {
  en: 'the of and to in a is that it was for on with as he his they be at by this had not are but from or have an which you were her she there been their if will would who we no so by my me came said about after again all also am any away because before can come could day did do does down each every first get go good great has here how i into its just know let like little long made make man many may might more most much must never new night now off old one only other our out over own people should some such take than thank thanks them then these thing things those though through time today tomorrow two under until up upon us very want way well what when where while why without world yes yet your hello morning yesterday chapter nobody nothing another call once',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sie nach wie am um daß dass wir ich war aber alle alles also ander andere bis bist da dann dein deine denn dich dies diese dieser doch dort du durch einem einen einer eines erste ersten erstes etwas euch ganz gegen gut gute guten haben habe hatte hier hin ihm ihn ihnen ihr ihre immer ja jetzt kann kein keine kommt lang machen man mehr mein meine mich mir muß muss nacht nein nichts niemand noch nun nur ob oder ohne schon sehr sein seine sind so soll sollte sprach tag uns unser unter viel viele vielen vom vor waren was weil weiß wenn wer werden wieder will wird wo wurde zum zur zwei dank kapitel morgen heute',
  fr: 'le la les de des et en un une du dans est que qui par pour au il sur plus ne se ce pas avec elle son sa ses ou je vous nous aux était dit alors après aussi aujourd autre autres avant avez avait beaucoup bien bonjour bonne bon car ces cet cette chez comme comment deux dire donc elles encore entre es étaient eux fait faire fut hui ici ils jamais jour leur leurs lui ma mais me même merci mes moi mon mort mot nos notre nuit on ont où parce pendant peu peut pourquoi premier première puis quand quel quelle rien sans sera si soir sont sous suis ta tes toi ton tous tout toute très trop tu vers vie voici voilà votre vos y allez chapitre longtemps mère',
  es: 'el la los las de del y en un una que es por con para se no su al lo como más pero sus le ya o este sí porque era muy dijo ahora algo así aunque bien bueno buenos buenas cada casa contra cual cuando desde días día donde dos ella ellos ello eran eres esa ese eso está esta están estas estos fue fueron gracias ha había hace hasta hay hombre hoy jamás me mi mis mucho mucha muchas muchos nada nadie ni noche nos nosotros nunca otra otro poco primero qué quien sabe señor ser si sin sobre soy tanto te tener tiene todo todos todas tú tu uno vez vida yo capítulo hola amigos',
  it: 'tanto il la lo gli le di del della dei e in un una che è per con non si da al come più ma nel alla sono era suo questo disse abbiamo allora altro anche ancora bene buona buono buon buongiorno buonasera ci cosa così dai dalla dalle dagli delle degli dove due ecco erano fu fra gente giorno grazie ha hanno ho io lei loro lui me mi mia mille mio molto nei nella nelle nessuno niente noi nostra nostro nulla ogni ora perché poi prima primo qual quale quando quella quello quelli qui sa sempre senza sia siamo sotto sta stato su sua sue sul sulla suoi te ti tra tu tutta tutti tutto tutte vi via vita voi capitolo notte ciao',
  pt: 'tanto o a os as de do da dos das e em um uma que é por com para não se no na ao mais como mas foi seu sua ele era disse à agora ainda algo alguém aqui assim até bem boa bom cada casa coisa depois dia dias dois ela eles elas essa esse esta está estava este eu fora gente há hoje isso isto já lhe me mesmo meu minha muito muita nada nem ninguém noite nos nós nossa nosso numa num obrigado obrigada onde outro outra pela pelo pouco porque quando quem qual sabe são seja sem senhor ser só sobre também tão tem tinha todo todos toda tudo tu você vocês capítulo',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door hij ze was had naar werd zich ik al alle alles altijd andere ben bent boven daar dag dank deze dit doen dus eens eerst eerste elk geen goed goede goedemorgen hadden hallo heb hebben heeft heel hem hen hier hoe hun iets ja je jij jou jouw kan kunnen maken meer mij mijn moet na nacht nee niemand niets nog nooit nu of omdat onder ons onze over toen tot twee u uit uw veel waar waren wat weer weet wel werden wie wij wil worden zal zeer zei zo zonder zou hoofdstuk',
  la: 'et in est non ad ut cum qui quae quod sed ex a ab de si per enim autem aut nec hoc te me se sunt quam eius ejus esse erat vox ait dominus deus ac an ante apud atque bene bonum deinde dum ecce ego eo eorum eos erant ergo eram etiam fuit haec hic his homo iam id ille illa illi illud inter ipse ipsa ita itaque magis mea meum mihi modo multa neque nihil nisi nobis nomen nos nunc o omnes omnia omnis ob pater post pro propter qua quasi quem quia quibus quid quidem quis quo quoque rex rerum semper sibi sic sine sit sive sub sui sum super suum tamen tantum terra tibi tu tum tunc ubi unde unum usque vel vero vir virum virumque vos',
  sv: 'och att det i en som på är av för med den till inte om ett men var jag han de sig från vi så här hade alla allt bara blev bli blir bra dag dem denna dess detta dig din du efter eller er finns fick få får god godmorgon gå går gör göra hans hej henne hennes hon honom hur igen ingen inget inga ju kan kommer kunde man mig min mina mitt morgon mot mycket ner ni nu när någon något några oss också ord se ser sen sin sina sitt ska skulle snart tack tid under upp ut vad varit vara vet vid vill vår över',
  da: 'og i at det er en til af på for med den der ikke de et var som har han jeg fra men om sig så alle alt blev bliver dag dem denne deres dette dig din du efter eller end få får god gik gå går havde ham hans hej hende hendes her hun hvad hvem hvis hvor hvordan ind ingen intet ja kan kom kommer kunne man mange meget mere mig min mine mit mod morgen når nej ned noget nogen nogle nu næste også op os over selv sin sine sit skal skulle solen tak thi tid under ud ved ville være været vil vor',
  no: 'og i det er en til av på for med den som ikke de et var har han jeg fra men om seg så at alle alt bare ble bli blir dag dem denne deres dette deg din du etter eller enn få får god gikk gå går hadde ham hans hei henne hennes her hun hva hvem hvis hvor hvordan inn ingen intet ja kan kom kommer kunne man mange mye mer meg min mine mitt mot morgen når nei ned noe noen nu nå også opp oss over selv sin sine sitt skal skulle takk tid under ut ved ville være vært vil vår',
  pl: 'i w na z do się nie że o to jest za od jak po ale przez a dla co był jego był tak już tym aby ani bardzo bez bo bowiem być była było byli by chce ci cię coś czy czym dlaczego dobry dziękuję dziś dzień gdy gdzie ich im ja ją jednak jej jemu jeszcze jeśli każdy kiedy który która które ku lub ma mam mi mnie mój może moja my nad nam nas nawet nic nich nigdy niego nikt nim noc oraz oto pod potem przed przy raz są skąd sobie swój ta tam te tego tej ten teraz też tu ty tylko wie więc wszystko wszyscy was zaś',
  cs: 'a v na se je že to s z do o by ale jako za pro k po jsem byl ve jeho ne jen co tak aby ani až bez bude byla bylo být což den děkuji dnes dobrý dva ho ja já jak jaký její jejich jemu jestli ještě jsi jsme jsou kde kdo kdy kdyby kdyz když která které který ke má mám mezi mi mě můj muž nad nám nás nebo než nic nikdo nikdy od on ona oni pan pod potom pouze protože před při sám si sobě svůj ta tady také tam te tě ten tedy teď této ti toho tom tu ty u už vám vás více však vše všechno všichni ze zde',
  hu: 'a az és hogy nem is egy meg de ez volt ha csak már mint el még ki azt aki mert alatt amely ami amikor át azért azok bár be benne bizony e egyik ekkor ember én ennek ezek ezt fel hát hanem hol hogyan igen így ilyen ismét itt jó jól két köszönöm közül kell le lesz lett ma maga mi mind minden mindenki mit most nap napot nagyon nagy néki nekem nélkül nincs olyan ott ő ők össze pedig rá s sem semmi semmit senki soha sok szépen tehát ti tud új ugyan úgy után van vagy vagyok vagyunk vele velem vissza volna voltak',
  ro: 'și de la în a cu pe nu se o că un din este sa al lui mai pentru care ca au fost acest această acesta aceasta acum ai aici ale alt alți am ar are asta atunci avea bine bun bună câte când cât ce cel cea cei cele cine către cum dacă dar deci despre după ea ei el ele eu era eram fi fiecare foarte fără iar îi îl îmi încă înainte între își lor mă mea meu mi mult mulțumesc ne ni nici nimeni nimic niște noi noastră nostru noapte ori oricine pâna până peste prin sau să știe spre sub sunt te tine toată toate tot toți tu unde unei unui va vă voi ziua zi',
  fi: 'ja on ei että se hän oli niin kun mutta ovat myös joka kuin tämä minä sen ole aika aina ainoa edes ehkä eikä eivät eli emme en enemmän ennen entä et eri hänen hänet hänelle heidän he hyvä hyvää ihan ilman itse jo joko jonka jos joten jotka jälkeen kaikki kaiken kaksi kanssa kautta kerran keskellä kiitos koko koska kuka kukaan kuitenkin kuten kyllä luo me meidän meille mikä miksi minun minua minulla missä mitä mitään monta mukaan nämä ne niiden no nyt näin olen olet olivat olla ollut olisi paljon päivä sanoi sekä siellä siinä sinä sinun sitten sitä tai tämän tässä te tiedä tuli tuo vaan vai vain varten vielä voi yksi yli huomenta',
  tr: 've bir bu da de için ne o ile gibi çok daha ama ki olarak var olan en değil acaba ancak artık az bana bazı bazen belki ben beni benim bile biri birkaç biz bizim böyle bugün bunu bunun bütün çünkü dedi diye doğru eğer gece geldi gün günaydın hangi hem hep hepsi her hiç içinde iki ilk insan ise işte iyi kadar kendi kim kimse mi mı mu mü nasıl neden nerede nereye niye oldu olduğu olmak onlar onu onun oysa öyle sana sen seni senin siz sizin son sonra su şey şeyi şimdi şu tüm üzerine veya ya yani yer yok ederim teşekkür',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka sudah adalah aku anak anda antara apa apakah atas atau bagi bahwa banyak baru beberapa belum bisa boleh bukan dapat datang dia hanya harus hari ia jadi jangan jika kalau kali kami kamu kasih kata kemudian kepada kita lagi lain lalu lebih maka malam masih mengapa namun oleh orang pagi para pernah pun saat saja sampai sangat sebagai sebuah secara sekali selamat semua seorang seperti siang siapa suatu supaya tahu telah tentang terima terus tetapi yaitu',
  ru: 'и в не на что он с как я это по но к о у его из за от а она так было же бы то да все всё ее её мне вы меня до ты мы они для при без под над уже еще ещё или если когда где там тут кто чтобы только был была были есть нет ни вот ему ей их им себя во со ко потом этот эта тот',
  uk: 'і й в у не на що він з із як я це по але до про його за від а вона так було ж би то та все її мені ви мене ти ми вони для при без під над вже ще або якщо коли де там тут хто щоб тільки був була були є немає ні ось йому їй їх їм себе потім цей ця той',
  be: 'і й ў у не на што ён з са як я гэта па але да пра яго за ад а яна так было ж бы то усё яе мне вы мяне ты мы яны для пры без пад над ужо яшчэ або ці калі дзе там тут хто каб толькі быў была былі ёсць няма ні вось яму ёй іх ім сябе потым гэты тая той',
  bg: 'и в във не на че той с със как аз това по но към от за а тя така беше би то да се е са си ще го му ги им й ни ми ви ме до ти ние те при без под над вече още или ако когато където там тук кой което който която само бил била били има няма нищо след после този тази',
  mk: 'и во не на дека тој со како јас тоа по но кон од за а таа така беше би да се е си ќе го му ги им ја ни ми ви ме до ти ние тие при без под над веќе уште или ако кога каде таму тука кој што која само бил била биле има нема ништо потоа овој оваа сите секој',
  sr: 'и у не на да он са с како ја то по али ка од за а она тако било би се је су сам му га им јој ми ви ме до ти они при без под над већ још или ако кад када где ту ко што који која само био била били има нема није ни као о овај ова сви сваки затим после',
  vi: 'và của là có không được cho trong một người các với này đã khi đó những ai anh bà bạn bị bởi cả cái cảm cần chào chỉ chúng chưa con còn cũng đang đây đến đều để đi điều em gì hai hay họ hơn lại làm lên mà mình mọi muốn nay nào nếu ngày như nhưng nhiều nói nữa ở ơn ông qua ra rất rồi sau sẽ sự tại theo thì thế tôi trên từ vào vẫn về vì việc xin xuống biết',
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

/** Letters that are common in one language, or in few, of those that are written with Latin letters. */
const letters: Record<string, RegExp> = {
  de: /ß/,
  es: /[ñ¿¡]/,
  fr: /œ|ç[ao]|[ldjnqs]’[aeéêhiou]/,
  pt: /[ãõ]|ç[ãõ]/,
  da: /[æø]/,
  no: /[æø]/,
  sv: /[åä].*ö|ö.*[åä]|[bdfgk]ö/,
  pl: /[łżźćńśąę]/,
  cs: /[řěů]/,
  hu: /[őű]/,
  ro: /[șțşţ](?!\p{L}*ğ)|ă/u,
  fi: /ää|yö|äi/,
  tr: /[ğı]/,
  vi: /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/,
};

/** What a common word, and what letters of its own, say for a language beside the trigrams of a short text (0 to 1). */
const wordWeight = 0.3;
const letterWeight = 0.3;

/**
 * Languages in Latin letters that a short text can be in, with what its common words and its letters
 * say for each, to be added to what trigrams say.
 */
export function shortTextHints(text: string): { tag: string; weight: number }[] {
  const found = wordsIn(text);
  return [...words.keys()]
    .filter((tag) => !isCyrillic(tag))
    .map((tag) => ({
      tag,
      weight:
        wordWeight * countIn(tag, found) +
        (letters[tag]?.test(text.toLowerCase()) ? letterWeight : 0),
    }));
}

const isCyrillic = (tag: string): boolean => new Intl.Locale(tag).maximize().script === 'Cyrl';

/** Whether the function words of a language are known, by its primary tag. */
export const hasFunctionWords = (tag: string): boolean => words.has(tag);

/** Of languages that a text can be in, those of whose function words it has most; all where it has none. */
export function likeliestByFunctionWords(text: string, among: readonly string[]): string[] {
  const found = wordsIn(text);
  const counts = among.map((tag) => countIn(tag, found));
  const most = Math.max(...counts);
  return among.filter((_, k) => counts[k] === most);
}
