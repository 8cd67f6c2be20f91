import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MOST_WAITING_DAYS, MOST_WAITING_SITES } from '../bookings/views';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';
import { ReasonDto } from './staff.dto';

/** `POST /waitlist`: one party, for every one of these days at every one of these sites. */
export class JoinWaitlistDto {
  @IsString({ message: '请从首页重新进来。' })
  @MaxLength(60, { message: '请从首页重新进来。' })
  service!: string;

  @IsString({ message: '请选要办的事。' })
  @MaxLength(60, { message: '请选要办的事。' })
  kind!: string;

  @IsArray({ message: '请选地点。' })
  @ArrayMinSize(1, { message: '请选地点，至少一个。' })
  @ArrayMaxSize(MOST_WAITING_SITES, { message: '地点选多了。' })
  @ArrayUnique({ message: '地点选重了，请重新选。' })
  @IsString({ each: true, message: '请从名单里选地点。' })
  @MaxLength(60, { each: true, message: '请从名单里选地点。' })
  sites!: string[];

  @IsArray({ message: '请选日子。' })
  @ArrayMinSize(1, { message: '请选日子，至少一天。' })
  @ArrayMaxSize(MOST_WAITING_DAYS, { message: `最多选 ${MOST_WAITING_DAYS} 天。` })
  @ArrayUnique({ message: '日子选重了，请重新选。' })
  @IsCivilDate({ each: true })
  days!: CivilDate[];

  /** To be called at where no message reaches them. */
  @MayBeAbsent()
  @IsString({ message: '请写一个能打通的电话。' })
  @MaxLength(30, { message: '请写一个能打通的电话。' })
  phone?: string;

  /** As `POST /bookings` takes it. */
  @MayBeAbsent()
  @IsObject({ message: '这一步没有看懂，请重新打开页面再试。' })
  details?: Record<string, unknown>;
}

/** `POST /staff/waitlist/:id/place`: which of the line they become. */
export class MoveWaitingDto extends ReasonDto {
  @IsInt({ message: '请填第几位。' })
  @Min(1, { message: '请填第几位。' })
  @Max(10_000, { message: '请填第几位。' })
  to!: number;
}
