import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { MOST_WISHED, type OtherTimeWishes } from '../bookings/other-time-wishes';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';

/** `PUT /staff/replacing/:service/:kind/pins/:subject`: a time, `null` = not now; without it, as the plan says. */
export class PinDto {
  @IsOptional()
  @IsString({ message: '请选一个时间。' })
  @MaxLength(36, { message: '请选一个时间。' })
  slot?: string | null;
}

const DAYS = { message: '请从日历里选日子。' };
const PLACES = { message: '请从给出的地方里选。' };

/** `PUT /bookings/:id/wishes` */
export class OtherTimeWishesDto implements OtherTimeWishes {
  @IsArray(DAYS)
  @ArrayMaxSize(MOST_WISHED, { message: `最多选 ${MOST_WISHED} 天。` })
  @ArrayUnique(DAYS)
  @IsCivilDate({ each: true, ...DAYS })
  impossible!: CivilDate[];

  @IsArray(PLACES)
  @ArrayMaxSize(MOST_WISHED, PLACES)
  @ArrayUnique(PLACES)
  @IsString({ each: true, ...PLACES })
  @MaxLength(60, { each: true, ...PLACES })
  sites!: string[];
}
