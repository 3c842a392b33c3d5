const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g;

/**
 * Makes the tags of what `mod2osis` writes nest: it puts each verse of a module into an element,
 * also where a list or a poem goes on from one verse to the next. Verses become marks at their
 * beginning and end; an element that is closed without those within it closes them.
 */
export function balanced(osis: string): string {
  const open: string[] = [];
  let verse = '';
  const closed = osis.replace(
    tag,
    (whole, slash: string, name: string, attributes: string, empty: string) => {
      if (empty !== '') return whole;
      if (name === 'verse') {
        if (slash !== '') return `<verse eID="${verse}"/>`;
        verse = /osisID="([^"]*)"/.exec(attributes)?.[1] ?? '';
        return `<verse${attributes} sID="${verse}"/>`;
      }
      if (slash === '') {
        open.push(name);
        return whole;
      }
      const at = open.lastIndexOf(name);
      if (at < 0) return '';
      return open
        .splice(at)
        .reverse()
        .map((each) => `</${each}>`)
        .join('');
    },
  );
  return (
    closed +
    open
      .reverse()
      .map((each) => `</${each}>`)
      .join('')
  );
}
