/**
 * Lets those who ask the same at once share one answer. Whoever asks while it is being read gets the next reading, never
 * the running one: it may have begun before what they just did.
 */
export class SharedReads<Answer> {
  private readonly running = new Map<string, Promise<Answer>>();
  private readonly next = new Map<string, Promise<Answer>>();

  read(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const running = this.running.get(key);
    if (!running) return this.start(key, work);
    const waiting = this.next.get(key);
    if (waiting) return waiting;
    const again = () => {
      this.next.delete(key);
      return this.start(key, work);
    };
    const next = running.then(again, again);
    this.next.set(key, next);
    return next;
  }

  private start(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const reading = work().finally(() => {
      if (this.running.get(key) === reading) this.running.delete(key);
    });
    this.running.set(key, reading);
    return reading;
  }
}
