/** What one bureau received and did (e2e/simulators/README.md). */
export interface BureauJournal {
  readonly deliveries: readonly {
    readonly bureau: string;
    readonly path: string;
    readonly eventId?: string;
    readonly body: unknown;
    readonly status: number | 'none';
    readonly fault?: string;
    readonly repeated?: true;
  }[];
  readonly effects: readonly {
    readonly bureau: string;
    readonly kind: string;
    readonly eventId?: string;
    readonly facts: Readonly<Record<string, string>>;
  }[];
}

export interface PersonAtTheBureaus {
  readonly name: string;
  readonly realName: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly members: readonly { readonly name: string; readonly idNumber: string; readonly relation: string }[];
}

/** `path`: only requests to it, or below it when it ends in `/`. `oncePerKey`: only the first delivery of a message. */
export type BureauFault = {
  readonly bureau: string;
  readonly fault: string;
  readonly ms?: number;
  readonly path?: string;
  readonly oncePerKey?: true;
} & ({ readonly count: number } | { readonly untilReset: true });

/** A callback as `POST /__sim/callbacks` sends it: once, outside every queue, in the bureau's words. */
export interface SentCallback {
  readonly bureau: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The same for a retransmission; a new one when absent. */
  readonly eventId?: string;
  readonly tampering?: 'signature' | 'timestamp' | 'key' | 'body' | 'replay';
}

/** The simulators as a test steers them, over HTTP. */
export class Simulators {
  constructor(readonly origin: string) {}

  journal(bureau: string): Promise<BureauJournal> {
    return this.get(`/__sim/journal?bureau=${bureau}`);
  }

  /** The cases this bureau was given, whatever was delivered how often. */
  async filedAt(bureau: string): Promise<BureauJournal['effects']> {
    return (await this.journal(bureau)).effects.filter(({ kind }) => kind === 'case-filed');
  }

  person(name: string): Promise<PersonAtTheBureaus> {
    return this.get(`/__sim/people/${encodeURIComponent(name)}`);
  }

  /** The register has their death from now on, until the identity bureau is reset. */
  dies(person: string): Promise<unknown> {
    return this.post('/__sim/people/deaths', { person });
  }

  /** A code that signs this colleague in once. */
  async staffCode(number: string): Promise<string> {
    const staff = await this.get<{ number: string; code: string }[]>('/__sim/staff');
    const found = staff.find((member) => member.number === number);
    if (!found) throw new Error(`no colleague ${number}`);
    return found.code;
  }

  fault(fault: BureauFault): Promise<unknown> {
    return this.post('/__sim/faults', fault);
  }

  /** Ends the faults of one bureau; its cases, and what it answered, stay. */
  endFaults(bureau: string): Promise<unknown> {
    return this.post('/__sim/faults/end', { bureau });
  }

  /** Which event it was, and the server's status. */
  async callback(sent: SentCallback): Promise<{ readonly eventId: string; readonly status: number }> {
    return (await this.post('/__sim/callbacks', sent)) as { eventId: string; status: number };
  }

  /** Whether the means check reports by itself, a second later, or waits for `reportCheck`. */
  answerChecks(mode: 'automatic' | 'by-hand'): Promise<void> {
    return this.pressAtDesk('mode', { mode });
  }

  /** The report as somebody at the bureau fills it in; figures left out are those nobody knows. */
  reportCheck(checkNo: string, figures: Readonly<Record<string, string>>): Promise<void> {
    return this.pressAtDesk(`checks/${checkNo}/finish`, figures);
  }

  /** One yes of a person to messages of a template. */
  grant(person: string, template: string, count = 1): Promise<unknown> {
    return this.post('/__sim/wechat/grants', { person, template, count });
  }

  /** As on the first day: of one bureau, or of all. */
  reset(bureau?: string): Promise<unknown> {
    return this.post('/__sim/reset', bureau ? { bureau } : {});
  }

  private async pressAtDesk(form: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams(fields);
    const reply = await fetch(`${this.origin}/desk/means-verification/${form}`, { method: 'POST', body });
    if (!reply.ok) throw new Error(`the desk answered ${reply.status}`);
  }

  private async get<T>(path: string): Promise<T> {
    return read(await fetch(this.origin + path));
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    return read(await fetch(this.origin + path, { method: 'POST', body: JSON.stringify(body) }));
  }
}

async function read<T>(reply: Response): Promise<T> {
  if (!reply.ok) throw new Error(`the simulators answered ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as T;
}
