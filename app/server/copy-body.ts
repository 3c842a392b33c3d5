import type { ServerResponse } from 'node:http';

/** Hands over, once it is sent, a copy of all that a response was given as its body. */
export function copyBody(response: ServerResponse, done: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const note = (part: unknown, encoding: unknown) => {
    if (typeof part === 'string') {
      parts.push(
        Buffer.from(part, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    } else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const { write, end } = response;
  // The same as before to who calls them, whichever of their forms is used.
  response.write = ((...given: Parameters<typeof write>) => {
    note(given[0], given[1]);
    return write.apply(response, given);
  }) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    note(given[0], given[1]);
    return end.apply(response, given);
  }) as typeof end;
  response.once('finish', () => done(Buffer.concat(parts)));
}
