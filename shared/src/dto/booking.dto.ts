import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { PARTNER_WAYS, type PartnerWay } from '../bookings/views';
import { MayBeAbsent } from './may-be-absent';

const details = { message: '请从上一页重新进来。' };

/** `POST /bookings` */
export class CreateBookingDto {
  @IsString({ message: '请选要约的事。' })
  @MaxLength(60, { message: '请选要约的事。' })
  service!: string;

  @IsString({ message: '请选要办哪一种。' })
  @MaxLength(60, { message: '请选要办哪一种。' })
  kind!: string;

  @IsString({ message: '请选一个时间。' })
  @MaxLength(36, { message: '请选一个时间。' })
  windowId!: string;

  /** What the service asks beside people and time; it reads it itself. */
  @MayBeAbsent()
  @IsObject(details)
  details?: Readonly<Record<string, unknown>>;
}

/** `POST /bookings/:id/confirmation` */
export class ConfirmBookingDto {
  @MayBeAbsent()
  @IsString({ message: '请填电话号码。' })
  @MaxLength(30, { message: '电话号码太长了，请再看看。' })
  phone?: string;

  @MayBeAbsent()
  @IsObject(details)
  details?: Readonly<Record<string, unknown>>;

  /** Of what is for two: how the other says yes. */
  @MayBeAbsent()
  @IsIn(PARTNER_WAYS, { message: '请选另一位怎么确认。' })
  partnerWay?: PartnerWay;
}

/** `POST /bookings/:id/reschedule` */
export class RescheduleBookingDto {
  @IsString({ message: '请选一个时间。' })
  @MaxLength(36, { message: '请选一个时间。' })
  windowId!: string;
}
