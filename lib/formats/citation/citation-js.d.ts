declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    format(format: string, options?: Record<string, unknown>): string;
  }
  export const plugins: { config: { get(name: '@bibtex'): { format: Record<string, boolean> } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
