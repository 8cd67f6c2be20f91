import { Equals, IsIn, IsInt, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import { CHANGE_KINDS, type ChangeKind, LONGEST_CHANGE } from '../applications/changes';
import { FOLLOW_UP_ANSWERS, type FollowUpAnswer } from '../applications/feedback';
import type { PayeeCard, PayeeChoice, PayeeOwner } from '../applications/payee';
import type { CivilDate } from '../kernel/civil-date';
import { IsCivilDate } from './is-civil-date';
import { MayBeAbsent, MayBeAbsentUnless } from './may-be-absent';
import { Nested } from './nested';

/** Whose account it is: somebody of the household by their place in the application. */
export class PayeeOwnerDto {
  @IsIn(['applicant', 'household-member', 'guardian'], { message: '请选是谁的账户。' })
  kind!: PayeeOwner['kind'];

  @MayBeAbsent()
  @IsString({ message: '请选是家里哪一位。' })
  @MaxLength(80, { message: '请选是家里哪一位。' })
  member?: string;

  /** Typed on phones of before; nobody takes it. A guardian is whoever files. */
  @MayBeAbsent()
  @IsString({ message: '请填监护人的姓名。' })
  @MaxLength(80, { message: '姓名太长了，请再看看。' })
  name?: string;
}

/** `PUT /relief/applications/:id/payee`: whose account, or that the street must help. */
export class PutPayeeDto {
  @IsIn(['account', 'street'], { message: '请选一种收钱的办法。' })
  way!: 'account' | 'street';

  @MayBeAbsentUnless<PutPayeeDto>(({ way }) => way === 'account')
  @Nested(() => PayeeOwnerDto)
  owner?: PayeeOwnerDto;

  @MayBeAbsentUnless<PutPayeeDto>(({ way }) => way === 'account')
  @IsIn(['social-security-card', 'bank-card'], { message: '请选是哪种卡。' })
  card?: PayeeCard;

  @MayBeAbsentUnless<PutPayeeDto>(({ way }) => way === 'account')
  @IsString({ message: '请填账号。' })
  @MaxLength(80, { message: '账号太长了，请照着卡再填一次。' })
  number?: string;

  @MayBeAbsentUnless<PutPayeeDto>(({ way }) => way === 'street')
  @IsIn(['no-card', 'card-frozen'], { message: '请选是没有卡，还是卡用不了。' })
  trouble?: 'no-card' | 'card-frozen';

  /** The resident looked again: kept although it looks like a slip. */
  @MayBeAbsent()
  @Equals(true, { message: '请再看看账号。' })
  sure?: true;
}

/** `POST /relief/applications/:id/changes`. */
export class ReportChangeDto {
  @IsIn(CHANGE_KINDS, { message: '请选哪里变了。' })
  kind!: ChangeKind;

  @MayBeAbsent()
  @IsString({ message: '请用文字写。' })
  @MaxLength(LONGEST_CHANGE, { message: `太长了，最多写 ${LONGEST_CHANGE} 个字。` })
  text?: string;

  @MayBeAbsent()
  @IsCivilDate()
  on?: CivilDate;

  /** Of `account`: where the money goes from now on, as in `PUT …/payee`. */
  @MayBeAbsent()
  @IsObject({ message: '请填新的账户。' })
  payee?: PayeeChoice & { readonly sure?: true };
}

/** `POST /relief/applications/:id/rating`: a score, or that they would rather not. */
export class RateDto {
  @MayBeAbsentUnless<RateDto>(({ skipped }) => skipped === undefined)
  @IsInt({ message: '请选一个，从“很好”到“不好”。' })
  @Min(1, { message: '请选一个，从“很好”到“不好”。' })
  @Max(5, { message: '请选一个，从“很好”到“不好”。' })
  score?: 1 | 2 | 3 | 4 | 5;

  @MayBeAbsent()
  @IsString({ message: '请用文字写。' })
  @MaxLength(500, { message: '太长了，最多写 500 个字。' })
  text?: string;

  @MayBeAbsent()
  @Equals(true, { message: '请再点一次。' })
  skipped?: true;
}

/** `POST /relief/applications/:id/follow-up`: how they are, some weeks later, or that they would rather not say. */
export class AnswerFollowUpDto {
  @MayBeAbsentUnless<AnswerFollowUpDto>(({ skipped }) => skipped === undefined)
  @IsIn(FOLLOW_UP_ANSWERS, { message: '请选一个。' })
  answer?: FollowUpAnswer;

  @MayBeAbsent()
  @IsString({ message: '请用文字写。' })
  @MaxLength(500, { message: '太长了，最多写 500 个字。' })
  text?: string;

  @MayBeAbsent()
  @Equals(true, { message: '请再点一次。' })
  skipped?: true;
}
