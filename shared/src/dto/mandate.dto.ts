import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MANDATE_TERMS, READ_BACK_WAYS, type ReadBackWay } from '../residents/mandates';
import { MayBeAbsent } from './may-be-absent';

const CHOOSE = { message: '请选要替这一位申请的救助。' };

/** `POST /mandates`: one matter, for one person, up to a day. */
export class AskMandateDto {
  @IsString({ message: '请填名字。' })
  @MaxLength(100, { message: '名字太长了，请照着身份证填。' })
  name!: string;

  @IsString({ message: '请填身份证号。' })
  @MaxLength(60, { message: '身份证号是 18 位，最后一位可能是字母。请再看看。' })
  idNumber!: string;

  /** Where the person lives; its office may be asked to read it out. */
  @IsString({ message: '请选这一位住在哪个街道或乡镇。' })
  @Matches(/^\d{9}$/, { message: '请选这一位住在哪个街道或乡镇。' })
  street!: string;

  @IsIn(READ_BACK_WAYS, { message: '请选怎么问本人愿不愿意。' })
  way!: ReadBackWay;

  /** Theirs. Asked for by `sms` and `call`. */
  @MayBeAbsent()
  @IsString({ message: '请填这一位的电话。' })
  @MaxLength(30, { message: '电话好像不对。手机是 11 位，座机是 022 加 8 位。' })
  phone?: string;

  @IsArray(CHOOSE)
  @ArrayMinSize(1, { message: '请至少选一项救助。' })
  @ArrayMaxSize(30, { message: '选得太多了，请少选几项。' })
  @IsString({ each: true, ...CHOOSE })
  @MaxLength(60, { each: true, ...CHOOSE })
  programmes!: string[];

  @IsIn(MANDATE_TERMS, { message: '请选代办到什么时候。' })
  days!: (typeof MANDATE_TERMS)[number];
}

/** `POST /mandates/:id/acceptance`. The person themself needs no code on their own phone. */
export class AcceptMandateDto {
  @MayBeAbsent()
  @IsString({ message: '请填口令。' })
  @Matches(/^\s*\d{4}\s?\d{4}\s*$/, { message: '口令是 8 位数字。' })
  code?: string;
}

/** `POST /mandates/revocations`: by whoever got the message, without an account. */
export class StopMandateDto {
  @IsString({ message: '请填收到短信的电话。' })
  @MaxLength(30, { message: '电话好像不对。手机是 11 位，座机是 022 加 8 位。' })
  phone!: string;

  @IsString({ message: '请填口令。' })
  @Matches(/^\s*\d{4}\s?\d{4}\s*$/, { message: '口令是 8 位数字。' })
  code!: string;
}
