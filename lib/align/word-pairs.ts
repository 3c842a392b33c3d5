/** Numbers pairs of words, densely, in the order in which they are met. */
export class PairNumbers {
  private keys = new Float64Array(1 << 14).fill(-1);
  private values = new Int32Array(1 << 14);
  size = 0;

  /** @param columns how many words the second of a pair is one of. */
  constructor(private readonly columns: number) {}

  /** The number of a pair, or −1. */
  find(x: number, y: number): number {
    const at = this.slot(x * this.columns + y);
    return this.keys[at] < 0 ? -1 : this.values[at];
  }

  /** The number of a pair, which gets one if it has none. */
  add(x: number, y: number): number {
    const key = x * this.columns + y;
    let at = this.slot(key);
    if (this.keys[at] >= 0) return this.values[at];
    if (this.size * 2 >= this.keys.length) {
      this.grow();
      at = this.slot(key);
    }
    this.keys[at] = key;
    this.values[at] = this.size;
    return this.size++;
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key % 0x7fffffff, 0x9e3779b1) >>> 7) & mask;
    while (this.keys[at] >= 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values];
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.values = new Int32Array(keys.length * 2);
    keys.forEach((key, k) => {
      if (key < 0) return;
      const at = this.slot(key);
      this.keys[at] = key;
      this.values[at] = values[k];
    });
  }
}
