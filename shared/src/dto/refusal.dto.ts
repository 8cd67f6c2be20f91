import { IsIn, IsString, MaxLength } from 'class-validator';
import type { HandedInAppeal } from '../applications/appeal';
import { SAYINGS, type Saying } from '../applications/dispute';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';

/** `POST /relief/applications/:id/disputes`: a figure that was found is wrong. */
export class DisputeFigureDto {
  @IsString({ message: '请选一个查到的数。' })
  @MaxLength(80, { message: '请选一个查到的数。' })
  fact!: string;

  @IsIn(SAYINGS, { message: '请选哪里不对。' })
  says!: Saying;

  /** Of `other-value`: what it should be; checked against the vocabulary. */
  @MayBeAbsent()
  value?: unknown;

  @MayBeAbsent()
  @IsString({ message: '这一项没有看懂，请再填一次。' })
  @MaxLength(300, { message: '太长了，最多写 300 个字。' })
  why?: string;
}

/** `GET /relief/applications/:id/appeal`. */
export class AppealQueryDto {
  @IsString({ message: '请选一项没批下来的。' })
  @MaxLength(60, { message: '请选一项没批下来的。' })
  programme!: string;
}

/** `POST /relief/applications/:id/appeals`: what the resident handed in elsewhere, and when. */
export class TellAppealDto extends AppealQueryDto {
  @IsIn(['reconsideration', 'lawsuit'], { message: '请选递的是哪一种。' })
  kind!: HandedInAppeal['kind'];

  @IsCivilDate()
  on!: CivilDate;
}

/** `POST /relief/applications/:id/appeal-paper`: the statement as the resident has it now, to be drawn and not kept. */
export class StatementDto {
  @IsString({ message: '这一项没有看懂，请再填一次。' })
  @MaxLength(6000, { message: '太长了，最多写 6000 个字。' })
  statement!: string;
}
