import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { URGENT_KINDS, type UrgentKind } from '../urgent/kinds';
import { LONGEST_PLACE, LONGEST_URGENT_WORDS } from '../urgent/told';
import { MayBeAbsent } from './may-be-absent';

const secretShape = { message: '这一次没有看懂，请重新打开页面再试。急事请打 12345。' };

/** `POST /urgent-requests`. What is missing beyond these shapes is `saidProblems`. */
export class AskUrgentlyDto {
  /** The phone's own, 256 random bits: whoever has it may look at the state again without signing in. */
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{64}$/, secretShape)
  secret?: string;

  @MayBeAbsent()
  @IsString({ message: '名字请写成文字，也可以不写。' })
  @MaxLength(50, { message: '名字太长了，写常用的称呼就行。' })
  name?: string;

  @IsBoolean({ message: '请说是给自己还是给别人。' })
  forSomebodyElse!: boolean;

  @MayBeAbsent()
  @Matches(/^\d{9}$/, { message: '请从名单里选街道或乡镇。' })
  street?: string;

  @MayBeAbsent()
  @IsString({ message: '请用文字写在哪儿。' })
  @MaxLength(LONGEST_PLACE, { message: `地方最多写 ${LONGEST_PLACE} 个字。` })
  place?: string;

  @IsArray({ message: '请选一样急事。' })
  @ArrayMinSize(1, { message: '请选一样急事。选不出来，就选“别的急事”。' })
  @ArrayMaxSize(URGENT_KINDS.length, { message: '急事选重了，请重新选。' })
  @ArrayUnique({ message: '急事选重了，请重新选。' })
  @IsIn(URGENT_KINDS, { each: true, message: '急事请从名单里选。' })
  kinds!: UrgentKind[];

  @MayBeAbsent()
  @IsString({ message: '请用文字写。' })
  @MaxLength(LONGEST_URGENT_WORDS, { message: `最多写 ${LONGEST_URGENT_WORDS} 个字，要紧的先写。` })
  words?: string;

  @MayBeAbsent()
  @IsString({ message: '请写一个能打通的电话。' })
  @MaxLength(30, { message: '电话太长了，请写一个能打通的电话。' })
  phone?: string;

  @MayBeAbsent()
  @IsString({ message: '请用文字写到哪儿找您。' })
  @MaxLength(LONGEST_PLACE, { message: `地方最多写 ${LONGEST_PLACE} 个字。` })
  findAt?: string;
}

/** `POST /urgent-requests/lookups` and `…/claims`: in the body, never in an address. */
export class UrgentSecretDto {
  @Matches(/^[0-9a-f]{64}$/, secretShape)
  secret!: string;
}
