/** Requests under way at once: more would make the nearest wait. */
const maxRequests = 2;
/** While a reader flings, what is near changes all the time; it is looked at this often, in milliseconds. */
const lookMs = 80;

/**
 * Loads the sections that a reader is near, the nearest to the view first. What a fling passes by is
 * not asked for: the server would compare it all the same, and the place of rest would wait for
 * that. What is under way for a section that is left is given up.
 */
export class SectionLoader<T> {
  #near = new Map<number, Element>();
  /** Where those that were near stood in the window when it was last looked, in pixels. */
  #seen = new Map<number, number>();
  /** Those that were near at two looks one after the other, and no screen further. */
  #rested = new Set<number>();
  #running = new Map<number, AbortController>();
  #failed = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly fetchSection: (at: number, signal: AbortSignal) => Promise<T>,
    private readonly onLoaded: (at: number, found: T) => void,
    private readonly onFailed: (at: number) => void,
  ) {}

  /** A section's placeholder has come near the view, or has left it. */
  place(at: number, element: Element, near: boolean): void {
    if (near) this.#near.set(at, element);
    else this.#forget(at);
    this.#lookLater();
  }

  /** Asks again for a section that could not be loaded. */
  retry(at: number): void {
    this.#failed.delete(at);
    this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const each of this.#running.values()) each.abort();
    this.#running.clear();
  }

  #lookLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const tops = [...this.#near].map(([at, element]) => ({
        at,
        top: element.getBoundingClientRect().top,
      }));
      const isAtRest = ({ at, top }: (typeof tops)[number]) =>
        Math.abs(top - (this.#seen.get(at) ?? Number.POSITIVE_INFINITY)) <= window.innerHeight;
      this.#rested = new Set(tops.filter(isAtRest).map(({ at }) => at));
      this.#seen = new Map(tops.map(({ at, top }) => [at, top]));
      this.#look();
      if (this.#rested.size < tops.length) this.#lookLater();
    }, lookMs);
  }

  #forget(at: number): void {
    this.#near.delete(at);
    this.#seen.delete(at);
    this.#rested.delete(at);
  }

  #look(): void {
    for (const [at, request] of this.#running) {
      if (this.#near.has(at)) continue;
      request.abort();
      this.#running.delete(at);
    }
    const wanted = [...this.#near]
      .filter(([at]) => this.#running.has(at) || (this.#rested.has(at) && !this.#failed.has(at)))
      .map(([at, element]) => ({ at, distance: distanceFromView(element) }))
      .sort((x, y) => x.distance - y.distance);
    // What is in view waits for nothing else.
    const most = wanted[0]?.distance === 0 ? 1 : maxRequests;
    const waiting = wanted.filter(({ at }) => !this.#running.has(at));
    for (const { at } of waiting.slice(0, Math.max(0, most - this.#running.size))) {
      this.#load(at);
    }
  }

  async #load(at: number): Promise<void> {
    const request = new AbortController();
    this.#running.set(at, request);
    try {
      const found = await this.fetchSection(at, request.signal);
      if (request.signal.aborted) return;
      this.#forget(at);
      this.onLoaded(at, found);
    } catch {
      if (request.signal.aborted) return;
      this.#failed.add(at);
      this.onFailed(at);
    } finally {
      if (this.#running.get(at) === request) {
        this.#running.delete(at);
        this.#look();
      }
    }
  }
}

/** How far an element is from what is in view, in pixels; 0 where it is in it. */
function distanceFromView(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}
