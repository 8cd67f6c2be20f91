import { ArrayMaxSize, IsArray, IsObject, IsString, MaxLength } from 'class-validator';
import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';

/** `POST /eligibility/assessments`. Stores nothing; facts are checked against the vocabulary after this. */
export class CreateAssessmentDto {
  /** By fact name: an absent fact was not asked, `null` is 不清楚. Money is integer fen. */
  @IsObject({ message: '没有收到您的回答，请再试一次。' })
  facts!: FactValues;

  /** The day whose rules and standards apply, YYYY-MM-DD in Asia/Shanghai; today when absent. */
  @MayBeAbsent()
  @IsCivilDate()
  asOf?: CivilDate;

  /** Doors the resident opened; `general` when absent. */
  @MayBeAbsent()
  @IsArray({ message: '请从上一页重新进来。' })
  @ArrayMaxSize(10, { message: '请从上一页重新进来。' })
  @IsString({ each: true, message: '请从上一页重新进来。' })
  @MaxLength(40, { each: true, message: '请从上一页重新进来。' })
  doors?: string[];
}
