import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';

/** `POST /eligibility/assessments`. Stores nothing; facts are checked against the vocabulary after this. */
export class CreateAssessmentDto {
  /** By fact name: an absent fact was not asked, `null` is 不清楚. Money is integer fen. */
  @IsObject({ message: '请把回答放在 facts 里。' })
  facts!: FactValues;

  /** The day whose rules and standards apply, YYYY-MM-DD in Asia/Shanghai; today when absent. */
  @IsOptional()
  @IsCivilDate()
  asOf?: CivilDate;

  /** Doors the resident opened; `general` when absent. */
  @IsOptional()
  @IsArray({ message: 'doors 应是一个列表。' })
  @ArrayMaxSize(10, { message: 'doors 最多 10 项。' })
  @IsString({ each: true, message: 'doors 里应是文字。' })
  @MaxLength(40, { each: true, message: 'doors 里的文字太长。' })
  doors?: string[];
}
