type Listener = (...args: unknown[]) => void;

/** The two-way channel between a page and the page it opened (`navigateTo({events})`, `getOpenerEventChannel()`). */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>();

  constructor(initial: Readonly<Record<string, Listener>> = {}) {
    for (const [name, listener] of Object.entries(initial)) this.on(name, listener);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: Listener): void {
    const wrapped: Listener = (...args) => {
      this.off(name, wrapped);
      listener(...args);
    };
    this.on(name, wrapped);
  }

  /** Without a listener all of that name go. */
  off(name: string, listener?: Listener): void {
    const left = listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [];
    this.listeners.set(name, left);
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...args);
  }
}
