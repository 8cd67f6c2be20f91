import type {
  ChangeWindowsDto,
  PutHotDayDto,
  PutOpeningDayDto,
  PutSettingsDto,
  PutSiteDto,
  PutTemplateDto,
  StaffWindowsQueryDto,
  WindowsWishDto,
} from '@jinmen/shared/dto/staff-windows.dto';
import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { Staff } from '../../platform/auth/current';
import { Problem, problems } from '../../platform/http/problem';
import { type DeskService, WindowsDesk, type WindowsWish } from '../bookings/windows-desk.port';
import { type HotDay, HotDays } from '../openings/hot-days.port';
import { Openings, type StandingPlan } from '../openings/openings.port';
import { SITE_FIELDS, SiteEdits, type SiteField } from '../openings/site-edits.port';
import { unitsLeft } from '../slot-inventory/slot-inventory.port';

const MOST_CHARACTERS = 200;

/** A window as staff see it. */
export interface StaffWindowView {
  readonly id: string;
  readonly site: string;
  readonly siteName: string;
  readonly pool: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensAt: string;
  readonly capacity: number;
  readonly heldBack: number;
  readonly taken: number;
  readonly left: number;
  readonly closed: boolean;
  readonly why?: string;
  readonly sample: boolean;
  readonly expected: boolean;
}

export interface OpeningsView extends StandingPlan {
  readonly services: readonly { readonly code: string; readonly title: string }[];
  readonly hotDays: readonly HotDay[];
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly source?: string;
  }[];
}

/** Windows, when they open, and what is said of sites, for the people who look after them. */
@Injectable()
export class WindowOperations {
  constructor(
    private readonly desk: WindowsDesk,
    private readonly plans: Openings,
    private readonly hotDays: HotDays,
    private readonly siteEdits: SiteEdits,
  ) {}

  async day({ service, day, site }: StaffWindowsQueryDto): Promise<readonly StaffWindowView[]> {
    const { sites } = await this.service(service);
    const names = new Map(sites.map(({ id, name }) => [id, name]));
    return (await this.desk.day(service, day, site)).map((window) => ({
      id: window.id,
      site: window.pool.site,
      siteName: names.get(window.pool.site) ?? window.pool.site,
      pool: window.pool.kind,
      startsAt: window.startsAt.toISOString(),
      endsAt: window.endsAt.toISOString(),
      opensAt: window.opensAt.toISOString(),
      capacity: window.capacity,
      heldBack: window.heldBack,
      taken: window.taken,
      left: unitsLeft(window),
      closed: window.closed,
      ...(window.why !== undefined && { why: window.why }),
      sample: window.marks.sample === true,
      expected: window.marks.expected === true,
    }));
  }

  preview(wish: WindowsWishDto) {
    return this.desk.preview(wishOf(wish));
  }

  change({ staffId }: Staff, { reason, ...wish }: ChangeWindowsDto) {
    return this.desk.change(wishOf(wish), staffId, reason.trim());
  }

  async openings(code: string): Promise<OpeningsView> {
    const service = await this.service(code);
    const edits = new Map((await this.siteEdits.of(code)).map((edit) => [edit.site, edit]));
    return {
      services: (await this.desk.services()).map(({ code: each, title }) => ({ code: each, title })),
      ...(await this.plans.plan(code)),
      hotDays: await this.hotDays.of(code),
      sites: service.sites.map(({ id, name }) => {
        const edit = edits.get(id);
        return { id, name, fields: edit?.fields ?? {}, ...(edit && { source: edit.source }) };
      }),
    };
  }

  async putTemplate(
    { staffId }: Staff,
    service: string,
    code: string,
    { reason, ...wish }: PutTemplateDto,
  ): Promise<void> {
    const known = new Set((await this.service(service)).sites.map(({ id }) => id));
    // what every object has by itself is no code of a template
    if (!/^(?!constructor$)[a-z0-9-]{1,40}$/.test(code) || wish.sites.some((site) => !known.has(site)))
      throw problems.notFound();
    await this.plans.putTemplate(service, { code, ...wish }, staffId, reason.trim());
  }

