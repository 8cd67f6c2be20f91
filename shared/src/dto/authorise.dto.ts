import { Equals, IsBoolean, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** `this-phone`: whoever holds it now signs. The others are for another grown-up who is not there. */
export const AUTHORISE_WAYS = ['this-phone', 'link', 'at-desk', 'unreachable', 'will-not-sign'] as const;

/** `POST /relief/applications/:id/authorisations`: 核对授权, or what is known of somebody who has not signed. */
export class AuthoriseDto {
  /** `applicant`, `filer`, or the id of a member. */
  @IsString({ message: '请选是哪一位家人。' })
  @MinLength(1, { message: '请选是哪一位家人。' })
  @MaxLength(64, { message: '请选是哪一位家人。' })
  member!: string;

  /** `this-phone` when left out. */
  @MayBeAbsent()
  @IsIn(AUTHORISE_WAYS, { message: '请从给出的办法里选一个。' })
  way?: (typeof AUTHORISE_WAYS)[number];

  /** Of `this-phone`: they have read it and agree. */
  @MayBeAbsent()
  @IsBoolean({ message: '请先看清楚再同意。' })
  accepted?: boolean;

  /** Of `this-phone` and somebody else than whoever filed: the last four signs of their own number, or all of it. */
  @MayBeAbsent()
  @IsString({ message: '请填身份证号的最后四位，或者整个号码。' })
  @MaxLength(40, { message: '请填身份证号的最后四位，或者整个号码。' })
  idNumber?: string;

  /** Of `unreachable` and `will-not-sign`: for staff. */
  @MayBeAbsent()
  @IsString({ message: '请写一句为什么。' })
  @MaxLength(200, { message: '写得太长了，请短一些。' })
  reason?: string;

  /** Of `link`: where to send it as a text message; without it only the answer holds it. */
  @MayBeAbsent()
  @IsString({ message: '电话好像不对，请再看看。' })
  @MaxLength(40, { message: '电话好像不对，请再看看。' })
  phone?: string;
}

/** `POST /relief/invitations/:token/signature`. */
export class AcceptInvitationDto {
  @Equals(true, { message: '请先看清楚再同意。' })
  accepted!: true;
}
