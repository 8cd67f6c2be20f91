import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { Holidays } from '../holidays/holidays.port';
import type { NewWindow } from '../slot-inventory/slot-inventory.port';
import { HotDays } from './hot-days.port';
import {
  type OpeningException,
  OpeningPlans,
  type OpeningSettings,
  Opens,
  type WindowTemplate,
} from './opening-plans.port';
import { OpeningExceptionRow, OpeningSettingRow, OpeningTemplateRow } from './openings.entity';
import { type KeptException, Openings, type StandingPlan } from './openings.port';
import { plannedWindows, type ReleasePlan, templateProblems, windowsBy } from './release-plan';

@Injectable()
export class OpeningsService extends Openings {
  private found: ReadonlyMap<string, OpeningPlans> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly transactions: Transactions,
    private readonly holidays: Holidays,
    private readonly hotDays: HotDays,
    private readonly audit: Audit,
  ) {
    super();
  }

  services(): readonly string[] {
    return [...this.plans().keys()];
  }

  async plan(service: string): Promise<StandingPlan> {
    const released = this.plans().get(service)?.plan;
    if (!released) throw problems.notFound();
    const { manager } = this.transactions;
    const settings = await manager.findOneBy(OpeningSettingRow, { service });
    const templates = await manager.find(OpeningTemplateRow, { where: { service }, order: { code: 'ASC' } });
    const exceptions = await manager.find(OpeningExceptionRow, {
      where: { service },
      order: { day: 'ASC', site: 'ASC' },
    });
    const kept = exceptions.map(exceptionOf);
    const isReplaced = (one: OpeningException) => kept.some(({ day, site }) => day === one.day && site === one.site);
    return {
      settings: settings?.settings ?? released.settings,
      templates: [
        ...released.templates.filter(({ code }) => !templates.some((row) => row.code === code)),
        ...templates.map(({ code, template }) => ({ code, ...template })),
      ],
      exceptions: [...released.exceptions.filter((one) => !isReplaced(one)), ...kept],
    };
  }

  /** The plan with everything its windows depend on. */
  async releasePlan(service: string): Promise<ReleasePlan> {
    const hot = new Map((await this.hotDays.of(service)).map(({ day, capacityPercent }) => [day, capacityPercent]));
    const calendar = await this.holidays.calendar();
    const plan = await this.plan(service);
    return { service, plan, calendar, capacityPercent: (day) => hot.get(day) ?? 100 };
  }

  async planned(service: string, days: readonly CivilDate[]): Promise<readonly NewWindow[]> {
    if (!this.plans().has(service)) return [];
    const release = await this.releasePlan(service);
    return days.flatMap((day) => plannedWindows(release, day));
  }

  async windowsOf(
    service: string,
    code: string,
    days: readonly CivilDate[],
    sites?: readonly string[],
  ): Promise<readonly NewWindow[]> {
    const release = await this.releasePlan(service);
    const template = release.plan.templates.find((each) => each.code === code);
    if (!template) throw problems.notFound();
    const chosen = template.sites.filter((site) => !sites || sites.includes(site));
    return days.flatMap((day) => windowsBy(release, template, chosen, day));
  }

  async putTemplate(service: string, { code, ...template }: WindowTemplate, by: string, reason: string): Promise<void> {
    const wrong = templateProblems(template);
    if (wrong.length > 0) throw new Problem(400, 'opening.unusable', wrong.join('；'));
    await this.change(service, `template:${code}`, by, reason, () =>
      this.transactions.manager.save(OpeningTemplateRow, { service, code, template }),
    );
  }

  async putSettings(service: string, settings: OpeningSettings, by: string, reason: string): Promise<void> {
    await this.change(service, 'settings', by, reason, () =>
      this.transactions.manager.save(OpeningSettingRow, { service, settings }),
    );
  }

  async putException(
    service: string,
    { site, day, what }: OpeningException,
    by: string,
    reason: string,
  ): Promise<void> {
    const place = { service, day, site: site ?? '' };
    const row: OpeningExceptionRow = {
      id: randomUUID(),
      ...place,
      opens: what.open ? 1 : 0,
      template: what.open ? (what.template ?? null) : null,
      why: what.open ? null : what.why,
    };
    await this.change(service, `day:${day}`, by, reason, async () => {
      await this.transactions.manager.delete(OpeningExceptionRow, place);
      await this.transactions.manager.insert(OpeningExceptionRow, row);
    });
  }

  async removeException(service: string, id: string, by: string, reason: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const { affected } = await this.transactions.manager.delete(OpeningExceptionRow, { service, id });
      if (affected === 1) await this.record(service, `exception:${id}`, by, reason);
      return affected === 1;
    });
  }

  private async change(
    service: string,
    what: string,
    by: string,
    reason: string,
    write: () => Promise<unknown>,
  ): Promise<void> {
    if (!this.plans().has(service)) throw problems.notFound();
    await this.transactions.run(async () => {
      await write();
      await this.record(service, what, by, reason);
    });
  }

  private async record(service: string, what: string, by: string, reason: string): Promise<void> {
    const actor = { kind: 'staff', id: by } as const;
    await this.audit.record({ action: 'opening.changed', actor, object: `opening:${service}:${what}`, reason });
  }

  /** By discovery, so that nobody lists the services twice. @throws Error on two plans for one. */
  private plans(): ReadonlyMap<string, OpeningPlans> {
    if (this.found) return this.found;
    const found = new Map<string, OpeningPlans>();
    for (const provider of this.discovery.getProviders({ metadataKey: Opens.KEY })) {
      const service = this.discovery.getMetadataByDecorator(Opens, provider);
      const { instance } = provider as { readonly instance: unknown };
      if (service === undefined || !(instance instanceof OpeningPlans)) throw new Error(`${provider.name}: no plan`);
      if (found.has(service)) throw new Error(`two plans open windows of ${service}`);
      found.set(service, instance);
    }
    this.found = found;
    return found;
  }
}

function exceptionOf({ id, site, day, opens, template, why }: OpeningExceptionRow): KeptException {
  const what =
    opens === 1
      ? { open: true as const, ...(template !== null && { template }) }
      : { open: false as const, why: why ?? '' };
  return { id, day, ...(site !== '' && { site }), what };
}
