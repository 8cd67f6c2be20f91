import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { MOST_ABOARD, VOYAGE_STEPS } from '../services/sea-scattering/views';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';
import { Nested } from './nested';
import { ReasonDto } from './staff.dto';

const units = { message: '请填 1 到 999 的整数。' };
const clock = { message: '时间写成 08:30 这样。' };
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `GET /staff/voyages`, and what `GET /voyages` asks with */
export class VoyagesQueryDto {
  /** Today when absent. */
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;

  /** Ninety days on when absent; at most 190 days in all. */
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}

const aboard = { message: `上船的人数请填 0 到 ${MOST_ABOARD} 的整数。` };

function IsAboard(): PropertyDecorator {
  const all = [MayBeAbsent(), Type(() => Number), IsInt(aboard), Min(0, aboard), Max(MOST_ABOARD, aboard)];
  return (target, property) => {
    for (const each of all) each(target, property);
  };
}

/** `GET /voyages/:id` */
export class VoyageQueryDto {
  /** How many of a family come aboard: 0 for 代撒; one when absent. */
  @IsAboard()
  aboard?: number;
}

/** `GET /voyages` */
export class FamilyVoyagesQueryDto extends VoyagesQueryDto {
  @IsAboard()
  aboard?: number;
}

export class VoyageStepDto {
  @IsIn(VOYAGE_STEPS, { message: '请选这一步是什么。' })
  step!: (typeof VOYAGE_STEPS)[number];

  /** On the day of the voyage, as a clock in Tianjin shows it. */
  @Matches(CLOCK, clock)
  at!: string;
}

/** `PUT /staff/voyages/:id`: what is absent stays. */
export class ChangeVoyageDto extends ReasonDto {
  @MayBeAbsent()
  @IsInt(units)
  @Min(1, units)
  @Max(999, units)
  urns?: number;

  @MayBeAbsent()
  @IsInt(units)
  @Min(1, units)
  @Max(999, units)
  seats?: number;

  @MayBeAbsent()
  @IsString({ message: '请填集合地点。' })
  @Matches(/\S/, { message: '请填集合地点。' })
  @MaxLength(100, { message: '集合地点最多 100 个字。' })
  meetingPlace?: string;

  @MayBeAbsent()
  @Matches(CLOCK, clock)
  meetingAt?: string;

  @MayBeAbsent()
  @IsArray({ message: '请填时间表。' })
  @ArrayMaxSize(VOYAGE_STEPS.length, { message: '时间表写得太长了。' })
  @Nested(() => VoyageStepDto, { each: true })
  timetable?: VoyageStepDto[];
}

/** `POST /staff/voyages` */
export class OpenVoyageDto extends ReasonDto {
  @IsCivilDate()
  day!: CivilDate;

  @IsString({ message: '请填船名。' })
  @Matches(/\S/, { message: '请填船名。' })
  @MaxLength(40, { message: '船名最多 40 个字。' })
  vessel!: string;

  @Matches(CLOCK, clock)
  startsAt!: string;

  @Matches(CLOCK, clock)
  endsAt!: string;

  @IsString({ message: '请填集合地点。' })
  @Matches(/\S/, { message: '请填集合地点。' })
  @MaxLength(100, { message: '集合地点最多 100 个字。' })
  meetingPlace!: string;

  @Matches(CLOCK, clock)
  meetingAt!: string;

  /** From the morning of this day it can be chosen. */
  @IsCivilDate()
  opensOn!: CivilDate;

  /** Until the afternoon of this day. */
  @IsCivilDate()
  closesOn!: CivilDate;

  @IsInt(units)
  @Min(1, units)
  @Max(999, units)
  urns!: number;

  @IsInt(units)
  @Min(1, units)
  @Max(999, units)
  seats!: number;

  @MayBeAbsent()
  @IsArray({ message: '请填时间表。' })
  @ArrayMaxSize(VOYAGE_STEPS.length, { message: '时间表写得太长了。' })
  @Nested(() => VoyageStepDto, { each: true })
  timetable?: VoyageStepDto[];
}

/** `POST /staff/voyages/:id/suspension` */
export class SuspendVoyageDto extends ReasonDto {
  /** In words families read. */
  @IsString({ message: '请写给家属看的原因。' })
  @Matches(/\S.*\S/su, { message: '请写给家属看的原因，至少两个字。' })
  @MaxLength(100, { message: '给家属看的原因最多 100 个字。' })
  why!: string;
}
