import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype)
  // GitHub's rules: no script, no style, no event handlers, no addresses but http(s) and mailto.
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

/** Markdown as HTML that is safe to show; raw HTML in it is dropped. */
export function safeHtml(markdown: string): string {
  return String(processor.processSync(markdown));
}
