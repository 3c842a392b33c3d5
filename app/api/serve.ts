import type { Operation } from '../../lib/api/operation';
import { type Parameters, readQuery, type ValuesOf } from '../../lib/api/parameters';
import { answer } from './answer';

interface Asked<P extends Parameters> {
  request: Request;
  /** The parts of the address: `work`, `siglum`, …. */
  params: Readonly<Record<string, string>>;
  /** The query, as the operation describes it. */
  query: ValuesOf<P>;
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** The handler of an operation: what it does not describe is refused, and refusals are answered. */
export const serve =
  <P extends Parameters>(
    { parameters }: Operation<P>,
    run: (asked: Asked<P>) => Promise<Response> | Response,
  ): Handler =>
  (request, context) =>
    answer(async () => {
      try {
        return await run({
          request,
          params: await context.params,
          query: readQuery(parameters, new URL(request.url).searchParams),
        });
      } catch (error) {
        // Whoever asked has gone: their work was ended, and nobody reads the answer.
        if (request.signal.aborted && error === request.signal.reason) return abandoned();
        throw error;
      }
    });

/** 499 is what nginx writes into its log for a client that closed the connection. */
const abandoned = () => new Response(null, { status: 499 });
