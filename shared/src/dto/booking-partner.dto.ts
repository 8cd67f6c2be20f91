import { Equals, IsIn, IsString, MaxLength } from 'class-validator';
import { PARTNER_WAYS, type PartnerWay } from '../bookings/views';
import { MayBeAbsent } from './may-be-absent';

const AGREE = { message: '请先看清楚再同意。' };
const PHONE = { message: '电话好像不对。手机是 11 位，座机是 022 加 8 位。' };

/** `POST /bookings/:id/partner`: the second person, on the first one's phone. As typed; a wrong field says so itself. */
export class PartnerHereDto {
  @IsString({ message: '请填名字。' })
  @MaxLength(100, { message: '名字太长了，请照着身份证填。' })
  name!: string;

  @IsString({ message: '请填身份证号。' })
  @MaxLength(60, { message: '身份证号是 18 位，最后一位可能是字母。请再看看。' })
  idNumber!: string;

  @Equals(true, AGREE)
  agree!: true;

  /** Theirs, where the office may reach them. */
  @MayBeAbsent()
  @IsString(PHONE)
  @MaxLength(40, PHONE)
  phone?: string;
}

/** `POST /bookings/:id/partner-way`: how the second person will say yes. */
export class PartnerWayDto {
  @IsIn(PARTNER_WAYS, { message: '请从给出的办法里选一个。' })
  way!: PartnerWay;
}

/** `POST /invitations/:token/confirmation`. */
export class AgreeToBookingDto {
  @Equals(true, AGREE)
  agree!: true;

  @MayBeAbsent()
  @IsString(PHONE)
  @MaxLength(40, PHONE)
  phone?: string;
}
