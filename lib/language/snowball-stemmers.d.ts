declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  interface Snowball {
    newStemmer(algorithm: string): Stemmer;
  }
  export const newStemmer: Snowball['newStemmer'] | undefined;
  const snowball: Snowball | undefined;
  export default snowball;
}
