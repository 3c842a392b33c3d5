// How Chinese characters with several readings are read where they stand alone, by what is beside
// them. Words of two characters and more are read as the dictionary has them; these rules are for
// the rest, from the usual school grammars (particles, measure words, verbs with their objects).

/** A reading, where what stands before and after fits; both patterns see the whole of that side. */
interface Rule {
  reading: string;
  before?: RegExp;
  after?: RegExp;
}

const rule = (reading: string, before: string, after: string): Rule => ({
  reading,
  ...(before ? { before: new RegExp(`(?:${before})$`, 'u') } : {}),
  ...(after ? { after: new RegExp(`^(?:${after})`, 'u') } : {}),
});

/** Numerals and words that stand before a measure word. */
const counted = '[一二三四五六七八九十百千万两几这那哪每各某多半0-9０-９]';
const person = '[我你您他她它咱谁们]';
const degree = '[很太最更不这那真好挺较极]';
const end = '$|\\P{L}';

/** By character (simplified): the first rule that fits; else the reading of the library stands. */
const rules: Record<string, readonly Rule[]> = {
  得: [
    rule('dé', '人人|均|皆', ''),
    rule('dé', '', '[了到过]|第|奖|知|罪|病|分|胜|名|票|手|势|意|奖|冠|金|银'),
    rule('děi', `^|\\P{L}|${person}|[都还就也只总又非可必便才先再事]|今天|明天|现在`, '\\p{L}'),
    rule('de', '\\p{L}', ''),
  ],
  地: [
    rule('dì', '', `${end}|[里上下中内外面方图势租价板皮球]`),
    rule('dì', `[在当本土田各此该种耕下满遍天扫块片一原]|${person}`, ''),
    rule('de', '\\p{L}{2}', '\\p{L}'),
  ],
  着: [
    rule('zháo', '[睡找火猜够摸逮遇碰犯点烧烫]', `了|${end}`),
    rule('zháo', '[睡找猜够摸逮遇碰犯点烧][不没得]', ''),
    rule('zhe', '\\p{L}', ''),
  ],
  过: [rule('guo', '[去来吃看听说学读写用做想见到玩住坐喝问买卖爱打]', `[\\p{L}]`)],
  还: [
    rule('huán', '归|偿|退|交|送|奉|生', ''),
    rule('huán', '', '了(?![得解却结断事如])'),
    rule('huán', '', '[书钱债款账帐给清贷嘴手价击礼愿俗乡魂本息]'),
    rule('hái', '', ''),
  ],
  长: [
    rule('cháng', degree, ''),
    rule('zhǎng', '', '[得出成满着大高胖相]|长'),
    rule('zhǎng', '越', '越(?:[像高大胖壮帅美]|漂亮|可爱)'),
    rule('zhǎng', '部|会|院|局|处|科|站|队|组|团|军|师|市|县|村|船', end),
  ],
  重: [
    rule('zhòng', degree, ''),
    rule('chóng', '', '[写来新建读做说看试演返播排算印修装开抄走过提回游温聚现组]'),
    rule('chóng', counted, ''),
  ],
  种: [rule('zhòng', '', '[了着过下上树花草菜田地粮麦稻瓜豆棉茶]'), rule('zhǒng', counted, '')],
  教: [
    rule('jiào', '信|传|入|宗|国|佛|道', ''),
    rule('jiāo', '', `${person}|[书人给会过了着的课唱孩学]|\\p{L}`),
  ],
  数: [
    rule('shù', '[个次单双总人倍分指系参变整序常代岁钱约]', ''),
    rule('shǔ', '', '[一二三四五六七八九十两几不着了过到钱得来]|\\p{L}'),
    rule('shǔ', '[一来不先再]', ''),
  ],
  背: [rule('bèi', '', '[着了]?(?:手|人|地|面|课|诗|书(?!包))'), rule('bēi', '', '[着起负了]|上')],
  倒: [
    rule('dǎo', '[摔跌滑打推绊吹昏病晕拉压撞拖放扳击]', ''),
    rule('dào', '', '[进入出满掉给]'),
    rule('dào', '', '[了点些]?[一二两几]?[杯碗壶点些]?[水茶酒油汤垃奶咖饮]'),
    rule('dào', '', '[车影数着立挂退流转映叙卖贴是也不]'),
    rule('dǎo', '', ''),
  ],
  转: [
    rule('zhuàn', '[在打飞空自公旋不]', `${end}|[动圈个着了]`),
    rule('zhuàn', '地', end),
    rule('zhuàn', '围|绕|围着.{1,8}|绕着.{1,8}', ''),
    rule('zhuàn', '', '[圈悠]'),
  ],
  调: [rule('diào', '', '[到来走去往入出任离回动遣兵]'), rule('tiáo', '', '')],
  为: [
    rule(
      'wéi',
      '成|作|称|视|认|化|变|改|译|名|定|选|评|当|任|即|是|之|分|列|更|最|极|广|以.{1,6}',
      '',
    ),
    rule('wéi', '', '人(?:正|和|处|师|善|忠|厚|朴|老实|坦|谦|民所)'),
    rule('wèi', '', `${person}|[了此何啥国民]|人民|大家|什么|自己|祖国`),
    rule('wéi', '', ''),
  ],
  只: [rule('zhī', `${counted}|[船舰]`, ''), rule('zhǐ', '', '')],
  切: [rule('qiē', '', '')],
  盛: [rule('chéng', '', '[饭汤菜粥水酒满了上出入着一碗起]')],
  系: [rule('jì', '', '[鞋领围扣腰安带着好上紧]')],
  结: [rule('jiē', '', '[了出满着]?[果子籽瓜穗葡苹]|满')],
  卷: [rule('juàn', `${counted}|试|答|画|手|第.{1,3}`, end)],
  宿: [rule('xiǔ', counted, '')],
  空: [rule('kòng', '[有没抽得填留趁偷]', `${end}|[来去再做出就了地]`)],
  闷: [rule('mèn', '心里?|烦|愁|苦|心里.{1,2}', '')],
  似: [rule('shì', '', '的')],
  干: [
    rule('gān', degree, ''),
    rule('gān', '[晒擦烘晾吹烤喝榨风]', ''),
    rule('gàn', '', '[什啥吗嘛活事完得了这那农革过着]?(?:什么|活|事|吗|嘛|啥|\\p{L}{2})'),
  ],
  假: [rule('jià', '[请放休告病事婚产年寒暑]', '')],
  中: [
    rule('zhòng', '[打猜说击选看考命投射]', ''),
    rule('zhòng', '', '[了奖毒弹风计暑邪彩举状标]'),
  ],
  吐: [rule('tù', '[呕想要]', ''), rule('tù', '', '[了血]')],
  扎: [rule('zhā', '', '')],
  薄: [rule('báo', degree, ''), rule('báo', '', '[薄饼纸]')],
  露: [rule('lòu', '', '[面头脸馅底怯一]')],
  应: [
    rule('yìng', '[答响反相适回对供感呼]', ''),
    rule('yìng', '', '[邀聘征考战验变急付承用]'),
    rule('yīng', '', '\\p{L}'),
  ],
  相: [rule('xiàng', '[照长看真面]', ''), rule('xiāng', '', '')],
  处: [
    rule('chù', `${counted}|[到四别远深高低好坏益用害长短]`, ''),
    rule('chǔ', '', '[在于理分置罚决]'),
  ],
  难: [rule('nàn', '[遇逃避大受落蒙国]', end)],
  兴: [rule('xīng', '', '')],
  好: [rule('hào', `${person}|[人也勤学]`, '[喝赌]?[酒赌色客战胜强问]')],
  行: [rule('háng', `${counted}|[第上下首末]`, `[字诗树文泪里的]|${end}`)],
  扇: [rule('shān', '', '扇子|[风着了凉动]|.{0,3}(?:耳光|巴掌)')],
  血: [rule('xiě', '[流吐出咳]了?[点些口滴]|[点口滴]', '')],
  屏: [rule('bǐng', '', '[住息气]')],
  缝: [rule('féng', '', '[衣补了着好上被扣]')],
  量: [rule('liáng', '', '[一体身血衣了着]')],
};

