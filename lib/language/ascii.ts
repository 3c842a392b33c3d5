/** Whether a text is of ASCII alone, which Unicode's normal forms leave as it is. */
export const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
