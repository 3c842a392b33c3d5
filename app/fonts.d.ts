/** The address of a font that the pages carry. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