/** Surnames that are read otherwise than the character is elsewhere. */
const surnames: Record<string, string> = Object.fromEntries(
  (
    '任rén 单shàn 曾zēng 解xiè 查zhā 朴piáo 仇qiú 盖gě 华huà 区ōu 宁nìng 纪jǐ 缪miào 翟zhái 种chóng ' +
    '燕yān 乐yuè 员yùn 黑hè 洗xiǎn 葛gě 折shé 应yīng 过guō 哈hǎ 召shào'
  )
    .split(' ')
    .map((each) => [each[0], each.slice(1)]),
);

/** Rare surnames that are common verbs: 过老师家 is “past the teacher's house”. */
const oftenOther = new Set('盖种员黑洗折应过哈召乐');

const titles = '先生|女士|小姐|太太|夫人|老师|同志|师傅|大夫|医生|老板|爷爷|奶奶|叔叔|阿姨';
const offices = '教授|主任|经理|局长|校长|院长|部长|市长|博士|律师|将军|总统|主席|总理|主编|队长';
const followedByTitle = new RegExp(`^(?:${titles})`, 'u');
const followedByTitleOrOffice = new RegExp(`^(?:${titles}|${offices})`, 'u');
const fullName = new RegExp(`^\\p{Script=Han}{1,2}(?:${end})`, 'u');

