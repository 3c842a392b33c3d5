import { Converter } from 'opencc-js';

const convert = Converter({ from: 'cn', to: 'twp' });

/** Words of the interface that OpenCC leaves as they are said on the mainland. */
const wordings: [RegExp, string][] = [
  [/按?回車鍵?\s*/g, '按 Enter '],
  [/ ，/g, '，'],
  [/屏幕/g, '螢幕'],
  [/信息/g, '資訊'],
  [/設置/g, '設定'],
  [/菜單/g, '選單'],
  [/界面/g, '介面'],
  [/^應用$/, '套用'],
  [/地址/g, '網址'],
  [/豎排/g, '直排'],
  [/撤銷/g, '復原'],
  [/賬戶/g, '帳戶'],
  [/許可權/g, '權限'],
  [/許可/g, '授權'],
  [/筆記物件/g, '筆記對象'],
  [/標明瞭/g, '標明了'],
  [/軟體包/g, '套件'],
  [/快捷鍵/g, '快速鍵'],
  [/連字元/g, '連字號'],
  [/^退出$/, '登出'],
  [/當前/g, '目前'],
  [/示例/g, '範例'],
  [/列表項/g, '清單項目'],
  [/列表/g, '清單'],
  [/匹配/g, '符合'],
  [/拖動/g, '拖曳'],
  [/電子郵箱|郵箱/g, '電子郵件'],
  [/所有者/g, '擁有者'],
  [/^恢復/, '還原'],
];

const quotes: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

/** A text of the interface in traditional characters, with the words and quotation marks of Taiwan. */
export const traditional = (text: string): string =>
  wordings
    .reduce((words, [from, to]) => words.replace(from, to), convert(text))
    .replace(/[“”‘’]/g, (mark) => quotes[mark]);

/** The same of a catalogue: of its texts, not of their names. */
export function traditionalCatalogue<Catalogue>(catalogue: Catalogue): Catalogue {
  if (typeof catalogue === 'string') return traditional(catalogue) as Catalogue;
  if (typeof catalogue !== 'object' || catalogue === null) return catalogue;
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, value]) => [name, traditionalCatalogue(value)]),
  ) as Catalogue;
}
