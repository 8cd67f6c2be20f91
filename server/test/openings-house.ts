import { Calendar, releasedNotices, type YearNotice } from '@jinmen/shared/calendar/working-days';
import { Global, Injectable, Module } from '@nestjs/common';
import { Holidays } from '../src/modules/holidays/holidays.port';
import { CreateOpenings20261126100100 } from '../src/modules/openings/migrations/20261126100100-create-openings';
import { type OpeningPlan, OpeningPlans, Opens } from '../src/modules/openings/opening-plans.port';
import {
  OpeningExceptionRow,
  OpeningHotDayRow,
  OpeningSettingRow,
  OpeningTemplateRow,
  SiteEditRow,
} from '../src/modules/openings/openings.entity';
import { OpeningsModule } from '../src/modules/openings/openings.module';
import { CreateSlotInventory20261126100000 } from '../src/modules/slot-inventory/migrations/20261126100000-create-slot-inventory';
import { SlotHold, SlotHoldLine } from '../src/modules/slot-inventory/slot-hold.entity';
import { SlotPool, SlotWindowRow } from '../src/modules/slot-inventory/slot-window.entity';
import { DataVersionRow } from '../src/platform/database/data-version.entity';
import { DataVersions } from '../src/platform/database/data-versions';
import { CreateDataVersion20261124090000 } from '../src/platform/database/migrations/20261124090000-create-data-version';
import { emptyDatabase } from './database';
import { type PlatformProcess, startPlatform } from './platform-house';

/** A made-up library, open in the morning, and of an evening when somebody says so. */
@Injectable()
@Opens('library-seat')
export class LibraryPlan extends OpeningPlans {
  readonly plan: OpeningPlan = {
    settings: { horizonDays: 7, releaseAt: '08:30', shownDays: 2, cutOffMinutes: 60 },
    templates: [
      {
        code: 'morning',
        title: '上午',
        pool: 'quiet',
        sites: ['north-hall', 'south-hall'],
        times: [{ from: '09:00', to: '10:00', capacity: 4, heldBack: 1 }],
        usual: true,
        sample: true,
      },
      {
        code: 'evening',
        title: '晚上',
        pool: 'quiet',
        sites: ['north-hall'],
        times: [{ from: '19:00', to: '20:00', capacity: 2, heldBack: 0 }],
        usual: false,
        sample: false,
      },
    ],
    exceptions: [],
  };
}

/** The notices a test hands out, without the table of the real ones. */
export class HolidaysOfTest extends Holidays {
  private loaded: Record<string, YearNotice> = {};

  async calendar(): Promise<Calendar> {
    return new Calendar({ ...releasedNotices, ...this.loaded });
  }

  async version(): Promise<number> {
    return Object.keys(this.loaded).length;
  }

  async notices() {
    return [];
  }

  async load(year: string, notice: YearNotice): Promise<void> {
    this.loaded = { ...this.loaded, [year]: notice };
  }
}

@Global()
@Module({ providers: [DataVersions, LibraryPlan], exports: [DataVersions] })
class Library {}

export const OPENINGS_SCHEMA = {
  entities: [
    DataVersionRow,
    SlotPool,
    SlotWindowRow,
    SlotHold,
    SlotHoldLine,
    OpeningSettingRow,
    OpeningTemplateRow,
    OpeningExceptionRow,
    OpeningHotDayRow,
    SiteEditRow,
  ],
  migrations: [CreateDataVersion20261124090000, CreateSlotInventory20261126100000, CreateOpenings20261126100100],
};

/** Processes of the library on one database, with the clock and the holiday notices of the test. */
export async function openLibrary(nowMs: () => number) {
  const database = await emptyDatabase();
  const started: PlatformProcess[] = [];
  const start = async (holidays: HolidaysOfTest): Promise<PlatformProcess> => {
    const process = await startPlatform(database, {
      nowMs,
      more: OPENINGS_SCHEMA,
      parts: { imports: [Library, OpeningsModule] },
      replaced: [[Holidays, holidays]],
    });
    started.push(process);
    return process;
  };
  return {
    start,
    dialect: database.dialect,
    end: async () => {
      for (const each of started) await each.stop();
      await database.remove();
    },
  };
}
