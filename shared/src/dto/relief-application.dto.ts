import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  MaxLength,
  Min,
} from 'class-validator';
import type { FieldValues } from '../applications/field';
import type { ForWhom } from '../applications/subject';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent } from './may-be-absent';
import { Nested } from './nested';

/** Either a child or ward of one's own, or somebody who agreed to be helped. */
export class ForWhomDto implements ForWhom {
  @MayBeAbsent()
  @IsString({ message: '没有找到您选的这位，请回去再选一次。' })
  @MaxLength(60, { message: '没有找到您选的这位，请回去再选一次。' })
  dependant?: string;

  @MayBeAbsent()
  @IsString({ message: '没有找到您选的这位，请回去再选一次。' })
  @MaxLength(60, { message: '没有找到您选的这位，请回去再选一次。' })
  mandate?: string;
}

/** `POST /relief/applications`. */
export class CreateApplicationDto {
  /** Codes of the catalogue, any of them; what does not go together is settled at review and never refuses a draft. */
  @IsArray({ message: '请选要申请的救助。' })
  @ArrayMinSize(1, { message: '请至少选一项救助。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几项。' })
  @IsString({ each: true, message: '没有找到这一项救助，请回到列表重新选。' })
  @MaxLength(60, { each: true, message: '没有找到这一项救助，请回到列表重新选。' })
  programmes!: string[];

  /** Whom it is for; oneself when left out. */
  @MayBeAbsent()
  @Nested(() => ForWhomDto)
  for?: ForWhomDto;

  /** An application of one's own to begin with: what was told there is here already, what was found in its place. */
  @MayBeAbsent()
  @IsString({ message: '没有找到前面那份申请。' })
  @MaxLength(36, { message: '没有找到前面那份申请。' })
  after?: string;
}

/** `PATCH /relief/applications/:id`. Only the fields given change. */
export class ChangeApplicationDto {
  /** What the phone last saw; a stale one is answered with what stands on the server. */
  @IsInt({ message: '请从上一页重新进来。' })
  @Min(1, { message: '请从上一页重新进来。' })
  version!: number;

  /** `null` is 不清楚 for a fact, and empties any other field. */
  @MayBeAbsent()
  @IsObject({ message: '没有收到填的内容，请再试一次。' })
  fields?: FieldValues;

  /** Instead of the programmes chosen before. */
  @MayBeAbsent()
  @IsArray({ message: '请选要申请的救助。' })
  @ArrayMinSize(1, { message: '请至少选一项救助。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几项。' })
  @IsString({ each: true, message: '没有找到这一项救助，请回到列表重新选。' })
  @MaxLength(60, { each: true, message: '没有找到这一项救助，请回到列表重新选。' })
  programmes?: string[];
}

/** `POST /relief/applications/:id/submission`. */
export class SubmitApplicationDto {
  /** What the resident reviewed; when given, another version is not handed in. */
  @MayBeAbsent()
  @IsInt({ message: '请从上一页重新进来。' })
  @Min(1, { message: '请从上一页重新进来。' })
  version?: number;
}

/** `POST /relief/applications/:id/withdrawal`. */
export class WithdrawApplicationDto {
  /** The whole application when absent. */
  @MayBeAbsent()
  @IsArray({ message: '请选要撤回的救助。' })
  @ArrayMinSize(1, { message: '请至少选一项救助。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几项。' })
  @IsString({ each: true, message: '没有找到这一项救助，请回到列表重新选。' })
  programmes?: string[];
}

/** One paper of a 容缺承诺单. */
export class PaperPromiseDto {
  @IsString({ message: '没有找到这样材料，请回去再选一次。' })
  @MaxLength(40, { message: '没有找到这样材料，请回去再选一次。' })
  kind!: string;

  @IsCivilDate()
  by!: CivilDate;
}

/** `POST /relief/applications/:id/commitments`: all papers that follow, signed at once. */
export class SignCommitmentDto {
  @IsArray({ message: '请选晚点补的材料。' })
  @ArrayMinSize(1, { message: '请选晚点补的材料。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几样。' })
  @Nested(() => PaperPromiseDto, { each: true })
  papers!: PaperPromiseDto[];

  @Equals(true, { message: '请先看清楚再答应。' })
  accepted!: true;
}

/** `PUT /relief/applications/:id/materials/:kind` without a file: how else the paper comes. */
export class ChooseWayDto {
  @IsIn(['have', 'in-person'], { message: '请选这样材料怎么交。' })
  way!: 'have' | 'in-person';
}

/** `POST /relief/applications/:id/supplements`. */
export class SupplementDto {
  /** All that is photographed when absent. */
  @MayBeAbsent()
  @IsArray({ message: '请选要交的材料。' })
  @ArrayMinSize(1, { message: '请选要交的材料。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几样。' })
  @IsString({ each: true, message: '没有找到这样材料，请回去再选一次。' })
  @MaxLength(40, { each: true, message: '没有找到这样材料，请回去再选一次。' })
  kinds?: string[];
}
