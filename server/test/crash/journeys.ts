import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { filled } from '../relief-house';
import type { Asking, Caller, Reply } from './asking';
import type { Dice } from './dice';

export const SERVICE = 'marriage-registration';
/** For one, so that everybody in the crowd can do it alone; and given back as often as they like. */
export const KIND = 'counselling';
export const POOL = 'counselling';
export const PROGRAMMES: readonly string[] = ['minimum-living-allowance', 'disability-living-subsidy'];

/** What somebody was told of their things, by id. */
export interface Told {
  readonly held: Map<string, { readonly caller: Caller; readonly windowId: string; readonly number: string }>;
  readonly confirmed: Set<string>;
  readonly cancelled: Set<string>;
  readonly drafts: Map<string, Caller>;
  readonly submitted: Map<string, { readonly receiptNumber: string; readonly cases: readonly string[] }>;
}

export const nothingTold = (): Told => ({
  held: new Map(),
  confirmed: new Set(),
  cancelled: new Set(),
  drafts: new Map(),
  submitted: new Map(),
});

/** What nobody who was told the truth is refused. */
class Refused extends Error {}

/**
 * What a phone does until it is told to stop. One that is refused what it should have been given keeps that as wrong, and
 * ends: nothing it was told can be relied on any more.
 */
export class Journeys {
  constructor(
    private readonly asking: Asking,
    private readonly dice: Dice,
    private readonly windowIds: readonly string[],
    readonly told: Told,
  ) {}

  booking(caller: Caller, goesOn: () => boolean): Promise<void> {
    return this.untilRefused(this.bookings(caller, goesOn));
  }

  submission(caller: Caller, goesOn: () => boolean): Promise<void> {
    return this.untilRefused(this.submissions(caller, goesOn));
  }

  private async untilRefused(journey: Promise<void>): Promise<void> {
    try {
      await journey;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.asking.heard.wrong.push(error.message);
    }
  }

  /** Books, confirms, and gives it back to book again. */
  private async bookings(caller: Caller, goesOn: () => boolean): Promise<void> {
    let has: string | undefined;
    while (goesOn()) {
      if (has !== undefined) await this.cancel(caller, has);
      has = await this.book(caller);
    }
  }

  /** A draft, its answers, and handing it in. */
  private async submissions(caller: Caller, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const body = { programmes: PROGRAMMES };
      const made = read<ApplicationView>(
        await this.asking.wish({ method: 'POST', path: '/relief/applications', body, caller }),
      );
      this.told.drafts.set(made.id, caller);
      await this.fill(made, caller);
      const path = `/relief/applications/${made.id}/submission`;
      const {
        id,
        receiptNumber = '',
        cases,
      } = read<ApplicationView>(await this.asking.wish({ method: 'POST', path, body: {}, caller }));
      if (id !== made.id) this.asking.heard.wrong.push(`handed in ${made.id} and was told of ${id}`);
      this.told.submitted.set(made.id, { receiptNumber, cases: cases.map((each) => each.id) });
    }
  }

  private async book(caller: Caller): Promise<string | undefined> {
    const windowId = this.dice.one(this.windowIds);
    const body = { service: SERVICE, kind: KIND, windowId };
    const reply = await this.asking.wish({ method: 'POST', path: '/bookings', body, caller });
    if (refusedAs(reply, 'booking.window-full')) return undefined;
    const { id, number, window } = read<BookingView>(reply);
    if (window.id !== windowId) this.asking.heard.wrong.push(`asked for ${windowId} and was given ${window.id}`);
    if (this.told.held.has(id)) this.asking.heard.wrong.push(`${id} was given to two wishes`);
    this.told.held.set(id, { caller, windowId, number });
    const path = `/bookings/${id}/confirmation`;
    const confirmed = read<BookingView>(await this.asking.wish({ method: 'POST', path, body: {}, caller }));
    if (confirmed.id !== id) this.asking.heard.wrong.push(`confirmed ${id} and was told of ${confirmed.id}`);
    this.told.confirmed.add(id);
    return id;
  }

  private async cancel(caller: Caller, id: string): Promise<void> {
    const reply = await this.asking.wish({ method: 'DELETE', path: `/bookings/${id}`, caller });
    const view = read<BookingView>(reply);
    if (view.id !== id) this.asking.heard.wrong.push(`cancelled ${id} and was told of ${view.id}`);
    this.told.cancelled.add(id);
  }

  /** Saving has no key: repeated, it changes nothing, and what was saved unheard is stale. */
  private async fill({ id, version }: ApplicationView, caller: Caller): Promise<void> {
    const body = { version, fields: filled(PROGRAMMES) };
    const path = `/relief/applications/${id}`;
    const reply = await this.asking.definite(
      { key: `${path} ${version}`, method: 'PATCH', path, body, caller },
      { first: false },
    );
    if (!refusedAs(reply, 'application.stale')) read(reply);
  }
}

/** @throws Refused on a refusal nobody expected. */
function read<View>({ status, text }: Reply): View {
  if (status >= 300) throw new Refused(`refused: ${status} ${text}`);
  return JSON.parse(text) as View; // the servers' own specs hold the controllers to it
}

const refusedAs = ({ status, text }: Reply, code: string): boolean => status >= 400 && text.includes(`"${code}"`);
