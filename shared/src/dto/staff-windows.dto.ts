import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';
import { Nested } from './nested';
import { ReasonDto } from './staff.dto';

const code = { message: '代码只有小写字母、数字和短横，最多 40 个。' };
const CODE = /^[a-z0-9-]{1,40}$/;
const SITE = /^[a-z0-9-]{1,60}$/;
const number = { message: '请填整数。' };

/** `GET /staff/openings` */
export class StaffServiceQueryDto {
  @Matches(CODE, code)
  service!: string;
}

/** `GET /staff/windows` */
export class StaffWindowsQueryDto extends StaffServiceQueryDto {
  @IsCivilDate()
  day!: CivilDate;

  @MayBeAbsent()
  @Matches(SITE, { message: '请选地点。' })
  site?: string;
}

export const WINDOW_ACTS = ['open', 'close', 'reopen', 'change'] as const;

/** `POST /staff/windows/preview`: which windows, and what becomes of them. */
export class WindowsWishDto extends StaffServiceQueryDto {
  @IsCivilDate()
  from!: CivilDate;

  @IsCivilDate()
  to!: CivilDate;

  @IsIn(WINDOW_ACTS, { message: '请选要做什么。' })
  act!: (typeof WINDOW_ACTS)[number];

  /** All when absent. */
  @MayBeAbsent()
  @IsArray({ message: '请选地点。' })
  @ArrayMaxSize(100, { message: '地点选得太多了。' })
  @Matches(SITE, { each: true, message: '请选地点。' })
  sites?: string[];

  @MayBeAbsent()
  @Matches(CODE, code)
  pool?: string;

  /** Of `open`. */
  @MayBeAbsent()
  @Matches(CODE, code)
  template?: string;

  /** Of `open`: also on days off. */
  @MayBeAbsent()
  @IsBoolean({ message: '请选放假的日子开不开。' })
  daysOff?: boolean;

  /** Of `close`: residents read it. */
  @MayBeAbsent()
  @IsString({ message: '请写给居民看的原因。' })
  @Matches(/\S.*\S/su, { message: '请写给居民看的原因，至少两个字。' })
  @MaxLength(100, { message: '给居民看的原因最多 100 个字。' })
  why?: string;

  /** Of `change`. */
  @MayBeAbsent()
  @IsInt(number)
  @Min(1, { message: '号数至少 1。' })
  @Max(500, { message: '号数最多 500。' })
  capacity?: number;

  /** Of `change`. */
  @MayBeAbsent()
  @IsInt(number)
  @Min(0, { message: '现场留号不能是负数。' })
  @Max(500, { message: '现场留号最多 500。' })
  heldBack?: number;
}

/** `POST /staff/windows/changes` */
export class ChangeWindowsDto extends WindowsWishDto {
  @IsString({ message: '请写明原因。' })
  @Matches(/\S.*\S/su, { message: '请写明原因，至少两个字。' })
  @MaxLength(500, { message: '原因最多 500 个字。' })
  reason!: string;
}

export class WindowTimeDto {
  @IsString({ message: '时间写成 08:30 这样。' })
  @MaxLength(5, { message: '时间写成 08:30 这样。' })
  from!: string;

  @IsString({ message: '时间写成 08:30 这样。' })
  @MaxLength(5, { message: '时间写成 08:30 这样。' })
  to!: string;

  @IsInt(number)
  capacity!: number;

  @IsInt(number)
  heldBack!: number;
}

/** `PUT /staff/openings/:service/templates/:code` */
export class PutTemplateDto extends ReasonDto {
  @IsString({ message: '请写名称。' })
  @MaxLength(40, { message: '名称最多 40 个字。' })
  title!: string;

  @Matches(CODE, code)
  pool!: string;

  @IsArray({ message: '请选地点。' })
  @ArrayMaxSize(100, { message: '地点选得太多了。' })
  @Matches(SITE, { each: true, message: '请选地点。' })
  sites!: string[];

  @IsArray({ message: '至少要有一个时段。' })
  @ArrayMaxSize(48, { message: '时段太多了。' })
  @Nested(() => WindowTimeDto, { each: true })
  times!: WindowTimeDto[];

  @IsBoolean({ message: '请选平时开不开。' })
  usual!: boolean;

  @IsBoolean({ message: '请选是不是示例。' })
  sample!: boolean;
}

/** `PUT /staff/openings/:service/settings` */
export class PutSettingsDto extends ReasonDto {
  @IsInt(number)
  @Min(1, { message: '提前放号的天数是 1 到 180。' })
  @Max(180, { message: '提前放号的天数是 1 到 180。' })
  horizonDays!: number;

  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '放号时间写成 08:30 这样。' })
  releaseAt!: string;

  @IsInt(number)
  @Min(0, { message: '预告的天数是 0 到 30。' })
  @Max(30, { message: '预告的天数是 0 到 30。' })
  shownDays!: number;

  @IsInt(number)
  @Min(0, { message: '截止的分钟数是 0 到 1440。' })
  @Max(1440, { message: '截止的分钟数是 0 到 1440。' })
  cutOffMinutes!: number;
}

/** `PUT /staff/openings/:service/days/:day`; `usual` takes back what was said of the day. */
export class PutOpeningDayDto extends ReasonDto {
  @MayBeAbsent()
  @Matches(SITE, { message: '请选地点。' })
  site?: string;

  @IsIn(['open', 'closed', 'usual'], { message: '请选这一天怎么开。' })
  what!: 'open' | 'closed' | 'usual';

  @MayBeAbsent()
  @Matches(CODE, code)
  template?: string;

  @MayBeAbsent()
  @IsString({ message: '请写给居民看的原因。' })
  @Matches(/\S.*\S/su, { message: '请写给居民看的原因，至少两个字。' })
  @MaxLength(100, { message: '给居民看的原因最多 100 个字。' })
  why?: string;
}

/** `PUT /staff/openings/:service/hot-days/:day` */
export class PutHotDayDto extends ReasonDto {
  @IsString({ message: '请写这一天叫什么。' })
  @Matches(/\S/, { message: '请写这一天叫什么。' })
  @MaxLength(20, { message: '名字最多 20 个字。' })
  name!: string;

  @IsInt(number)
  @Min(100, { message: '号数是平时的 100% 到 1000%。' })
  @Max(1000, { message: '号数是平时的 100% 到 1000%。' })
  capacityPercent!: number;

  @MayBeAbsent()
  @IsInt(number)
  @Min(1, { message: '另一位的时间是 1 到 72 小时。' })
  @Max(72, { message: '另一位的时间是 1 到 72 小时。' })
  partnerHours?: number;

  @IsArray({ message: '请选当天还有什么。' })
  @ArrayMaxSize(2, { message: '请选当天还有什么。' })
  @IsIn(['counselling', 'ceremony'], { each: true, message: '请选当天还有什么。' })
  offers!: ('counselling' | 'ceremony')[];
}

/** `PUT /staff/openings/:service/sites/:site`; without any field, what was said of the site is taken back. */
export class PutSiteDto extends ReasonDto {
  @IsObject({ message: '请填地点的资料。' })
  fields!: Readonly<Record<string, unknown>>;

  @IsString({ message: '请写资料是哪里来的。' })
  @MaxLength(200, { message: '来源最多 200 个字。' })
  source!: string;
}
