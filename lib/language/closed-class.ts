/**
 * Words of the closed classes by primary language: articles, pronouns, prepositions, conjunctions,
 * auxiliaries and negations, those of older texts too. Lower case, without punctuation.
 */
const lists: Record<string, string> = {
  en: `a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself
    yourselves he him his himself she her hers herself it its itself they them their theirs themselves one
    who whom whose which what whoever whosoever whatsoever that as
    thou thee thy thine thyself ye ought aught nought
    of to in on at by for with from into unto onto upon up down out off over under about above below
    after before behind between betwixt among amongst against through throughout toward towards within
    without until till since during near beside besides beyond per than via amid concerning
    and or but nor so yet if then else when while whilst where whereas because though although lest unless
    whether therefore wherefore thus hence for also too even only very much more most such
    is am are was were be been being art wast wert do does did done doing doth dost didst have has had
    having hath hast hadst will would shall should may might must can could wilt shalt wouldst shouldst
    mayest canst couldst let not no none never neither either any some all each every both other another
    there here now hither thither whither how why yea verily just
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't
    hadn't i'm i'll i've i'd you're you'll you've he's he'll she's she'll it's we're we'll we've they're
    they'll they've that's there's let's`,
  de: `der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner
    du dich dir dein deine er ihn ihm sein seine seinen seinem seiner sie ihr ihre ihren ihrem ihrer es wir
    uns unser unsere euch euer eure sich man wer wen wem was welcher welche welches dieser diese dieses
    diesem diesen jener jene jenes von zu in im an am auf aus bei mit nach vor für über unter durch gegen
    um ohne zwischen bis seit während wegen und oder aber denn sondern doch wenn als ob weil dass daß da
    damit so auch nur noch schon sehr mehr nicht kein keine keinen nie bin bist ist sind seid war waren
    gewesen sei wäre habe hast hat haben hatte hatten werde wird werden wurde wurden worden kann können
    konnte muss muß müssen soll sollen sollte will wollen wollte mag darf dürfen zum zur vom beim hier dort`,
  fr: `le la les l un une des du de d je me moi m mon ma mes tu te toi t ton ta tes il elle on lui se s soi
    son sa ses nous notre nos vous votre vos ils elles leur leurs eux ce cet cette ces cela ça ceci c qui
    que qu quoi dont où lequel laquelle à au aux en dans par pour sur sous avec sans chez vers entre contre
    depuis pendant jusque et ou mais ni car donc or si comme quand lorsque puisque parce ne n pas point plus
    non jamais rien aussi très bien y suis es est sommes êtes sont étais était étaient été être fut soit
    ai as a avons avez ont avais avait avaient eu avoir eut ait serait aurait sera tout tous toute toutes`,
  es: `el la los las lo un una unos unas yo me mi mis tú te ti tu tus él ella ello le se sí su sus nosotros
    nos nuestro nuestra vosotros os vuestro ellos ellas les les que quien quienes cual cuyo este esta esto
    estos estas ese esa eso aquel aquella aquello de del a al en con por para sin sobre entre contra desde
    hasta hacia según y e o u pero mas sino ni si como cuando donde porque pues aunque no nunca ya muy más
    también tan así soy eres es somos son era eran fue fueron sido ser sea he has ha hemos han había habían
    haber hay está están estaba estar todo todos toda todas`,
  it: `il lo la i gli le l un uno una io mi me mio mia tu ti te tuo tua egli lui lei ella si sé suo sua noi
    ci ce nostro voi vi ve vostro essi loro che chi cui quale questo questa quello quella di del dello della
    dei degli delle d a al allo alla ai agli alle da dal dalla in nel nella con per su sul sulla tra fra
    senza e ed o ma né se come quando dove perché poi non mai più anche molto così sono sei è siamo siete
    era erano fu stato essere ho hai ha abbiamo avete hanno aveva avevano avuto avere`,
  la: `ego me mei mihi mecum tu te tui tibi nos nobis vos vobis se sui sibi is ea id eius eum eam ei eo eos
    eas eorum hic haec hoc hunc hanc huius huic his ille illa illud illi illum ipse ipsa ipsum iste qui quae
    quod quem quam cuius cui quo qua quibus quis quid a ab abs ad ante apud contra cum de e ex in inter ob
    per post prae pro propter sine sub super et atque ac que aut vel sed at autem enim nam igitur ergo itaque
    si nisi ut ne quia quoniam dum non nec neque haud iam nunc tum tunc etiam quoque sum es est sumus estis
    sunt eram erat erant fui fuit esse sit sint esset`,
};

const words = new Map(
  Object.entries(lists).map(([tag, list]) => [tag, new Set(list.split(/\s+/))] as const),
);

/**
 * Whether a word is of a closed class; null for languages without a list.
 *
 * @param word in any case.
 * @param language a primary language subtag.
 */
export function isFunctionWord(word: string, language: string): boolean | null {
  return words.get(language)?.has(word.toLowerCase().replace(/[’ʼ]/g, "'")) ?? null;
}