/**
 * How a surname is read at the beginning of a word: after 姓, before a title, and before a given name
 * after 叫. Where 任 stands before a post, somebody holds it.
 *
 * @returns undefined where no surname is meant, or it is read as the character always is.
 */
export function readSurname(before: string, after: string): string | undefined {
  const [surname] = after;
  const reading = surnames[surname];
  if (!reading) return undefined;
  const rest = after.slice(surname.length);
  if (before.endsWith('姓')) return reading;
  if (oftenOther.has(surname)) return undefined;
  if ((surname === '任' ? followedByTitle : followedByTitleOrOffice).test(rest)) return reading;
  return before.endsWith('叫') && fullName.test(rest) ? reading : undefined;
}

/** Words that are read in two ways, by what stands after them. */
const wordRules: Record<string, readonly Rule[]> = {
  朝阳: [rule('cháo yáng', '', '[区门站县市路街医公]'), rule('zhāo yáng', '', '')],
  为人: [rule('wèi rén', '', '民|类|父母|所|们|师表'), rule('wéi rén', '', '')],
  好处: [rule('hǎo chù', '', '')],
  倒车: [rule('dǎo chē', '[次趟]|地铁|公交', ''), rule('dào chē', '', '')],
  一行: [rule('yì háng', '[这那哪每第]', ''), rule('yì háng', '', '[字诗树文泪]')],
  结果: [rule('jiē guǒ', '', '子|实累'), rule('jiē guǒ', '开花|树[上能会不没]?', '')],
};

/**
 * How a word of several characters is read that the dictionary has with two readings.
 *
 * @param before the text before it in its sentence, and after it; simplified.
 * @returns its syllables, or undefined where no rule says.
 */
export const readTogether = (word: string, before: string, after: string): string[] | undefined =>
  firstReading(wordRules[word], before, after)?.split(' ');

/**
 * How a character that is a word by itself is read.
 *
 * @param before the text before it in its sentence, and after it; simplified.
 * @returns undefined where no rule says.
 */
export const readAlone = (character: string, before: string, after: string): string | undefined =>
  firstReading(rules[character], before, after);

const firstReading = (rules: readonly Rule[] | undefined, before: string, after: string) =>
  rules?.find((each) => (each.before?.test(before) ?? true) && (each.after?.test(after) ?? true))
    ?.reading;