  putSettings({ staffId }: Staff, service: string, { reason, ...settings }: PutSettingsDto): Promise<void> {
    return this.plans.putSettings(service, settings, staffId, reason.trim());
  }

  async putDay({ staffId }: Staff, service: string, text: string, wish: PutOpeningDayDto): Promise<void> {
    const { site, what, template, why, reason } = wish;
    const day = dayOf(text);
    const { exceptions } = await this.plans.plan(service);
    if (site !== undefined) await this.site(service, site);
    if (what === 'usual') {
      const kept = exceptions.find((each) => each.day === day && each.site === site);
      if (kept?.id === undefined) throw problems.notFound();
      await this.plans.removeException(service, kept.id, staffId, reason.trim());
      return;
    }
    if (what === 'closed' && why === undefined) throw unusable('请写给居民看的原因。');
    const opened = { open: true, ...(template !== undefined && { template }) } as const;
    const exception = { day, ...(site !== undefined && { site }), what: what === 'open' ? opened : closed(why) };
    await this.plans.putException(service, exception, staffId, reason.trim());
  }

  async putHotDay({ staffId }: Staff, service: string, text: string, { reason, ...wish }: PutHotDayDto): Promise<void> {
    await this.service(service);
    await this.hotDays.put(service, { day: dayOf(text), ...wish, name: wish.name.trim() }, staffId, reason.trim());
  }

  async removeHotDay({ staffId }: Staff, service: string, text: string, reason: string): Promise<void> {
    if (!(await this.hotDays.remove(service, dayOf(text), staffId, reason.trim()))) throw problems.notFound();
  }

  async putSite({ staffId }: Staff, service: string, site: string, wish: PutSiteDto): Promise<void> {
    await this.site(service, site);
    const fields = siteFields(wish.fields);
    const source = wish.source.trim();
    if (Object.keys(fields).length > 0 && source === '') throw unusable('请写资料是哪里来的。');
    await this.siteEdits.put(service, site, { fields, source }, staffId, wish.reason.trim());
  }

  private async service(code: string): Promise<DeskService> {
    const found = (await this.desk.services()).find((each) => each.code === code);
    if (!found) throw problems.notFound();
    return found;
  }

  private async site(service: string, site: string): Promise<void> {
    if (!(await this.service(service)).sites.some(({ id }) => id === site)) throw problems.notFound();
  }
}

function unusable(words: string): Problem {
  return new Problem(400, 'opening.unusable', words);
}

function closed(why = '') {
  return { open: false, why: why.trim() } as const;
}

function dayOf(text: string): CivilDate {
  if (!isCivilDate(text)) throw problems.notFound();
  return text;
}

function wishOf({ act, template, daysOff = false, why, capacity, heldBack, ...which }: WindowsWishDto): WindowsWish {
  if (act === 'open') {
    if (template === undefined) throw unusable('请选用哪个模板。');
    return { ...which, act, template, daysOff };
  }
  if (act === 'close') {
    if (why === undefined) throw unusable('请写给居民看的原因。');
    return { ...which, act, why: why.trim() };
  }
  if (act === 'reopen') return { ...which, act };
  if (capacity === undefined && heldBack === undefined) throw unusable('请填新的号数或者现场留号。');
  return { ...which, act, ...(capacity !== undefined && { capacity }), ...(heldBack !== undefined && { heldBack }) };
}

/** @throws Problem 400 for a field nobody knows, or one that is no text. */
function siteFields(given: Readonly<Record<string, unknown>>): Readonly<Partial<Record<SiteField, string>>> {
  const entries = Object.entries(given).map(([name, value]) => {
    const isKnown = SITE_FIELDS.some((field) => field === name);
    if (!isKnown || typeof value !== 'string' || value.length > MOST_CHARACTERS) {
      throw unusable(`每一项最多 ${MOST_CHARACTERS} 个字。`);
    }
    return [name, value.trim()] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
